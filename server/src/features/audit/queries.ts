import type { Database } from '@trofast/db';

export interface AuditRow {
  readonly program_id: string;
  readonly at: number;
  readonly id: string;
  readonly kind: 'key' | 'staff' | 'till';
  readonly actor: string;
  readonly name: string;
  readonly operation: string;
  readonly looks: boolean;
  readonly member_id: string | null;
  readonly outcome: string;
  readonly request_id: string;
}

const columns = 'program_id, at, id, kind, actor, name, operation, looks, member_id, outcome, request_id';

export async function insertAudit(database: Database, row: AuditRow) {
  await database.query(`insert into audit_entry (${columns}) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`, [
    row.program_id,
    row.at,
    row.id,
    row.kind,
    row.actor,
    row.name,
    row.operation,
    row.looks,
    row.member_id,
    row.outcome,
    row.request_id,
  ]);
}

export interface AuditFilter {
  readonly actor?: string | undefined;
  readonly memberId?: string | undefined;
  readonly operation?: string | undefined;
  readonly kind?: string | undefined;
  readonly looks?: boolean | undefined;
  readonly from?: number | undefined;
  readonly until?: number | undefined;
}

/** Newest first. `before` is the id of the last row of the page before: ids begin with the moment. */
export async function selectAudit(
  database: Database,
  program: string,
  filter: AuditFilter,
  page: { readonly before?: { readonly at: number; readonly id: string } | undefined; readonly limit: number },
): Promise<readonly AuditRow[]> {
  const { rows } = await database.query<AuditRow>(
    `select ${columns} from audit_entry
      where program_id = $1
        and ($2::text is null or actor = $2)
        and ($3::text is null or member_id = $3)
        and ($4::text is null or operation = $4)
        and ($5::text is null or kind = $5)
        and ($6::boolean is null or looks = $6)
        and ($7::bigint is null or at >= $7)
        and ($8::bigint is null or at < $8)
        and ($9::bigint is null or (at, id) < ($9, $10::text))
      order by at desc, id desc limit $11`,
    [
      program,
      filter.actor ?? null,
      filter.memberId ?? null,
      filter.operation ?? null,
      filter.kind ?? null,
      filter.looks ?? null,
      filter.from ?? null,
      filter.until ?? null,
      page.before?.at ?? null,
      page.before?.id ?? null,
      page.limit,
    ],
  );
  return rows;
}
