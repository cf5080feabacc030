import type { Verbs } from '../../context.ts';
import { getMessage, listMailbox } from './read-mailbox.ts';

export { mailOf } from './mail-of.ts';

export const mailbox = { listMailbox, getMessage } satisfies Verbs<'listMailbox' | 'getMessage'>;
