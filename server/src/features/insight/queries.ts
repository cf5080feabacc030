import type { Database } from '@trofast/db';
import type { Period } from '@trofast/insight';

export interface CountRow {
  readonly measure: string;
  readonly day: number;
  readonly key: string;
  readonly amount: number;
}

/** By day from `from` on; everything earlier as one row a key, under the day before. */
export async function selectCounts(database: Database, about: About, from: number, through: number) {
  const { rows } = await database.query<CountRow>(
    `select measure, greatest(day, $3::int - 1) as day, key, sum(amount)::bigint as amount from day_count
     where program_id = $1 and ($2::text is null or market = $2) and day <= $4
     group by 1, 2, 3 order by 2`,
    [about.program, about.market ?? null, from, through],
  );
  return rows;
}

export interface About {
  readonly program: string;
  /** All of them when absent. */
  readonly market: string | undefined;
}

export interface FlowRow {
  readonly day: number;
  readonly market: string;
  readonly currency: string;
  readonly debit: string;
  readonly credit: string;
  readonly amount: number;
}

/** As `selectCounts`. */
export async function selectFlows(database: Database, about: About, from: number, through: number) {
  const { rows } = await database.query<FlowRow>(
    `select greatest(day, $3::int - 1) as day, market, currency, debit, credit, sum(amount)::bigint as amount
     from day_flow where program_id = $1 and ($2::text is null or market = $2) and day <= $4
     group by 1, 2, 3, 4, 5 order by 1`,
    [about.program, about.market ?? null, from, through],
  );
  return rows;
}

export interface Buyers {
  readonly active: number;
  readonly repeating: number;
}

export async function selectBuyers(database: Database, about: About, { from, through }: Period): Promise<Buyers> {
  const { rows } = await database.query<Buyers>(
    `select count(*) as active, count(*) filter (where purchases > 1) as repeating from (
       select sum(purchases) as purchases from account_day
       where program_id = $1 and ($2::text is null or market = $2) and day between $3 and $4 group by account_id
     ) as buyer`,
    [about.program, about.market ?? null, from, through],
  );
  return rows[0] ?? { active: 0, repeating: 0 };
}

/** How many accounts bought something in each step; the steps follow each other without a gap. */
export async function selectActive(
  database: Database,
  about: About,
  steps: readonly Period[],
): Promise<readonly number[]> {
  const { rows } = await database.query<{ step: number; active: number }>(
    `select width_bucket(day, $3::int[]) as step, count(distinct account_id) as active from account_day
     where program_id = $1 and ($2::text is null or market = $2) and day between $4 and $5 group by 1`,
    [
      about.program,
      about.market ?? null,
      steps.map(({ from }) => from),
      steps[0]?.from ?? 0,
      steps.at(-1)?.through ?? 0,
    ],
  );
  const active = new Map(rows.map((row) => [row.step, row.active]));
  return steps.map((_, index) => active.get(index + 1) ?? 0);
}

export interface MoveRow {
  readonly day: number;
  readonly account: string;
  readonly ladder: string;
  readonly left_level: string | null;
  readonly level: string;
}

export async function selectMoves(database: Database, about: About, { from, through }: Period) {
  const { rows } = await database.query<MoveRow>(
    `select day, account_id as account, ladder, left_level, level from level_move
     where program_id = $1 and ($2::text is null or market = $2) and day between $3 and $4
     order by day, account_id, sequence`,
    [about.program, about.market ?? null, from, through],
  );
  return rows;
}
