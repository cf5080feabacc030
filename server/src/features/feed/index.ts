import type { Input, Output } from '@trofast/contract';
import { type Answered, type Context, reply, type Verbs } from '../../context.ts';
import { outcomeView } from '../events/index.ts';

const limitUsual = 50;

async function readFeed(
  { ledger, program, programs, locale }: Context,
  { cursor, limit = limitUsual }: Input<'readFeed'>,
): Promise<Answered<Output<'readFeed'>>> {
  const { rows, next = cursor ?? '' } = await ledger.feed(program, { limit, ...(cursor ? { cursor } : {}) });
  const items = rows.map((stored) => ({
    ...outcomeView({ programs, recorded: stored, accountId: stored.account, codes: stored.codes, locale }),
    sequence: stored.sequence,
    rules: [...stored.rules],
    facts: [...stored.facts],
  }));
  return reply({ items, next }, rows.length === limit ? { next } : {});
}

export const feed = { readFeed } satisfies Verbs<'readFeed'>;
