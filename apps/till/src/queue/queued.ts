import type { Input, OperationName } from '@trofast/contract';

type WorkOf<Name extends OperationName> = { readonly operation: Name; readonly input: Input<Name> };

/** What a till does and must not lose. */
export type Work = WorkOf<'enrolMember'> | WorkOf<'recordPurchase'> | WorkOf<'recordReturn'>;

/** A piece of work as it is kept on the device until the server has answered it. */
export interface Queued {
  /** The device's own order. */
  readonly sequence: number;
  /** The same for every sending, so that it is done once. */
  readonly key: string;
  readonly till: string;
  readonly work: Work;
  /** It has happened at the counter: nobody waits for the answer any more. */
  readonly hasHappened: boolean;
  readonly state: 'waiting' | 'aside';
  /** Why it was set aside, for staff. */
  readonly reason?: Reason;
  /** How often the server failed at it. */
  readonly faults: number;
  /** For people: who and how much. */
  readonly label: string;
  readonly keptAt: number;
}

export interface Reason {
  readonly code: string;
  readonly detail: string;
}

export type NewQueued = Omit<Queued, 'sequence' | 'state' | 'reason' | 'faults'>;

/** Where work is kept. Every change is whole or not at all, also with several tabs. */
export interface QueueStore {
  /** Answers it with its place in the device's order, once it is safe on the device. */
  add(work: NewQueued): Promise<Queued>;
  /** All of it in the device's order. */
  list(): Promise<readonly Queued[]>;
  get(sequence: number): Promise<Queued | undefined>;
  put(queued: Queued): Promise<void>;
  remove(sequence: number): Promise<void>;
}
