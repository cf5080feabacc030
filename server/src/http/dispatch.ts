import { OPERATOR_SCOPES, type Operation, type OperationName, operations } from '@trofast/contract';
import type { Database } from '@trofast/db';
import type { Locale, Programs } from '@trofast/engine';
import type { Ledger } from '@trofast/ledger';
import {
  type Answered,
  type BadField,
  type Caller,
  type Callers,
  type Context,
  type Failure,
  fail,
  isRefused,
  type Malformed,
  malformed,
} from '../context.ts';
import { type VerbName, verbs } from '../features/index.ts';
import { readable } from './readable.ts';
import { badFieldsOf } from './validate.ts';

/** What every request is served with. */
export interface Services {
  readonly ledger: Ledger;
  readonly database: Database;
  readonly callers: Callers;
}

/** One operation as it was asked for, over HTTP or as a line of a batch. */
export interface Asked {
  readonly caller: Caller | undefined;
  readonly params: unknown;
  readonly query: unknown;
  readonly body: unknown;
  readonly idempotencyKey: string | undefined;
  readonly ifMatch: string | undefined;
  readonly locale: Locale;
}

/** Permission, shape, key, program, then the verb: always in this order. */
export async function dispatch(services: Services, name: VerbName, asked: Asked): Promise<Answered<unknown>> {
  const operation: Operation = operations[name];
  const forbidden = forbids(operation, asked.caller);
  if (forbidden) return forbidden;
  const bad = badFields(operation, asked);
  if (bad.length > 0) return { malformed: bad };
  const key = keyOf(operation, asked);
  if (typeof key !== 'string') return key;
  const about = await programOf(services, operation, asked);
  if (isRefused(about)) return about;

  const { caller = nobody, ifMatch, locale } = asked;
  const context: Context = { ...services, ...about, caller, key, ifMatch, locale };
  // Each verb takes its own input, and what is sent has just been found to be of its operation's shape.
  const verb = verbs[name] as (context: Context, input: unknown) => Promise<Answered<unknown>>;
  const answered = await verb(context, inputOf(operation, asked));
  return 'refused' in answered ? readable(answered, about.programs, locale) : answered;
}

/** Why the caller may not do this; `undefined` when it may. */
export function forbids({ scope }: Operation, caller: Caller | undefined): Failure | undefined {
  if (scope === 'none') return undefined;
  if (!caller) return fail('unauthenticated', { detail: 'Send `Authorization: Bearer` with an API key.' });
  if (caller.program === undefined && !OPERATOR_SCOPES.includes(scope)) return fail('program_key_needed');
  if (!caller.scopes.has(scope)) return fail('scope_missing', { detail: `It needs the scope ${scope}.` });
  return undefined;
}

const nobody: Caller = { keyId: '', name: '', scopes: new Set() };

function badFields(operation: Operation, { params, query, body }: Asked): readonly BadField[] {
  return [
    ...badFieldsOf(operation, 'params', params),
    ...badFieldsOf(operation, 'query', query),
    ...badFieldsOf(operation, 'body', body ?? {}),
  ];
}

/** The header and the body may both say the event's key; then they say the same. */
function keyOf({ keyed }: Operation, { idempotencyKey, body }: Asked): string | Failure | Malformed {
  const inBody = typeof body === 'object' && body !== null && 'id' in body ? body.id : undefined;
  const key = idempotencyKey ?? (typeof inBody === 'string' ? inBody : undefined);
  if (!keyed) return key ?? '';
  if (key === undefined) {
    return fail('key_missing', {
      detail:
        "Send the shop's own id of this, a receipt or order number, as `Idempotency-Key` or as `id`: then it counts once, however often it is sent.",
    });
  }
  if (key.length === 0 || key.length > 200) return malformed('/id', 'A key has 1 to 200 characters.');
  if (typeof inBody === 'string' && inBody !== key) return malformed('/id', 'It differs from `Idempotency-Key`.');
  return key;
}

interface AboutProgram {
  readonly program: string;
  readonly programs: Programs;
}

/** The program that the path names, or the key's own. Another program's key learns nothing, not even that it exists. */
async function programOf(
  { ledger }: Services,
  { path, scope }: Operation,
  { caller, params }: Asked,
): Promise<AboutProgram | Failure> {
  if (path.includes('{programId}')) {
    const { programId } = params as { readonly programId: string };
    const isTheirs = caller?.program === undefined || caller.program === programId;
    if (!isTheirs || !(await ledger.programs.get(programId))) return fail('unknown_program');
    return { program: programId, programs: { id: programId, versions: [] } };
  }
  const program = caller?.program ?? '';
  if (scope === 'none' || OPERATOR_SCOPES.includes(scope)) return { program, programs: { id: program, versions: [] } };
  const programs = await ledger.programs.load(program);
  if (!programs || programs.versions.length === 0) return fail('not_published');
  return { program, programs };
}

function inputOf({ takes }: Operation, { params, query, body }: Asked): unknown {
  const fields = takes === undefined ? (body as object | undefined) : { body: body ?? '' };
  return { ...(query as object | undefined), ...fields, ...(params as object | undefined) };
}

export function isVerb(name: OperationName): name is VerbName {
  return name !== 'sendBatch';
}
