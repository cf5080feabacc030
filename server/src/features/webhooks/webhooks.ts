import { randomUUID } from 'node:crypto';
import type { Input, Output } from '@trofast/contract';
import { type Answered, type Context, type Failure, fail, malformed, reply } from '../../context.ts';
import { instantText } from '../../instants.ts';
import { isPrivateHost } from './addresses.ts';
import {
  type DeliveryRow,
  deleteWebhookRow,
  insertWebhook,
  selectDeliveries,
  selectFeedEnd,
  selectWebhooks,
  updateWebhook,
  type WebhookState,
  wakeDelivery,
} from './queries.ts';
import { newSecret } from './sign.ts';

type Webhook = Output<'changeWebhook'>;
type Delivery = Output<'resendDelivery'>;

const limitUsual = 50;

export async function createWebhook(
  context: Context,
  { name, url, kinds = [] }: Input<'createWebhook'>,
): Promise<Answered<Output<'createWebhook'>>> {
  const { database, program } = context;
  const refused = refusedAddress(context, url);
  if (refused) return refused;
  const state: WebhookState = {
    ...{ program_id: program, id: randomUUID(), name, url, kinds: JSON.stringify(kinds), secret: newSecret() },
    ...{ is_active: true, created_at: Date.now(), cursor: await selectFeedEnd(database) },
    ...{ waiting: 0, failed: 0, last_delivered: null },
  };
  await insertWebhook(database, state);
  return reply({ ...webhookView(state), secret: state.secret });
}

export async function listWebhooks({ database, program }: Context): Promise<Answered<Output<'listWebhooks'>>> {
  return reply({ items: (await selectWebhooks(database, program)).map(webhookView) });
}

export async function changeWebhook(
  context: Context,
  { webhookId, name, url, kinds, isActive }: Input<'changeWebhook'>,
): Promise<Answered<Webhook>> {
  const { database, program } = context;
  const [known] = await selectWebhooks(database, program, webhookId);
  if (!known) return fail('unknown_webhook');
  const refused = url === undefined ? undefined : refusedAddress(context, url);
  if (refused) return refused;
  const changed: WebhookState = {
    ...known,
    name: name ?? known.name,
    url: url ?? known.url,
    kinds: kinds ? JSON.stringify(kinds) : known.kinds,
    is_active: isActive ?? known.is_active,
  };
  await updateWebhook(database, program, webhookId, changed);
  return reply(webhookView(changed));
}

export async function renewWebhookSecret(
  { database, program }: Context,
  { webhookId }: Input<'renewWebhookSecret'>,
): Promise<Answered<Output<'renewWebhookSecret'>>> {
  const [known] = await selectWebhooks(database, program, webhookId);
  if (!known) return fail('unknown_webhook');
  const secret = newSecret();
  await updateWebhook(database, program, webhookId, { ...known, secret });
  return reply({ ...webhookView(known), secret });
}

export async function deleteWebhook(
  { database, program }: Context,
  { webhookId }: Input<'deleteWebhook'>,
): Promise<Answered<undefined>> {
  return (await deleteWebhookRow(database, program, webhookId)) ? reply(undefined) : fail('unknown_webhook');
}

export async function listDeliveries(
  { database, program }: Context,
  { webhookId, state, cursor, limit = limitUsual }: Input<'listDeliveries'>,
): Promise<Answered<Output<'listDeliveries'>>> {
  if ((await selectWebhooks(database, program, webhookId)).length === 0) return fail('unknown_webhook');
  const [, at, id] = /^(\d{1,15})\.(\S+)$/.exec(cursor ?? '') ?? [];
  if (cursor !== undefined && id === undefined) return malformed('/cursor', 'This is no cursor of this list.');
  const after = at === undefined || id === undefined ? undefined : ([Number(at), id] as const);
  const rows = await selectDeliveries(database, program, webhookId, { state, after, limit: limit + 1 });
  const shown = rows.slice(0, limit);
  const last = rows.length > limit ? shown.at(-1) : undefined;
  const more = last ? { next: `${last.created_at}.${last.id}` } : {};
  return reply({ items: shown.map(deliveryView), ...more }, more);
}

export async function resendDelivery(
  { database, program }: Context,
  { webhookId, deliveryId }: Input<'resendDelivery'>,
): Promise<Answered<Delivery>> {
  if ((await selectWebhooks(database, program, webhookId)).length === 0) return fail('unknown_webhook');
  const woken = await wakeDelivery(database, program, webhookId, deliveryId, Date.now());
  return woken ? reply(deliveryView(woken)) : fail('unknown_delivery');
}

function refusedAddress({ allowsPrivateWebhooks }: Context, url: string): Failure | undefined {
  if (!URL.canParse(url)) return fail('address_not_allowed', { detail: 'This is no address.' });
  if (allowsPrivateWebhooks || !isPrivateHost(url)) return undefined;
  return fail('address_not_allowed', {
    detail: 'It is in a private network. The operator may allow that with --private-webhooks.',
  });
}

function webhookView(state: WebhookState): Webhook {
  const { id, name, url, kinds, is_active, created_at, waiting, failed, last_delivered } = state;
  return {
    ...{ id, name, url, kinds: JSON.parse(kinds), isActive: is_active, createdAt: instantText(created_at) },
    ...{ waiting, failed },
    ...(last_delivered === null ? {} : { lastDelivered: instantText(last_delivered) }),
  };
}

function deliveryView(row: DeliveryRow): Delivery {
  return {
    ...{ id: row.id, eventId: row.event_id, kind: row.kind, state: row.state, attempts: row.attempts },
    createdAt: instantText(row.created_at),
    ...(row.state === 'waiting' ? { nextAt: instantText(row.next_at) } : {}),
    ...(row.last_at === null ? {} : { lastAt: instantText(row.last_at) }),
    ...(row.status === null ? {} : { status: row.status }),
    ...(row.problem === null ? {} : { problem: row.problem }),
  };
}
