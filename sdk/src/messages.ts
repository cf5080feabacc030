import type { ProblemDocument } from '@trofast/contract';
import type { CallOptions, ClientOptions } from './options.ts';
import type { Path } from './paths.ts';

export interface Message {
  readonly url: string;
  readonly init: RequestInit;
  /** Sending it twice does no more than sending it once. */
  readonly isRepeatable: boolean;
}

export type Answer =
  | {
      readonly ok: true;
      readonly output: unknown;
      readonly status: number;
      readonly headers: Headers;
      readonly replayed: boolean;
    }
  | {
      readonly ok: false;
      readonly problem: ProblemDocument;
      readonly status: number;
      readonly headers: Headers;
      readonly replayed: boolean;
    };

const ndjson = 'application/x-ndjson';

/** The request of an operation: fields of its path and query go there, all others make the body. */
export function requestOf(path: Path, input: object, client: ClientOptions, call: CallOptions): Message {
  const fields = new Map<string, unknown>(Object.entries(input));
  const address = path.path.replaceAll(/\{(\w+)\}/g, (_, name: string) =>
    encodeURIComponent(String(taken(fields, name))),
  );
  const query = new URLSearchParams();
  for (const name of path.query ?? []) {
    const value = taken(fields, name);
    if (value !== undefined) query.set(name, String(value));
  }
  const headers = new Headers({ Accept: `${path.gives ?? 'application/json'}, application/problem+json` });
  const locale = call.locale ?? client.locale;
  if (client.key !== undefined) headers.set('Authorization', `Bearer ${client.key}`);
  if (client.program !== undefined) headers.set('Trofast-Program', client.program);
  if (locale !== undefined) headers.set('Accept-Language', locale);
  if (call.ifMatch !== undefined) headers.set('If-Match', call.ifMatch);
  if (path.keyed)
    headers.set('Idempotency-Key', call.key ?? (fields.get('id') as string | undefined) ?? crypto.randomUUID());

  const hasBody = path.method !== 'GET' && path.method !== 'DELETE';
  if (hasBody) headers.set('Content-Type', path.takes ?? 'application/json');
  return {
    url: `${client.url.replace(/\/$/, '')}${address}${query.size > 0 ? `?${query}` : ''}`,
    init: {
      method: path.method,
      headers,
      ...(hasBody ? { body: bodyOf(path, fields) } : {}),
      ...(call.signal ? { signal: call.signal } : {}),
    },
    isRepeatable: path.keyed === true || !hasBody,
  };
}

export async function readAnswer({ gives }: Path, response: Response): Promise<Answer> {
  const { status, headers, ok } = response;
  const head = { status, headers, replayed: headers.get('Idempotent-Replayed') === 'true' };
  const text = await response.text();
  if (!ok) return { ...head, ok, problem: problemOf(text, response) };
  return { ...head, ok, output: outputOf(text, gives) };
}

function outputOf(text: string, gives: string | undefined): unknown {
  if (text === '') return undefined;
  if (gives === ndjson)
    return text
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line) as unknown);
  return gives === undefined ? JSON.parse(text) : text;
}

/** A proxy on the way answers in its own words: those become the detail of a problem without a code of ours. */
function problemOf(text: string, { status, statusText, headers }: Response): ProblemDocument {
  if (headers.get('Content-Type')?.startsWith('application/problem+json')) return JSON.parse(text);
  return { type: 'about:blank', code: 'fault', status, title: statusText, detail: text.slice(0, 500) };
}

function bodyOf({ takes }: Path, fields: ReadonlyMap<string, unknown>): NonNullable<RequestInit['body']> {
  const body = fields.get('body');
  if (takes === 'application/octet-stream') return body as Uint8Array<ArrayBuffer>;
  if (takes === ndjson) return (body as readonly unknown[]).map((line) => `${JSON.stringify(line)}\n`).join('');
  return takes === undefined ? JSON.stringify(Object.fromEntries(fields)) : String(body);
}

function taken(fields: Map<string, unknown>, name: string): unknown {
  const value = fields.get(name);
  fields.delete(name);
  return value;
}
