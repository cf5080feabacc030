import type { ClientBase } from '@trofast/db';
import type { ListStayRow, MemberSummary } from './summarise-members.ts';

export interface SummaryRow extends MemberSummary {
  readonly program: string;
  /** As it is stored; undefined: it has not changed. */
  readonly person: string | undefined;
  /** Since the row was written last. */
  readonly purchases: number;
  readonly lastPurchase: number | undefined;
}

export interface Named {
  readonly program: string;
  readonly member: string;
}

export async function upsertSummaries(client: ClientBase, rows: readonly SummaryRow[]) {
  if (rows.length === 0) return;
  await client.query(
    `insert into member_summary
       (program_id, member_id, account_id, market, since, person, cards, levels, points, purchases, last_purchase, tags)
     select k.program_id, k.member_id, k.account_id, k.market, k.since, coalesce(k.person, '{}'), k.cards, k.levels,
            k.points, k.purchases, k.last_purchase, array(select jsonb_array_elements_text(k.tags))
     from unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::int[], $6::text[], $7::text[], $8::text[],
                 $9::jsonb[], $10::int[], $11::int[], $12::jsonb[])
       as k (program_id, member_id, account_id, market, since, person, cards, levels, points, purchases, last_purchase, tags)
     on conflict (program_id, member_id) do update set
       account_id = excluded.account_id, market = excluded.market, since = excluded.since,
       person = case when excluded.person = '{}' then member_summary.person else excluded.person end,
       cards = excluded.cards, levels = excluded.levels, points = excluded.points,
       purchases = member_summary.purchases + excluded.purchases,
       last_purchase = greatest(member_summary.last_purchase, excluded.last_purchase), tags = excluded.tags`,
    [
      rows.map(({ program }) => program),
      rows.map(({ member }) => member),
      rows.map(({ account }) => account),
      rows.map(({ market }) => market),
      rows.map(({ since }) => since),
      rows.map(({ person }) => person ?? null),
      rows.map(({ cards }) => JSON.stringify(cards)),
      rows.map(({ levels }) => JSON.stringify(levels)),
      rows.map(({ points }) => JSON.stringify(points)),
      rows.map(({ purchases }) => purchases),
      rows.map(({ lastPurchase }) => lastPurchase ?? null),
      rows.map(({ tags }) => JSON.stringify(tags)),
    ],
  );
}

/** Words and lists of these members go; those of who is still there come with `insertWords` and `insertStays`. */
export async function deleteFound(client: ClientBase, members: readonly Named[]) {
  if (members.length === 0) return;
  const names = namesOf(members);
  for (const table of ['member_word', 'list_stay']) {
    await client.query(
      `delete from ${table} t using unnest($1::text[], $2::text[]) as k (program_id, member_id)
       where t.program_id = k.program_id and t.member_id = k.member_id`,
      names,
    );
  }
}

/** Who has gone has no line any more. */
export async function deleteSummaries(client: ClientBase, members: readonly Named[]) {
  if (members.length === 0) return;
  await client.query(
    `delete from member_summary t using unnest($1::text[], $2::text[]) as k (program_id, member_id)
     where t.program_id = k.program_id and t.member_id = k.member_id`,
    namesOf(members),
  );
}

/** What staff wrote of an erased person, and asked to give them, goes with the person's data. */
export async function deleteNotes(client: ClientBase, members: readonly Named[]) {
  if (members.length === 0) return;
  await client.query(
    `delete from note t using unnest($1::text[], $2::text[]) as k (program_id, member_id)
     where t.program_id = k.program_id and t.member_id = k.member_id`,
    namesOf(members),
  );
  await client.query(
    `update approval t set reason = '', comment = null from unnest($1::text[], $2::text[]) as k (program_id, member_id)
     where t.program_id = k.program_id and t.member_id = k.member_id`,
    namesOf(members),
  );
}

export async function insertWords(client: ClientBase, rows: readonly (Named & { readonly word: string })[]) {
  if (rows.length === 0) return;
  await client.query(
    `insert into member_word (program_id, word, member_id)
     select * from unnest($1::text[], $2::text[], $3::text[]) on conflict do nothing`,
    [rows.map(({ program }) => program), rows.map(({ word }) => word), rows.map(({ member }) => member)],
  );
}

export async function insertStays(client: ClientBase, rows: readonly (ListStayRow & { readonly program: string })[]) {
  if (rows.length === 0) return;
  await client.query(
    `insert into list_stay (program_id, list, member_id, from_day, through_day)
     select * from unnest($1::text[], $2::text[], $3::text[], $4::int[], $5::int[]) on conflict do nothing`,
    [
      rows.map(({ program }) => program),
      rows.map(({ list }) => list),
      rows.map(({ member }) => member),
      rows.map(({ from }) => from),
      rows.map(({ through }) => through ?? null),
    ],
  );
}

function namesOf(members: readonly Named[]) {
  return [members.map(({ program }) => program), members.map(({ member }) => member)];
}
