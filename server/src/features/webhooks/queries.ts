import type { Database } from '@trofast/db';

export interface WebhookRow {
  readonly program_id: string;
  readonly id: string;
  readonly name: string;
  readonly url: string;
  readonly kinds: string;
  readonly secret: string;
  readonly is_active: boolean;
  readonly created_at: number;
  readonly cursor: string;
}

export interface WebhookState extends WebhookRow {
  readonly waiting: number;
  readonly failed: number;
  readonly last_delivered: number | null;
}

const webhookColumns = 'w.program_id, w.id, w.name, w.url, w.kinds, w.secret, w.is_active, w.created_at, w.cursor';

export async function insertWebhook(database: Database, row: WebhookRow) {
  await database.query(
    `insert into webhook (program_id, id, name, url, kinds, secret, is_active, created_at, cursor)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [row.program_id, row.id, row.name, row.url, row.kinds, row.secret, row.is_active, row.created_at, row.cursor],
  );
}

/** Of one program, perhaps one of them; oldest first. */
export async function selectWebhooks(
  database: Database,
  program: string,
  id?: string,
): Promise<readonly WebhookState[]> {
  const { rows } = await database.query<WebhookState>(
    `select ${webhookColumns},
       count(d.id) filter (where d.state = 'waiting') as waiting, count(d.id) filter (where d.state = 'failed') as failed,
       max(d.last_at) filter (where d.state = 'delivered') as last_delivered
     from webhook w left join delivery d on d.program_id = w.program_id and d.webhook_id = w.id
     where w.program_id = $1 and ($2::text is null or w.id = $2)
     group by w.program_id, w.id order by w.created_at, w.id`,
    [program, id ?? null],
  );
  return rows;
}

export async function selectActiveWebhooks(database: Database): Promise<readonly WebhookRow[]> {
  const { rows } = await database.query<WebhookRow>(
    `select ${webhookColumns} from webhook w where w.is_active order by w.program_id, w.id`,
  );
  return rows;
}

export type WebhookChange = Pick<WebhookRow, 'name' | 'url' | 'kinds' | 'secret' | 'is_active'>;

export async function updateWebhook(database: Database, program: string, id: string, change: WebhookChange) {
  await database.query(
    'update webhook set name = $3, url = $4, kinds = $5, secret = $6, is_active = $7 where program_id = $1 and id = $2',
    [program, id, change.name, change.url, change.kinds, change.secret, change.is_active],
  );
}

export async function deleteWebhookRow(database: Database, program: string, id: string): Promise<boolean> {
  const { rowCount } = await database.query('delete from webhook where program_id = $1 and id = $2', [program, id]);
  return rowCount === 1;
}

export interface DeliveryRow {
  readonly program_id: string;
  readonly webhook_id: string;
  readonly id: string;
  readonly event_id: string;
  readonly kind: string;
  readonly state: 'waiting' | 'delivered' | 'failed';
  readonly attempts: number;
  readonly created_at: number;
  readonly next_at: number;
  readonly last_at: number | null;
  readonly status: number | null;
  readonly problem: string | null;
}

const deliveryColumns = `program_id, webhook_id, id, event_id, kind, state, attempts, created_at, next_at, last_at,
  status, problem`;

export interface NewDelivery {
  readonly id: string;
  readonly event: string;
  readonly kind: string;
}

/** Moves a webhook on in the feed, with a delivery for each event on the way; nothing when another server was faster. */
export async function moveOn(
  database: Database,
  webhook: WebhookRow,
  next: string,
  deliveries: readonly NewDelivery[],
  now: number,
) {
  await database.transaction(async (client) => {
    const { rowCount } = await client.query(
      'update webhook set cursor = $4 where program_id = $1 and id = $2 and cursor = $3',
      [webhook.program_id, webhook.id, webhook.cursor, next],
    );
    if (rowCount !== 1 || deliveries.length === 0) return;
    await client.query(
      `insert into delivery (program_id, webhook_id, id, event_id, kind, state, attempts, created_at, next_at)
       select $1, $2, k.id, k.event_id, k.kind, 'waiting', 0, $3::bigint + k.place, $3
       from unnest($4::text[], $5::text[], $6::text[]) with ordinality as k (id, event_id, kind, place)`,
      [
        webhook.program_id,
        webhook.id,
        now,
        deliveries.map(({ id }) => id),
        deliveries.map(({ event }) => event),
        deliveries.map(({ kind }) => kind),
      ],
    );
  });
}

/** Takes deliveries that are due, so that no other server sends them before `leaseUntil`. */
export async function takeDue(database: Database, now: number, leaseUntil: number, limit: number) {
  const { rows } = await database.query<DeliveryRow>(
    `update delivery d set next_at = $2 from (
       select d.program_id, d.webhook_id, d.id from delivery d
       join webhook w on w.program_id = d.program_id and w.id = d.webhook_id and w.is_active
       where d.state = 'waiting' and d.next_at <= $1 order by d.next_at, d.created_at limit $3 for update of d skip locked
     ) as due
     where d.program_id = due.program_id and d.webhook_id = due.webhook_id and d.id = due.id
     returning ${deliveryColumns
       .split(',')
       .map((column) => `d.${column.trim()}`)
       .join(', ')}`,
    [now, leaseUntil, limit],
  );
  return rows.toSorted((one, other) => one.created_at - other.created_at);
}

export type DeliveryOutcome = Pick<DeliveryRow, 'state' | 'attempts' | 'next_at' | 'last_at' | 'status' | 'problem'>;

export async function saveOutcome(database: Database, delivery: DeliveryRow, outcome: DeliveryOutcome) {
  await database.query(
    `update delivery set state = $4, attempts = $5, next_at = $6, last_at = $7, status = $8, problem = $9
     where program_id = $1 and webhook_id = $2 and id = $3`,
    [
      delivery.program_id,
      delivery.webhook_id,
      delivery.id,
      outcome.state,
      outcome.attempts,
      outcome.next_at,
      outcome.last_at,
      outcome.status,
      outcome.problem,
    ],
  );
}

/** Newest first, behind a place. */
export async function selectDeliveries(
  database: Database,
  program: string,
  webhook: string,
  page: {
    readonly state: string | undefined;
    readonly after: readonly [number, string] | undefined;
    readonly limit: number;
  },
): Promise<readonly DeliveryRow[]> {
  const { rows } = await database.query<DeliveryRow>(
    `select ${deliveryColumns} from delivery
     where program_id = $1 and webhook_id = $2 and ($3::text is null or state = $3)
       and ($4::bigint is null or (created_at, id) < ($4::bigint, $5::text))
     order by created_at desc, id desc limit $6`,
    [program, webhook, page.state ?? null, page.after?.[0] ?? null, page.after?.[1] ?? '', page.limit],
  );
  return rows;
}

/** Due again at once. */
export async function wakeDelivery(database: Database, program: string, webhook: string, id: string, now: number) {
  const { rows } = await database.query<DeliveryRow>(
    `update delivery set state = 'waiting', next_at = $4 where program_id = $1 and webhook_id = $2 and id = $3
     returning ${deliveryColumns}`,
    [program, webhook, id, now],
  );
  return rows[0];
}

/** Where the feed ends now, as its cursor says it. */
export async function selectFeedEnd(database: Database): Promise<string> {
  const { rows } = await database.query<{ number: number }>('select number from bucket_head order by bucket');
  return rows.map(({ number }) => `${number}.2147483647`).join('_');
}

export async function deleteOldDeliveries(database: Database, before: number) {
  await database.query(`delete from delivery where state <> 'waiting' and created_at < $1`, [before]);
}
