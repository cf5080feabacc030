import { z } from 'zod';
import { FactRecord } from './events.ts';
import { operation } from './operation.ts';
import { Outcome } from './outcome.ts';
import { PageQuery } from './pages.ts';

const FeedItem = z
  .object({
    sequence: z.int(),
    rules: z.array(z.string()).meta({ description: 'Rules of the program that held.' }),
    facts: z.array(FactRecord),
    ...Outcome.shape,
  })
  .meta({ id: 'FeedItem', description: 'An event in the order it was committed in.' });

export const feed = {
  readFeed: operation({
    method: 'GET',
    path: '/v1/feed',
    scope: 'feed:read',
    summary: 'Every event of the program, oldest first, by cursor',
    description: 'Ask again with `next` for what came since: it never skips and never repeats. `next` is always there.',
    query: z.strictObject(PageQuery),
    output: z.object({ items: z.array(FeedItem), next: z.string() }),
    refusals: ['not_published'],
  }),
};
