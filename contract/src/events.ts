import { z } from 'zod';
import { operation } from './operation.ts';
import { Outcome } from './outcome.ts';
import { EventId, Locale } from './values.ts';

const Why = z
  .object({
    version: z.int(),
    reproduced: z.boolean().meta({
      description:
        'False when deciding again gives something else than was recorded: then only the ids of rules are shown.',
    }),
    rules: z.array(
      z.object({
        rule: z.string(),
        sentence: z.string(),
        held: z.boolean(),
        conditions: z.array(
          z.object({
            sentence: z.string(),
            holds: z.boolean(),
            has: z.string().exactOptional(),
            wants: z.string().exactOptional(),
            togo: z.string().exactOptional(),
          }),
        ),
        arithmetic: z
          .string()
          .exactOptional()
          .meta({ examples: ['12.50 × 1.25 = 15.625 → 15'] }),
        declined: z
          .string()
          .exactOptional()
          .meta({ description: 'Its conditions held, and still it was not applied: why.' }),
      }),
    ),
    consequences: z.array(z.string()),
  })
  .meta({ id: 'Why', description: 'Why it came out so, decided again from what was recorded with it.' });

/** A fact as it is stored: `fact` names it, `v` is its version, amounts are whole units. */
export const FactRecord = z.looseObject({ fact: z.string(), v: z.int() }).meta({ id: 'Fact' });

export const events = {
  getEvent: operation({
    method: 'GET',
    path: '/v1/events/{eventId}',
    scope: 'events:read',
    summary: 'A recorded event with its facts and why they followed',
    params: z.object({ eventId: EventId }),
    query: z.strictObject({ locale: Locale.exactOptional() }),
    output: z
      .object({
        ...Outcome.shape,
        sequence: z.int(),
        body: z.record(z.string(), z.unknown()).meta({ description: 'What was reported or asked.' }),
        facts: z.array(FactRecord),
        reading: z
          .record(z.string(), z.unknown())
          .meta({ description: 'Every value outside the event that its rules read.' }),
        why: Why,
      })
      .meta({ id: 'EventWithWhy' }),
    refusals: ['unknown_event', 'not_published'],
  }),
};
