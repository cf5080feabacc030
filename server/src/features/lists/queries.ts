import type { Database } from '@trofast/db';

const isRunning = 'l.from_day <= $2 and (l.through_day is null or l.through_day >= $2)';

/** How many are on each list on a day. */
export async function countOnLists(
  database: Database,
  program: string,
  day: number,
): Promise<ReadonlyMap<string, number>> {
  const { rows } = await database.query<{ list: string; members: number }>(
    `select l.list, count(distinct l.member_id) as members from list_stay l
     where l.program_id = $1 and ${isRunning} group by l.list`,
    [program, day],
  );
  return new Map(rows.map(({ list, members }) => [list, members]));
}

export interface OnListRow {
  readonly member_id: string;
  readonly person: string;
  readonly from_day: number;
  readonly through_day: number | null;
}

/** By member id, behind one. */
export async function selectOnList(
  database: Database,
  program: string,
  day: number,
  list: string,
  after: string,
  limit: number,
): Promise<readonly OnListRow[]> {
  const { rows } = await database.query<OnListRow>(
    `select distinct on (l.member_id) l.member_id, coalesce(s.person, '{}') as person, l.from_day, l.through_day
     from list_stay l left join member_summary s on s.program_id = l.program_id and s.member_id = l.member_id
     where l.program_id = $1 and ${isRunning} and l.list = $3 and l.member_id > $4
     order by l.member_id, l.from_day limit $5`,
    [program, day, list, after, limit],
  );
  return rows;
}
