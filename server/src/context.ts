import type { FailureCode, Input, OperationName, Output } from '@trofast/contract';
import type { Locale, Problem, Programs, Refusal } from '@trofast/engine';
import type { Caller } from './caller.ts';
import type { Services, Source } from './services.ts';

export type { Caller } from './caller.ts';
export type { Callers, Changes, Services, Source } from './services.ts';

/** What a verb has at hand: who asks, of which program, and what remembers. */
export interface Context extends Services {
  readonly caller: Caller;
  readonly source: Source;
  /** The program that the request is about: the caller's own, or the one that the path names. Empty for neither. */
  readonly program: string;
  /** Its published versions; there is one at least where the operation is about members. */
  readonly programs: Programs;
  /** The shop's own id of the event: `Idempotency-Key`, or `id` of the body. Empty where none is needed. */
  readonly key: string;
  readonly locale: Locale;
  readonly ifMatch: string | undefined;
}

export interface Reply<Value> {
  readonly output: Value;
  readonly replayed?: boolean;
  readonly etag?: string;
  /** Cookies to set, as `Set-Cookie` writes them. */
  readonly cookies?: readonly string[];
  /** Cursor of the next page, for `Link`. */
  readonly next?: string;
}

/** What HTTP refuses by itself; the engine's own are `Refusal`. */
export interface Failure {
  readonly failed: FailureCode;
  readonly detail?: string;
  readonly problems?: readonly Problem[];
  readonly allow?: readonly string[];
  readonly retryAfterSeconds?: number;
}

/** A request of the wrong shape: each bad field. */
export interface Malformed {
  readonly malformed: readonly BadField[];
}

export interface BadField {
  readonly pointer: string;
  readonly detail: string;
}

/** An engine's refusal with its reason in the caller's language. */
export interface ToldRefusal extends Refusal {
  readonly detail?: string;
}

export type Refused = Refusal | ToldRefusal | Failure | Malformed;
export type Answered<Value> = Reply<Value> | Refused;
export type Verb<Name extends OperationName> = (
  context: Context,
  input: Input<Name>,
) => Promise<Answered<Output<Name>>>;
export type Verbs<Names extends OperationName> = { readonly [Name in Names]: Verb<Name> };

export function reply<Value>(output: Value, more: Omit<Reply<Value>, 'output'> = {}): Reply<Value> {
  return { output, ...more };
}

export function fail(failed: FailureCode, more: Omit<Failure, 'failed'> = {}): Failure {
  return { failed, ...more };
}

export function malformed(pointer: string, detail: string): Malformed {
  return { malformed: [{ pointer, detail }] };
}

export function isRefused(value: object): value is Refused {
  return 'refused' in value || 'failed' in value || 'malformed' in value;
}
