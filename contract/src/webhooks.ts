import { z } from 'zod';
import { operation } from './operation.ts';
import { pageOf } from './pages.ts';
import { Instant, Name } from './values.ts';

const Kinds = z
  .array(z.string().regex(/^[a-z_]{1,60}$/))
  .max(60)
  .meta({
    id: 'WebhookKinds',
    description: 'Kinds of event, as in the feed; all when empty.',
    examples: [['purchase']],
  });

const Address = z
  .string()
  .max(2000)
  .regex(/^https?:\/\/\S+$/)
  .meta({ id: 'WebhookAddress', examples: ['https://shop.example.com/trofast'] });

const webhook = {
  id: z.string(),
  name: z.string(),
  url: z.string(),
  kinds: Kinds,
  isActive: z.boolean(),
  createdAt: Instant,
  waiting: z.int().meta({ description: 'Deliveries to come or to be tried again.' }),
  failed: z.int().meta({ description: 'Deliveries given up.' }),
  lastDelivered: Instant.exactOptional(),
};

const Webhook = z.object(webhook).meta({ id: 'Webhook' });
const NewWebhook = z
  .object({ ...webhook, secret: z.string().meta({ description: 'Signs what is sent; shown this once.' }) })
  .meta({ id: 'NewWebhook' });

const Delivery = z
  .object({
    id: z.string().meta({ description: 'As in the header `webhook-id`.' }),
    eventId: z.string(),
    kind: z.string(),
    state: z.enum(['waiting', 'delivered', 'failed']),
    attempts: z.int(),
    createdAt: Instant,
    nextAt: Instant.exactOptional(),
    lastAt: Instant.exactOptional(),
    status: z.int().exactOptional().meta({ description: 'What the other side answered last.' }),
    problem: z.string().exactOptional(),
  })
  .meta({ id: 'Delivery' });

const params = z.object({ webhookId: z.string().min(1).max(100) });

export const webhooks = {
  createWebhook: operation({
    method: 'POST',
    path: '/v1/webhooks',
    scope: 'settings:write',
    summary: 'Have events sent to an address of yours',
    description:
      'Signed as Standard Webhooks says (`webhook-id`, `webhook-timestamp`, `webhook-signature`), with a CloudEvents body. Events from now on, in order as far as they succeed; tried again for three days.',
    body: z.strictObject({ name: Name, url: Address, kinds: Kinds.exactOptional() }).meta({ id: 'WebhookInput' }),
    output: NewWebhook,
    status: 201,
    refusals: ['not_published', 'address_not_allowed'],
  }),
  listWebhooks: operation({
    method: 'GET',
    path: '/v1/webhooks',
    scope: 'settings:read',
    summary: 'Webhooks, without their secrets',
    output: z.object({ items: z.array(Webhook) }),
    refusals: ['not_published'],
  }),
  changeWebhook: operation({
    method: 'PATCH',
    path: '/v1/webhooks/{webhookId}',
    scope: 'settings:write',
    summary: 'Change a webhook, pause it or let it go on',
    params,
    body: z
      .strictObject({
        name: Name.exactOptional(),
        url: Address.exactOptional(),
        kinds: Kinds.exactOptional(),
        isActive: z.boolean().exactOptional().meta({ description: 'While it is paused, events wait.' }),
      })
      .meta({ id: 'WebhookChangeInput' }),
    output: Webhook,
    refusals: ['unknown_webhook', 'address_not_allowed', 'not_published'],
  }),
  renewWebhookSecret: operation({
    method: 'POST',
    path: '/v1/webhooks/{webhookId}/secret',
    scope: 'settings:write',
    summary: 'Give a webhook a new secret; the old one is good no longer',
    params,
    output: NewWebhook,
    refusals: ['unknown_webhook', 'not_published'],
  }),
  deleteWebhook: operation({
    method: 'DELETE',
    path: '/v1/webhooks/{webhookId}',
    scope: 'settings:write',
    summary: 'Delete a webhook with its deliveries',
    params,
    output: z.undefined(),
    status: 204,
    refusals: ['unknown_webhook', 'not_published'],
  }),
  listDeliveries: operation({
    method: 'GET',
    path: '/v1/webhooks/{webhookId}/deliveries',
    scope: 'settings:read',
    summary: 'What was sent, newest first',
    params,
    query: z.strictObject({
      state: z.enum(['waiting', 'delivered', 'failed']).exactOptional(),
      cursor: z.string().max(500).exactOptional(),
      limit: z.int().min(1).max(200).exactOptional(),
    }),
    output: pageOf(Delivery),
    refusals: ['unknown_webhook', 'not_published'],
  }),
  resendDelivery: operation({
    method: 'POST',
    path: '/v1/webhooks/{webhookId}/deliveries/{deliveryId}/resend',
    scope: 'settings:write',
    summary: 'Send a delivery again',
    params: z.object({ webhookId: z.string().min(1).max(100), deliveryId: z.string().min(1).max(100) }),
    output: Delivery,
    refusals: ['unknown_webhook', 'unknown_delivery', 'not_published'],
  }),
};
