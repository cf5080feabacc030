import type { Event, EventKind, Instant, Recorded, Refusal } from '@trofast/engine';

/** Everything but the clock can be asked for or reported. */
export type RequestKind = Exclude<EventKind, 'clock'>;

/** One report or request about one account. The event's id derives from program, account, kind and key. */
export type RecordRequest = { readonly [Kind in RequestKind]: RequestOf<Kind> }[RequestKind];

export interface RequestOf<Kind extends RequestKind> {
  readonly program: string;
  readonly account: string;
  readonly kind: Kind;
  /** The caller's own name for it: the same key with the same content is the same event. */
  readonly key: string;
  /** When it happened; the program's clock when absent. */
  readonly occurredAt?: Instant;
  /** Only for sandbox programs: the clock to decide by, so that an import does not depend on when it runs. */
  readonly at?: Instant;
  readonly zone?: string;
  readonly member?: string;
  readonly card?: string;
  readonly store?: string;
  readonly till?: string;
  readonly channel?: string;
  readonly actor?: string;
  readonly body: Extract<Event, { kind: Kind }>['body'];
  /** What is personal in the event itself; kept in a row of its own that can be erased. */
  readonly private?: PersonalValues;
  /** Name and contact of the member, kept apart from account and book; replaces what was known before. */
  readonly person?: PersonalValues;
  /** Identities that this event takes for its member; refused `identity_taken` when another has one. */
  readonly claims?: readonly Identity[];
  /** Identities of the member that this event gives up. */
  readonly released?: readonly Identity[];
}

/** A request whose outcome is only wanted to be known. */
export type Foreseen = {
  readonly [Kind in RequestKind]: Pick<RequestOf<Kind>, 'kind' | 'member' | 'body'>;
}[RequestKind];

export type PersonalValues = Readonly<Record<string, unknown>>;

/** What finds a member. E-mail and phone are compared without case, spaces and punctuation. */
export interface Identity {
  readonly kind: IdentityKind;
  readonly value: string;
}

export type IdentityKind = 'email' | 'phone' | 'card' | 'external_id';

/** Made from what is stored, so that repeating a request gives the same answer. */
export interface Answer {
  readonly accountId: string;
  /** Absent when refused. */
  readonly event?: Recorded;
  readonly refusal?: Refusal;
  /** The same key with the same content had been answered before. */
  readonly replayed: boolean;
  /** Codes of the vouchers that the event issued, by voucher id. */
  readonly codes?: Readonly<Record<string, string>>;
}

/** Queues are full: nothing was recorded, the caller may try again after a moment. */
export class Overloaded extends Error {
  override readonly name = 'Overloaded';
  readonly retryAfterSeconds = 1;

  constructor() {
    super('Too many events are waiting to be recorded');
  }
}
