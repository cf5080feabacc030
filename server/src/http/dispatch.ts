import { OPERATOR_SCOPES, type Operation, type OperationName, operations, type Scope } from '@trofast/contract';
import type { Locale, Programs } from '@trofast/engine';
import { type Caller, isOperator } from '../caller.ts';
import {
  type Answered,
  type BadField,
  type Context,
  type Failure,
  fail,
  isRefused,
  type Malformed,
  malformed,
  type Services,
  type Source,
} from '../context.ts';
import { keepAudit } from '../features/audit/index.ts';
import { type VerbName, verbs } from '../features/index.ts';
import { placedAt } from '../features/tills/index.ts';
import { forMergedMember } from './merged-member.ts';
import { readable } from './readable.ts';
import { badFieldsOf } from './validate.ts';

/** One operation as it was asked for, over HTTP or as a line of a batch. */
export interface Asked {
  readonly caller: Caller;
  readonly source: Source;
  readonly params: unknown;
  readonly query: unknown;
  readonly body: unknown;
  readonly idempotencyKey: string | undefined;
  readonly ifMatch: string | undefined;
  readonly locale: Locale;
}

/** Permission, shape, key, program, then the verb, then the audit log: always in this order. */
export async function dispatch(services: Services, name: VerbName, asked: Asked): Promise<Answered<unknown>> {
  const operation: Operation = operations[name];
  const answered = await answer(services, name, operation, asked);
  await keepAudit(services.database, {
    name,
    operation,
    caller: asked.caller,
    program: asked.caller.program ?? (isOperator(asked.caller) ? programIn(asked.params) : ''),
    requestId: asked.source.requestId,
    input: inputOf(operation, asked),
    answered,
  });
  return answered;
}

async function answer(
  services: Services,
  name: VerbName,
  operation: Operation,
  asked: Asked,
): Promise<Answered<unknown>> {
  const forbidden = forbids(operation, asked.caller);
  if (forbidden) return forbidden;
  const bad = badFields(operation, asked);
  if (bad.length > 0) return { malformed: bad };
  const key = keyOf(operation, asked);
  if (typeof key !== 'string') return key;
  const about = await programOf(services, operation, asked);
  if (isRefused(about)) return about;

  const { caller, source, ifMatch, locale } = asked;
  const context: Context = { ...services, ...about, caller, source, key, ifMatch, locale };
  // Each verb takes its own input, and what is sent has just been found to be of its operation's shape.
  const verb = verbs[name] as (context: Context, input: unknown) => Promise<Answered<unknown>>;
  const input = placedAt(caller.till, operation, inputOf(operation, asked));
  const first = await verb(context, input);
  const again = name === 'mergeMembers' ? undefined : forMergedMember(first, { caller, input });
  const answered = again === undefined ? first : await verb({ ...context, caller: again.caller }, again.input);
  return 'refused' in answered ? readable(answered, about.programs, locale) : answered;
}

/** Why the caller may not do this; `undefined` when it may. */
export function forbids({ scope }: Operation, caller: Caller): Failure | undefined {
  if (scope === 'none') return undefined;
  if (caller.kind === 'nobody') {
    return fail('unauthenticated', { detail: 'Send `Authorization: Bearer` with an API key, or sign in.' });
  }
  if (isOperator(caller) && !OPERATOR_SCOPES.includes(scope)) return fail('program_key_needed');
  // Staff are something in an organisation, so what they may do depends on the program.
  if (caller.kind === 'staff' && caller.program === undefined && scope !== 'staff:self') return fail('program_needed');
  if (!caller.scopes.has(scope)) return fail('scope_missing', { detail: `It needs the scope ${scope}.` });
  return undefined;
}

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

/** The program that the path names, or the caller's own. Another program's caller learns nothing, not even that it exists. */
async function programOf(
  { ledger }: Services,
  { path, scope }: Operation,
  { caller, source, params }: Asked,
): Promise<AboutProgram | Failure> {
  if (path.includes('{programId}')) {
    const { programId } = params as { readonly programId: string };
    const isTheirs = scope === 'none' || isOperator(caller) || caller.program === programId;
    if (!isTheirs || !(await ledger.programs.get(programId))) return fail('unknown_program');
    return { program: programId, programs: { id: programId, versions: [] } };
  }
  const program = caller.program ?? (scope === 'none' ? source.program : undefined) ?? '';
  if (scope === 'none' || worksBeforePublishing(scope)) return { program, programs: { id: program, versions: [] } };
  const programs = await ledger.programs.load(program);
  if (!programs || programs.versions.length === 0) return fail('not_published');
  return { program, programs };
}

/** Programs, keys and staff are seen to before there is a version to decide by. */
function worksBeforePublishing(scope: Scope): boolean {
  return OPERATOR_SCOPES.includes(scope) || aboutPeople.has(scope);
}

const aboutPeople: ReadonlySet<Scope> = new Set([
  'staff:self',
  'staff:read',
  'staff:write',
  'mailbox:read',
  'audit:read',
]);

/** The operator's key is of no program; the path says which one it is about. */
function programIn(params: unknown): string {
  const { programId = '' } = (params ?? {}) as { readonly programId?: string };
  return programId;
}

function inputOf({ takes }: Operation, { params, query, body }: Asked): object {
  const fields = takes === undefined ? (body as object | undefined) : { body: body ?? '' };
  return { ...(query as object | undefined), ...fields, ...(params as object | undefined) };
}

export function isVerb(name: OperationName): name is VerbName {
  return name !== 'sendBatch';
}
