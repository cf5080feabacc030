import type { Input, Output } from '@trofast/contract';
import { type Answered, type Context, fail, reply } from '../../context.ts';
import { instantText } from '../../instants.ts';
import { type MessageRow, type Shelf, selectMessage, selectMessages } from './queries.ts';

const limitUsual = 50;

export async function listMailbox(
  context: Context,
  { cursor, limit = limitUsual }: Input<'listMailbox'>,
): Promise<Answered<Output<'listMailbox'>>> {
  const rows = await selectMessages(context.database, shelfOf(context), { before: cursor, limit: limit + 1 });
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  const next = rows.length > limit && last ? { next: last.id } : {};
  return reply({ items: items.map(headOf), ...next }, next);
}

export async function getMessage(
  context: Context,
  { messageId }: Input<'getMessage'>,
): Promise<Answered<Output<'getMessage'>>> {
  const row = await selectMessage(context.database, shelfOf(context), messageId);
  if (!row) return fail('unknown_message');
  const { text, html } = row;
  return reply({ ...headOf(row), ...(text === null ? {} : { text }), ...(html === null ? {} : { html }) });
}

/** An invitation or a new password could make anybody an owner, so owners alone see those. */
function shelfOf({ program, caller }: Context): Shelf {
  const { role, organisation = null } = caller.staff ?? {};
  return { program, organisation: role === 'owner' ? organisation : null };
}

function headOf(row: MessageRow): Output<'listMailbox'>['items'][number] {
  return {
    id: row.id,
    at: instantText(row.at),
    to: row.recipient,
    subject: row.subject,
    purpose: row.purpose,
    state: row.state,
    ...(row.failure === null ? {} : { failure: row.failure }),
  };
}
