export interface ClientOptions {
  /** Where Trofast answers: `https://loyalty.example.com`. */
  readonly url: string;
  readonly key?: string;
  /** The program that is meant, where the caller is known by a session's cookie instead of a key. */
  readonly program?: string;
  /** The language of sentences: `da`, or a whole `Accept-Language`. */
  readonly locale?: string;
  /** How often a request is sent again that was not answered, or answered 503. 3 when absent. */
  readonly retries?: number;
  readonly fetch?: typeof fetch;
}

export interface CallOptions {
  /** The shop's own id of what is written; a random one when absent, so that sending it again is safe. */
  readonly key?: string;
  /** The `ETag` that was read. */
  readonly ifMatch?: string;
  readonly locale?: string;
  readonly signal?: AbortSignal;
}
