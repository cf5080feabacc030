import { z } from 'zod';
import { operation } from './operation.ts';
import { Problem } from './problem.ts';

/** What a line of a batch may ask for. */
export const BATCHED = [
  'enrolMember',
  'recordPurchase',
  'recordReturn',
  'recordActivity',
  'redeemReward',
  'correctPoints',
] as const;

const BatchLine = z.looseObject({ operation: z.enum(BATCHED) }).meta({
  id: 'BatchLine',
  description: "One line: `operation`, and that operation's own fields with its key as `id`.",
});

const BatchAnswer = z
  .object({
    line: z.int().meta({ description: 'From 1.' }),
    id: z.string().exactOptional().meta({ description: 'The key that the line carried.' }),
    status: z.int(),
    replayed: z.boolean().exactOptional(),
    answer: z.unknown().exactOptional().meta({ description: 'What the operation answers.' }),
    problem: Problem.exactOptional(),
  })
  .meta({ id: 'BatchAnswer' });

export const batch = {
  sendBatch: operation({
    method: 'POST',
    path: '/v1/batch',
    scope: 'batch:write',
    summary: 'Many writes at once, one a line',
    description:
      'Takes NDJSON and answers NDJSON, line by line and in the same order, while it still reads. A refused line leaves the others alone. The key needs the scope of each operation used. Lines of one member are done in order.',
    takes: 'application/x-ndjson',
    gives: 'application/x-ndjson',
    body: z.array(BatchLine),
    output: z.array(BatchAnswer),
    refusals: ['not_published'],
  }),
};
