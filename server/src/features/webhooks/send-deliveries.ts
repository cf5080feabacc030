import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import type { Context } from '../../context.ts';
import { instantText } from '../../instants.ts';
import { outcomeView } from '../events/index.ts';
import { type Posted, postMessage } from './post-message.ts';
import {
  type DeliveryOutcome,
  type DeliveryRow,
  deleteOldDeliveries,
  moveOn,
  saveOutcome,
  selectActiveWebhooks,
  selectFeedEnd,
  selectWebhooks,
  takeDue,
  updateWebhook,
  type WebhookRow,
} from './queries.ts';
import { signedHeaders } from './sign.ts';

export type Sending = Pick<Context, 'database' | 'ledger'> & { readonly allowsPrivate: boolean };

const pauseMilliseconds = 1000;
const eventsAtOnce = 200;
const deliveriesAtOnce = 20;
const leaseMilliseconds = 60_000;
const keptMilliseconds = 30 * 86_400_000;
const tidyEvery = 3_600_000;

/** Seconds between tries, as Standard Webhooks proposes them: three days in all. */
const pausesSeconds = [5, 300, 1800, 7200, 18_000, 36_000, 50_400, 72_000, 86_400] as const;
/** The other side wants no more of it. */
const gone = 410;

export interface KeptSending {
  stop(): Promise<void>;
}

/** Turns events into deliveries and sends what is due, until it is stopped. */
export function keepSending(sending: Sending, log: (line: string) => void): KeptSending {
  const stopping = new AbortController();
  let tidied = 0;
  const loop = async () => {
    while (!stopping.signal.aborted) {
      await wait(pauseMilliseconds, undefined, { signal: stopping.signal, ref: false }).catch(() => undefined);
      if (stopping.signal.aborted) return;
      try {
        await sendDeliveries(sending);
        if (Date.now() - tidied > tidyEvery) {
          tidied = Date.now();
          await deleteOldDeliveries(sending.database, tidied - keptMilliseconds);
        }
      } catch (error) {
        log(`Webhooks will be tried again: ${error instanceof Error ? error.message : String(error)}`);
      }
    }
  };
  const running = loop();
  return {
    stop: async () => {
      stopping.abort();
      await running;
    },
  };
}

async function sendDeliveries(sending: Sending) {
  const webhooks = await selectActiveWebhooks(sending.database);
  if (webhooks.length === 0) return;
  for (const webhook of webhooks) await readOn(sending, webhook);
  for (;;) {
    const now = Date.now();
    const due = await takeDue(sending.database, now, now + leaseMilliseconds, deliveriesAtOnce);
    // Each webhook's own go one after another, in the order of the feed.
    const byWebhook = Map.groupBy(due, ({ program_id, webhook_id }) => `${program_id} ${webhook_id}`);
    await Promise.all([...byWebhook.values()].map((own) => sendInOrder(sending, webhooks, own)));
    if (due.length < deliveriesAtOnce) return;
  }
}

/** Goes on in the feed from where the webhook stands. */
async function readOn({ database, ledger }: Sending, webhook: WebhookRow) {
  // After a rebucket a cursor means nothing any more; what came since the last look then is the feed's to catch up.
  if (webhook.cursor.split('_').length !== ledger.buckets) {
    return await moveOn(database, webhook, await selectFeedEnd(database), [], Date.now());
  }
  const { rows, next } = await ledger.feed(webhook.program_id, { cursor: webhook.cursor, limit: eventsAtOnce });
  if (next === undefined || next === webhook.cursor) return;
  const kinds: readonly string[] = JSON.parse(webhook.kinds);
  const wanted = rows.filter(({ event }) => kinds.length === 0 || kinds.includes(event.kind));
  const deliveries = wanted.map(({ event }) => ({ id: `msg_${randomUUID()}`, event: event.id, kind: event.kind }));
  await moveOn(database, webhook, next, deliveries, Date.now());
}

async function sendInOrder(sending: Sending, webhooks: readonly WebhookRow[], deliveries: readonly DeliveryRow[]) {
  for (const delivery of deliveries) {
    const webhook = webhooks.find(
      ({ program_id, id }) => program_id === delivery.program_id && id === delivery.webhook_id,
    );
    if (webhook) await send(sending, webhook, delivery);
  }
}

async function send(sending: Sending, webhook: WebhookRow, delivery: DeliveryRow) {
  const { database, allowsPrivate } = sending;
  const body = await messageOf(sending, delivery);
  const headers = {
    'Content-Type': 'application/cloudevents+json; charset=utf-8',
    'User-Agent': 'Trofast',
    ...signedHeaders(webhook.secret, delivery.id, Math.floor(Date.now() / 1000), body),
  };
  const posted = await postMessage(webhook.url, headers, body, allowsPrivate);
  await saveOutcome(database, delivery, outcomeOf(delivery, posted, Date.now()));
  if (posted.status === gone) {
    const [current] = await selectWebhooks(database, webhook.program_id, webhook.id);
    if (current) await updateWebhook(database, webhook.program_id, webhook.id, { ...current, is_active: false });
  }
}

/** The event as CloudEvents 1.0, structured; nothing in it names a person. */
async function messageOf({ ledger }: Sending, { program_id, event_id }: DeliveryRow): Promise<string> {
  const stored = await ledger.event(program_id, event_id);
  const programs = await ledger.programs.load(program_id);
  if (!stored || !programs) throw new Error(`The event ${event_id} of a delivery has gone`);
  return JSON.stringify({
    specversion: '1.0',
    id: event_id,
    source: `/v1/programs/${program_id}`,
    type: `trofast.${stored.event.kind}`,
    subject: stored.account,
    time: instantText(stored.event.occurredAt),
    datacontenttype: 'application/json',
    data: outcomeView({ programs, recorded: stored, accountId: stored.account, codes: stored.codes, locale: 'en' }),
  });
}

function outcomeOf({ attempts }: DeliveryRow, { status, problem }: Posted, now: number): DeliveryOutcome {
  const pause = pausesSeconds[attempts];
  const common = { attempts: attempts + 1, last_at: now, status: status ?? null };
  if (problem === undefined) return { ...common, state: 'delivered', next_at: now, problem: null };
  if (pause === undefined || status === gone) return { ...common, state: 'failed', next_at: now, problem };
  return { ...common, state: 'waiting', next_at: now + pause * 1000, problem };
}
