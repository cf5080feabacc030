/** Columns of `event e` under the names of `EventTexts`. */
export const EVENT_COLUMNS = `e.id, e.kind, e.occurred_at as "occurredAt", e.at, e.recorded_at as "recordedAt",
  e.sequence, e.version, e.about, e.origin, e.private_hash as "privateHash",
  e.body, e.facts, e.reading, e.rules, e.balances`;
