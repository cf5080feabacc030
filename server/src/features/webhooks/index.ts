import type { Verbs } from '../../context.ts';
import {
  changeWebhook,
  createWebhook,
  deleteWebhook,
  listDeliveries,
  listWebhooks,
  renewWebhookSecret,
  resendDelivery,
} from './webhooks.ts';

export { keepSending } from './send-deliveries.ts';

export const webhooks = {
  createWebhook,
  listWebhooks,
  changeWebhook,
  renewWebhookSecret,
  deleteWebhook,
  listDeliveries,
  resendDelivery,
} satisfies Verbs<
  | 'createWebhook'
  | 'listWebhooks'
  | 'changeWebhook'
  | 'renewWebhookSecret'
  | 'deleteWebhook'
  | 'listDeliveries'
  | 'resendDelivery'
>;
