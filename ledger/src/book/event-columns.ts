/** Columns of `event e` under the names of `EventTexts`, without what is personal. */
export const KEPT_COLUMNS = `e.id, e.kind, e.occurred_at as "occurredAt", e.at, e.recorded_at as "recordedAt",
  e.sequence, e.version, e.about, e.origin, e.private_hash as "privateHash",
  e.body, e.facts, e.reading, e.rules, e.balances`;

/** The same with what its private row still says. */
export const EVENT_COLUMNS = `${KEPT_COLUMNS}, case when e.private_hash is not null then (
    select p.body from private_row p where p.bucket = e.bucket and p.program_id = e.program_id
      and p.account_id = e.account_id and p.sequence = e.sequence) end as "privateBody"`;

/**
 * The event that `k` names. The program is compared behind the index: before there are statistics, a planner would take
 * the whole program for one row.
 */
export const EVENT_BY_ID = "e.bucket = $1 and e.id = k.id and e.program_id || '' = k.program_id";
