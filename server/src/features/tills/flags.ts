import type { Input, Output } from '@trofast/contract';
import type { Database } from '@trofast/db';
import type { Fact } from '@trofast/engine';
import { type Answered, type Context, fail, reply } from '../../context.ts';
import { instantText } from '../../instants.ts';

type Kind = Output<'settleTillFlag'>['kind'];

interface FlagRow {
  readonly id: string;
  readonly at: number;
  readonly event_id: string;
  readonly account_id: string;
  readonly member_id: string | null;
  readonly store: string | null;
  readonly till_id: string | null;
  readonly kind: Kind;
  readonly what: string;
  readonly reason: string;
  readonly settled_at: number | null;
  readonly settled_by: string | null;
}

const columns = 'id, at, event_id, account_id, member_id, store, till_id, kind, what, reason, settled_at, settled_by';
const listed = 200;

export interface Flag {
  readonly kind: Kind;
  readonly what: string;
  readonly reason: string;
}

/** What recorded facts say that could not be honoured. */
export function flagsIn(facts: readonly Fact[]): readonly Flag[] {
  return facts.flatMap((fact): readonly Flag[] => {
    if (fact.fact === 'not_honoured') return [{ kind: 'not_honoured', what: fact.what, reason: fact.reason }];
    const isOverspent = fact.fact === 'debt_incurred' && fact.reason === 'overspent';
    return isOverspent ? [{ kind: 'overspent', what: 'points', reason: 'insufficient_points' }] : [];
  });
}

export interface Flagged {
  readonly program: string;
  readonly eventId: string;
  readonly accountId: string;
  readonly member?: string;
  readonly store?: string;
  readonly till?: string;
  readonly at: number;
}

/** Raised once for each event and matter, however often the event is told. */
export async function raiseFlags(database: Database, about: Flagged, flags: readonly Flag[]) {
  for (const [index, { kind, what, reason }] of flags.entries()) {
    await database.query(
      `insert into till_flag (program_id, at, id, event_id, account_id, member_id, store, till_id, kind, what, reason)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) on conflict do nothing`,
      [
        about.program,
        about.at,
        `${about.eventId}-${index}`,
        about.eventId,
        about.accountId,
        about.member ?? null,
        about.store ?? null,
        about.till ?? null,
        kind,
        what,
        reason,
      ],
    );
  }
}

export async function listTillFlags(
  { database, program }: Context,
  { settled }: Input<'listTillFlags'>,
): Promise<Answered<Output<'listTillFlags'>>> {
  const { rows } = await database.query<FlagRow>(
    `select ${columns} from till_flag
     where program_id = $1 and ($2::boolean is null or (settled_at is not null) = $2)
     order by at desc, id desc limit ${listed}`,
    [program, settled === undefined ? null : settled === 'yes'],
  );
  return reply({ items: rows.map(flagView) });
}

export async function settleTillFlag(
  { database, program, caller }: Context,
  { flagId }: Input<'settleTillFlag'>,
): Promise<Answered<Output<'settleTillFlag'>>> {
  const { rows } = await database.query<FlagRow>(
    `update till_flag set settled_at = coalesce(settled_at, $3), settled_by = coalesce(settled_by, $4)
     where program_id = $1 and id = $2 returning ${columns}`,
    [program, flagId, Date.now(), caller.name],
  );
  return rows[0] ? reply(flagView(rows[0])) : fail('unknown_flag');
}

function flagView(row: FlagRow): Output<'settleTillFlag'> {
  return {
    id: row.id,
    eventId: row.event_id,
    accountId: row.account_id,
    ...(row.member_id === null ? {} : { member: row.member_id }),
    ...(row.store === null ? {} : { store: row.store }),
    ...(row.till_id === null ? {} : { till: row.till_id }),
    kind: row.kind,
    what: row.what,
    reason: row.reason,
    at: instantText(row.at),
    ...(row.settled_at === null ? {} : { settledAt: instantText(row.settled_at) }),
    ...(row.settled_by === null ? {} : { settledBy: row.settled_by }),
  };
}
