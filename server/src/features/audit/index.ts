import type { Database } from '@trofast/db';
import type { Verbs } from '../../context.ts';
import { type Asked, auditRow } from './audit-row.ts';
import { listAudit } from './list-audit.ts';
import { insertAudit } from './queries.ts';

/** Writes down who did or saw something, before they are answered. */
export async function keepAudit(database: Database, asked: Asked) {
  const row = auditRow(asked);
  if (row) await insertAudit(database, row);
}

export const audit = { listAudit } satisfies Verbs<'listAudit'>;
