import { type Input, type Operation, type Output, operations } from '@trofast/contract';
import { type Answered, type Context, malformed, reply } from '../../context.ts';
import { instantOf, instantText } from '../../instants.ts';
import { type AuditRow, selectAudit } from './queries.ts';

const limitUsual = 50;
const summaries = new Map(Object.entries<Operation>(operations).map(([name, { summary }]) => [name, summary]));

export async function listAudit(
  { database, program }: Context,
  { cursor, limit = limitUsual, from, until, ...filter }: Input<'listAudit'>,
): Promise<Answered<Output<'listAudit'>>> {
  const before = cursor === undefined ? undefined : placeOf(cursor);
  if (before === null) return malformed('/cursor', 'This is no cursor of this list.');
  const dates = {
    ...(from === undefined ? {} : { from: instantOf(from) }),
    ...(until === undefined ? {} : { until: instantOf(until) }),
  };
  const rows = await selectAudit(database, program, { ...filter, ...dates }, { before, limit: limit + 1 });
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  const next = rows.length > limit && last ? { next: `${last.at}-${last.id}` } : {};
  return reply({ items: items.map(auditView), ...next }, next);
}

function placeOf(cursor: string): { readonly at: number; readonly id: string } | null {
  const [, at, id] = /^(\d{1,15})-(\d{1,20})$/.exec(cursor) ?? [];
  return at === undefined || id === undefined ? null : { at: Number(at), id };
}

function auditView(row: AuditRow): Output<'listAudit'>['items'][number] {
  return {
    id: `${row.at}-${row.id}`,
    at: instantText(row.at),
    kind: row.kind,
    actor: row.actor,
    name: row.name,
    operation: row.operation,
    summary: summaries.get(row.operation) ?? row.operation,
    isLook: row.looks,
    ...(row.member_id === null ? {} : { memberId: row.member_id }),
    outcome: row.outcome,
    requestId: row.request_id,
  };
}
