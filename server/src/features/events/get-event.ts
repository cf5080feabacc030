import type { Input, Output } from '@trofast/contract';
import { why } from '@trofast/engine';
import { type Answered, type Context, fail, reply } from '../../context.ts';
import { outcomeView } from './outcome-view.ts';

export async function getEvent(
  { ledger, program, programs, locale: preferred }: Context,
  { eventId, locale = preferred }: Input<'getEvent'>,
): Promise<Answered<Output<'getEvent'>>> {
  const stored = await ledger.event(program, eventId);
  if (!stored) return fail('unknown_event');
  const { rules, ...explained } = why(programs, stored, locale);
  return reply({
    ...outcomeView({ programs, recorded: stored, accountId: stored.account, codes: stored.codes, locale }),
    sequence: stored.sequence,
    body: { ...stored.event.body },
    facts: [...stored.facts],
    reading: { ...stored.reading },
    why: {
      ...explained,
      rules: rules.map((rule) => ({ ...rule, conditions: [...rule.conditions] })),
      consequences: [...explained.consequences],
    },
  });
}
