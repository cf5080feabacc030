import { randomBytes } from 'node:crypto';
import type { Operation } from '@trofast/contract';
import type { Caller } from '../../caller.ts';
import { type Answered, isRefused } from '../../context.ts';
import type { AuditRow } from './queries.ts';

export interface Asked {
  readonly name: string;
  readonly operation: Operation;
  readonly caller: Caller;
  readonly program: string;
  readonly requestId: string;
  readonly input: unknown;
  readonly answered: Answered<unknown>;
}

/**
 * What the audit log keeps of a request; `undefined` where it keeps nothing. It keeps what staff and tills do and see,
 * and what keys do that leaves no event: an event says itself which key sent it. Never what was sent.
 */
export function auditRow({
  name,
  operation,
  caller,
  program,
  requestId,
  input,
  answered,
}: Asked): AuditRow | undefined {
  const { kind } = caller;
  if (kind === 'nobody' || kind === 'member') return undefined;
  const looks = isLook(operation);
  const member = memberIn(input, answered);
  if (kind === 'key' && (looks || operation.keyed)) return undefined;
  if (looks && member === undefined && operation.scope !== 'members:read') return undefined;
  const at = Date.now();
  return {
    // What makes a program stands in that program's log.
    program_id: program || madeProgram(answered),
    at,
    id: randomBytes(6).readUIntBE(0, 6).toString(),
    kind,
    actor: caller.actor,
    name: caller.name,
    operation: name,
    looks,
    member_id: member ?? null,
    outcome: outcomeOf(answered),
    request_id: requestId,
  };
}

/** A quote is asked by POST and changes nothing. */
function isLook({ method, scope }: Operation): boolean {
  return method === 'GET' || scope.endsWith(':read');
}

/** Whom it was about: named by the request, or the one that the answer shows. */
function memberIn(input: unknown, answered: Answered<unknown>): string | undefined {
  const asked = fieldsOf(input);
  const said = textOf(asked.memberId) ?? textOf(fieldsOf(asked.member).id);
  if (said !== undefined) return said;
  const output = isRefused(answered) ? {} : fieldsOf(answered.output);
  const items: readonly unknown[] = Array.isArray(output.items) ? output.items : [];
  const shown = items.length === 1 ? fieldsOf(items[0]) : output;
  const person = fieldsOf(shown.member);
  return textOf(shown.memberId) ?? textOf(person.id) ?? textOf(shown.member) ?? ownId(shown);
}

/** A member itself has its account beside its id. */
function ownId(shown: Readonly<Record<string, unknown>>): string | undefined {
  return 'accountId' in shown && 'market' in shown ? textOf(shown.id) : undefined;
}

function madeProgram(answered: Answered<unknown>): string {
  return isRefused(answered) ? '' : (textOf(fieldsOf(fieldsOf(answered.output).program).id) ?? '');
}

function outcomeOf(answered: Answered<unknown>): string {
  if ('failed' in answered) return answered.failed;
  if ('refused' in answered) return answered.refused;
  return 'malformed' in answered ? 'malformed' : 'ok';
}

function fieldsOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : {};
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' && value.length <= 100 ? value : undefined;
}
