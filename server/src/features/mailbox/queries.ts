import type { Database } from '@trofast/db';

export type MessageState = 'kept' | 'waiting' | 'sent' | 'failed';

export interface MessageRow {
  readonly program_id: string;
  readonly id: string;
  readonly organisation_id: string | null;
  readonly member_id: string | null;
  readonly purpose: string;
  readonly recipient: string;
  readonly subject: string;
  readonly text: string | null;
  readonly html: string | null;
  readonly state: MessageState;
  readonly failure: string | null;
  readonly at: number;
}

const columns =
  'program_id, id, organisation_id, member_id, purpose, recipient, subject, text, html, state, failure, at';

export async function insertMessage(database: Database, row: MessageRow) {
  await database.query(`insert into message (${columns}) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`, [
    row.program_id,
    row.id,
    row.organisation_id,
    row.member_id,
    row.purpose,
    row.recipient,
    row.subject,
    row.text,
    row.html,
    row.state,
    row.failure,
    row.at,
  ]);
}

export interface Delivery {
  readonly state: MessageState;
  readonly failure?: string;
  /** What could sign somebody in goes with the delivery, and its subject with it. */
  readonly forgets: boolean;
}

export async function noteDelivery(
  database: Database,
  { program_id, id, purpose }: MessageRow,
  { state, failure, forgets }: Delivery,
) {
  await database.query(
    `update message set state = $3, failure = $4, text = case when $5 then null else text end,
       html = case when $5 then null else html end, subject = case when $5 then $6 else subject end
      where program_id = $1 and id = $2`,
    [program_id, id, state, failure ?? null, forgets, purpose],
  );
}

/** What the staff of a program may see: its own messages, and for an owner those about the organisation too. */
export interface Shelf {
  readonly program: string;
  readonly organisation: string | null;
}

/** Newest first: ids begin with the moment. */
export async function selectMessages(
  database: Database,
  { program, organisation }: Shelf,
  page: { readonly before?: string | undefined; readonly limit: number },
): Promise<readonly MessageRow[]> {
  const { rows } = await database.query<MessageRow>(
    `select ${columns} from message
      where (program_id = $1 or (program_id = '' and organisation_id = $2)) and ($3::text is null or id < $3)
      order by id desc limit $4`,
    [program, organisation, page.before ?? null, page.limit],
  );
  return rows;
}

export async function selectMessage(database: Database, { program, organisation }: Shelf, id: string) {
  const { rows } = await database.query<MessageRow>(
    `select ${columns} from message
      where id = $3 and (program_id = $1 or (program_id = '' and organisation_id = $2))`,
    [program, organisation, id],
  );
  return rows[0];
}

/** With a person go the messages to them. */
export async function deleteMessagesOf(database: Database, program: string, member: string) {
  await database.query('delete from message where program_id = $1 and member_id = $2', [program, member]);
}
