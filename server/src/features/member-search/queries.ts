import type { Database } from '@trofast/db';

export interface FoundRow {
  readonly member_id: string;
  readonly account_id: string;
  readonly market: string;
  readonly since: number;
  readonly person: string;
  readonly cards: string;
  readonly levels: string;
  readonly points: Readonly<Record<string, number>>;
  readonly purchases: number;
  readonly last_purchase: number | null;
  readonly lists: readonly string[];
  /** What was found, where words were asked for. */
  readonly word: string;
}

export interface Filters {
  readonly program: string;
  readonly tags: readonly string[];
  readonly list?: string | undefined;
  readonly joinedFrom?: number | undefined;
  readonly joinedThrough?: number | undefined;
  readonly currency?: string | undefined;
  readonly pointsAtLeast?: number | undefined;
  readonly boughtFrom?: number | undefined;
  readonly boughtThrough?: number | undefined;
  /** Days of lists are compared with it. */
  readonly today: number;
}

/** Texts with a value for each `$`: conditions are added as they are asked for. */
interface Statement {
  readonly values: unknown[];
  param(value: unknown): string;
}

const columns = `s.member_id, s.account_id, s.market, s.since, s.person, s.cards, s.levels, s.points, s.purchases,
  s.last_purchase`;

/** Newest members first, behind a place. */
export async function selectNewest(
  database: Database,
  filters: Filters,
  after: { readonly since: number; readonly member: string } | undefined,
  limit: number,
): Promise<readonly FoundRow[]> {
  const statement = begin();
  const conditions = conditionsOf(filters, statement);
  if (after) {
    conditions.push(`(s.since, s.member_id) < (${statement.param(after.since)}, ${statement.param(after.member)})`);
  }
  const { rows } = await database.query<FoundRow>(
    `select ${columns}, '' as word, ${listsOf(filters, statement)} from member_summary s
     where ${conditions.join(' and ')} order by s.since desc, s.member_id desc limit ${statement.param(limit)}`,
    statement.values,
  );
  return rows;
}

/** In the order of what is found: the first word leads, by its beginning, and all others must begin something too. */
export async function selectByWords(
  database: Database,
  filters: Filters,
  words: readonly string[],
  after: { readonly word: string; readonly member: string } | undefined,
  limit: number,
): Promise<readonly FoundRow[]> {
  const statement = begin();
  const [leading = '', ...others] = words.toSorted((one, other) => other.length - one.length);
  const program = statement.param(filters.program);
  const begins = (column: string, word: string) =>
    `${column} >= ${statement.param(word)} and ${column} < ${statement.param(`${word}\u{10ffff}`)}`;
  const found = [
    `w.program_id = ${program}`,
    begins('w.word', leading),
    // One line for each member: that of its first word that begins so.
    `not exists (select from member_word e where e.program_id = ${program} and e.member_id = w.member_id
       and ${begins('e.word', leading)} and e.word < w.word)`,
    ...others.map(
      (word) => `exists (select from member_word o where o.program_id = ${program} and o.member_id = w.member_id
         and ${begins('o.word', word)})`,
    ),
    ...(after ? [`(w.word, w.member_id) > (${statement.param(after.word)}, ${statement.param(after.member)})`] : []),
    ...conditionsOf(filters, statement),
  ];
  const { rows } = await database.query<FoundRow>(
    `select ${columns}, w.word, ${listsOf(filters, statement)} from member_word w
     join member_summary s on s.program_id = w.program_id and s.member_id = w.member_id
     where ${found.join(' and ')} order by w.word, w.member_id limit ${statement.param(limit)}`,
    statement.values,
  );
  return rows;
}

function begin(): Statement {
  const values: unknown[] = [];
  return { values, param: (value) => `$${values.push(value)}` };
}

function conditionsOf(filters: Filters, { param }: Statement): string[] {
  const { program, tags, list, joinedFrom, joinedThrough, currency, pointsAtLeast, boughtFrom, boughtThrough } =
    filters;
  const conditions = [`s.program_id = ${param(program)}`];
  if (tags.length > 0) conditions.push(`s.tags @> ${param(tags)}::text[]`);
  if (joinedFrom !== undefined) conditions.push(`s.since >= ${param(joinedFrom)}`);
  if (joinedThrough !== undefined) conditions.push(`s.since <= ${param(joinedThrough)}`);
  if (boughtFrom !== undefined) conditions.push(`s.last_purchase >= ${param(boughtFrom)}`);
  if (boughtThrough !== undefined) conditions.push(`s.last_purchase <= ${param(boughtThrough)}`);
  if (pointsAtLeast !== undefined) {
    conditions.push(`coalesce((s.points ->> ${param(currency)})::bigint, 0) >= ${param(pointsAtLeast)}`);
  }
  if (list !== undefined) {
    conditions.push(
      `exists (select from list_stay l where l.program_id = s.program_id and l.member_id = s.member_id
         and l.list = ${param(list)} and ${isRunning(param(filters.today))})`,
    );
  }
  return conditions;
}

function listsOf({ today }: Filters, { param }: Statement): string {
  return `array(select distinct l.list from list_stay l where l.program_id = s.program_id
    and l.member_id = s.member_id and ${isRunning(param(today))} order by 1) as lists`;
}

function isRunning(today: string): string {
  return `l.from_day <= ${today}::int and (l.through_day is null or l.through_day >= ${today}::int)`;
}
