import { z } from 'zod';
import { operation } from './operation.ts';
import { PageQuery, pageOf } from './pages.ts';
import { Instant } from './values.ts';

const head = {
  id: z.string(),
  at: Instant,
  to: z.string(),
  subject: z.string(),
  purpose: z.string().meta({ description: 'Why it was sent: `sign_in_code`, `invitation`, `password_reset`, …' }),
  state: z
    .enum(['kept', 'waiting', 'sent', 'failed'])
    .meta({ description: '`kept`: there is no SMTP server, so it is only here.' }),
  failure: z.string().exactOptional(),
};

export const mailbox = {
  listMailbox: operation({
    method: 'GET',
    path: '/v1/mailbox',
    scope: 'mailbox:read',
    summary: 'Messages sent, newest first',
    query: z.strictObject(PageQuery),
    output: pageOf(z.object(head).meta({ id: 'MailboxRow' })),
    refusals: [],
  }),
  getMessage: operation({
    method: 'GET',
    path: '/v1/mailbox/{messageId}',
    scope: 'mailbox:read',
    summary: 'A message as it was sent',
    description: 'Of what carries a code or a link to sign in, the text goes once it has been sent by SMTP.',
    params: z.object({ messageId: z.string().min(1).max(100) }),
    output: z
      .object({ ...head, text: z.string().exactOptional(), html: z.string().exactOptional() })
      .meta({ id: 'MailboxMessage' }),
    refusals: ['unknown_message'],
  }),
};
