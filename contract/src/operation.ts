import type { z } from 'zod';
import type { Scope } from './scopes.ts';
import type { ProblemCode } from './statuses.ts';

/** One HTTP operation as data. Routes, validation, OpenAPI, the client's table of paths and its types come from it. */
export interface Operation {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  readonly path: `/${string}`;
  /** What the key must be allowed to do; `none` needs no key at all. */
  readonly scope: Scope | 'none';
  readonly summary: string;
  readonly description?: string;
  readonly params?: z.ZodObject;
  readonly query?: z.ZodObject;
  readonly body?: z.ZodType;
  readonly takes?: MediaType;
  readonly gives?: MediaType;
  readonly output: z.ZodType;
  /** 200 when absent. */
  readonly status?: 200 | 201 | 204;
  /** The write records an event: it wants `Idempotency-Key`, or the shop's own id as `id` in the body. */
  readonly keyed?: true;
  /** It changes a document of which the caller should have seen the latest: `If-Match`. */
  readonly matched?: true;
  readonly refusals: readonly ProblemCode[];
}

export type MediaType = 'application/json' | 'application/yaml' | 'application/x-ndjson' | 'application/octet-stream';

/** Keeps the literal types of what is written, so that inputs, outputs and refusals are typed by operation. */
export function operation<const Written extends Operation>(written: Written): Written {
  return written;
}
