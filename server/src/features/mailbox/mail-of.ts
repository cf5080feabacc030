import { randomBytes } from 'node:crypto';
import type { Database } from '@trofast/db';
import { createTransport, type Transporter } from 'nodemailer';
import type { Mail, NewMessage } from '../../services.ts';
import { deleteMessagesOf, insertMessage, type MessageRow, noteDelivery } from './queries.ts';

export interface MailParts {
  readonly database: Database;
  /** `smtp://user:password@host:587`; absent: messages are kept in the mailbox only. */
  readonly smtpUrl?: string | undefined;
  readonly from: string;
  /** A line for the operator; without SMTP it is how a code reaches anybody. */
  readonly say: (line: string) => void;
}

export function mailOf({ database, smtpUrl, from, say }: MailParts): Mail {
  const transport = smtpUrl === undefined ? undefined : createTransport(smtpUrl, { from });
  return {
    send: async (message) => {
      const row = rowOf(message, transport ? 'waiting' : 'kept', Date.now());
      await insertMessage(database, row);
      if (transport) void deliver(database, transport, row, message);
      else say(`Without an SMTP server a message is only in the mailbox, as ${row.id}: ${gistOf(message)}`);
      return row.id;
    },
    forget: async (program, member) => await deleteMessagesOf(database, program, member),
  };
}

async function deliver(database: Database, transport: Transporter, row: MessageRow, message: NewMessage) {
  const { to, subject, text, html } = message;
  const failure = await transport
    .sendMail({ to, subject, text, ...(html === undefined ? {} : { html }) })
    .then(() => undefined)
    .catch((error: Error) => withoutAddresses(error.message));
  await noteDelivery(database, row, {
    state: failure === undefined ? 'sent' : 'failed',
    ...(failure === undefined ? {} : { failure }),
    forgets: failure === undefined && message.isSecret === true,
    // The server may be closing; then the message stays marked as waiting.
  }).catch(() => undefined);
}

/** What a program's own server says of a failed delivery may name the person. */
function withoutAddresses(text: string): string {
  return text.replaceAll(/\S+@\S+/g, '…').slice(0, 500);
}

/** What it is for, and the code or link in it: nobody's name or address. */
function gistOf({ purpose, text, isSecret }: NewMessage): string {
  const keys = isSecret ? (text.match(/https?:\S+|\b\d{6}\b/g) ?? []) : [];
  return [purpose, ...keys].join(' ');
}

function rowOf(message: NewMessage, state: MessageRow['state'], at: number): MessageRow {
  return {
    program_id: message.program ?? '',
    // Sorts by time.
    id: `${at}-${randomBytes(6).readUIntBE(0, 6)}`,
    organisation_id: message.organisation ?? null,
    member_id: message.member ?? null,
    purpose: message.purpose,
    recipient: message.to,
    subject: message.subject,
    text: message.text,
    html: message.html ?? null,
    state,
    failure: null,
    at,
  };
}
