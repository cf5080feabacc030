import { fail, type Verbs } from '../context.ts';

const names = [
  'createWebhook',
  'listWebhooks',
  'changeWebhook',
  'renewWebhookSecret',
  'deleteWebhook',
  'listDeliveries',
  'resendDelivery',
] as const;

/** Operations of the contract that this server does not answer yet. */
export const coming = Object.fromEntries(
  names.map((name) => [name, async () => fail('not_ready')]),
) as unknown as Verbs<(typeof names)[number]>;
