import type { Database } from '@trofast/db';

export interface ApprovalRow {
  readonly id: string;
  readonly state: 'waiting' | 'accepted' | 'declined';
  readonly member_id: string;
  readonly account_id: string;
  readonly currency: string;
  readonly amount: number;
  readonly reason: string;
  readonly asked_by: string;
  readonly asked_by_name: string;
  readonly asked_at: number;
  readonly answered_by: string | null;
  readonly answered_by_name: string | null;
  readonly answered_at: number | null;
  readonly comment: string | null;
  readonly event_id: string | null;
}

const columns = `id, state, member_id, account_id, currency, amount, reason, asked_by, asked_by_name, asked_at,
  answered_by, answered_by_name, answered_at, comment, event_id`;
const shownMost = 500;

/** `false`: this request has been made before. */
export async function insertApproval(database: Database, program: string, row: ApprovalRow): Promise<boolean> {
  const { rowCount } = await database.query(
    `insert into approval (program_id, id, state, member_id, account_id, currency, amount, reason, asked_by,
       asked_by_name, asked_at)
     values ($1, $2, 'waiting', $3, $4, $5, $6, $7, $8, $9, $10) on conflict (program_id, id) do nothing`,
    [
      program,
      row.id,
      row.member_id,
      row.account_id,
      row.currency,
      row.amount,
      row.reason,
      row.asked_by,
      row.asked_by_name,
      row.asked_at,
    ],
  );
  return rowCount === 1;
}

export async function selectApproval(database: Database, program: string, id: string) {
  const { rows } = await database.query<ApprovalRow>(
    `select ${columns} from approval where program_id = $1 and id = $2`,
    [program, id],
  );
  return rows[0];
}

export async function selectApprovals(
  database: Database,
  program: string,
  { state, member }: { readonly state?: string | undefined; readonly member?: string | undefined },
): Promise<readonly ApprovalRow[]> {
  const { rows } = await database.query<ApprovalRow>(
    `select ${columns} from approval
     where program_id = $1 and ($2::text is null or state = $2) and ($3::text is null or member_id = $3)
     order by asked_at desc, id limit ${shownMost}`,
    [program, state ?? null, member ?? null],
  );
  return rows;
}

export interface ApprovalAnswer {
  readonly state: 'accepted' | 'declined';
  readonly by: string;
  readonly byName: string;
  readonly at: number;
  readonly comment?: string | undefined;
  readonly event?: string | undefined;
}

/** Only one answer counts; `undefined` when another came first. */
export async function answerApproval(
  database: Database,
  program: string,
  id: string,
  { state, by, byName, at, comment, event }: ApprovalAnswer,
): Promise<ApprovalRow | undefined> {
  const { rows } = await database.query<ApprovalRow>(
    `update approval set state = $3, answered_by = $4, answered_by_name = $5, answered_at = $6, comment = $7,
       event_id = $8
     where program_id = $1 and id = $2 and state = 'waiting' returning ${columns}`,
    [program, id, state, by, byName, at, comment ?? null, event ?? null],
  );
  return rows[0];
}

export async function countWaitingOf(database: Database, program: string, member: string): Promise<number> {
  const { rows } = await database.query<{ waiting: number }>(
    `select count(*) as waiting from approval where program_id = $1 and member_id = $2 and state = 'waiting'`,
    [program, member],
  );
  return rows[0]?.waiting ?? 0;
}
