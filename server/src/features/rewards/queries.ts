import type { Database } from '@trofast/db';

/** How many of each reward were taken from stock. */
export async function selectTaken(database: Database, program: string): Promise<ReadonlyMap<string, number>> {
  const { rows } = await database.query<{ name: string; taken: number }>(
    `select name, sum(taken)::bigint as taken from allotment where program_id = $1 and kind = 'stock' group by name`,
    [program],
  );
  return new Map(rows.map(({ name, taken }) => [name, taken]));
}

export interface VoucherCounts {
  readonly issued: number;
  readonly used: number;
}

export async function selectVoucherCounts(
  database: Database,
  program: string,
): Promise<ReadonlyMap<string, VoucherCounts>> {
  const { rows } = await database.query<{ key: string; issued: number; used: number }>(
    `select key, coalesce(sum(amount) filter (where measure = 'issued'), 0)::bigint as issued,
       coalesce(sum(amount) filter (where measure = 'used'), 0)::bigint as used
     from day_count where program_id = $1 and measure in ('issued', 'used') group by key`,
    [program],
  );
  return new Map(rows.map(({ key, issued, used }) => [key, { issued, used }]));
}
