/** Columns of `event e` under the names of `EventTexts`. */
export const EVENT_COLUMNS = `e.id, e.kind, e.occurred_at as "occurredAt", e.at, e.recorded_at as "recordedAt",
  e.sequence, e.version, e.about, e.origin, e.private_hash as "privateHash",
  e.body, e.facts, e.reading, e.rules, e.balances`;

/**
 * The event that `k` names. The program is compared behind the index: before there are statistics, a planner would take
 * the whole program for one row.
 */
export const EVENT_BY_ID = "e.bucket = $1 and e.id = k.id and e.program_id || '' = k.program_id";
