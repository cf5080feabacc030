import { z } from 'zod';
import { condition } from '../../conditions/conditions.ts';
import type { Benefit, Condition } from '../../program.ts';
import type { Binding } from '../binding.ts';
import { listOf } from '../leaf.ts';
import { day, duration } from '../leaves/dates.ts';
import { plainName } from '../leaves/references.ts';
import { words } from '../leaves/words.ts';
import type { Bound } from '../unbound.ts';
import { isAboutTheMember } from './offers.ts';
import { isForward, spanOf } from './spans.ts';

export const benefitShape = z.strictObject({
  name: words,
  from: day.optional(),
  through: day.optional(),
  when: listOf(condition).optional(),
  earlier: z.strictObject({ ladder: plainName, levels: z.record(z.string(), duration) }).optional(),
});

export function makeBenefit(
  id: string,
  written: Bound<z.output<typeof benefitShape>>,
  binding: Binding,
): Benefit | undefined {
  const { name, earlier, from } = written;
  // Conditions are one of several shapes to the type checker; bound, each is a condition.
  const when = (written.when ?? []) as readonly Condition[];
  if (!isForward(written, binding) || !isAboutTheMember(when, binding.at('when'))) return undefined;
  if (earlier && from === undefined) {
    const message = '"earlier" is before a first day, but the benefit has none.';
    binding.at('earlier').reportAtKey('unknown_word', message, 'Say with "from" when it begins for everyone.');
    return undefined;
  }
  if (earlier && !binding.at('earlier', 'ladder').knows('ladders', earlier.ladder)) return undefined;
  const levels = Object.keys(earlier?.levels ?? {});
  const known = levels.map((level) => binding.at('earlier', 'levels', level).knowsLevel(earlier?.ladder ?? '', level));
  if (known.includes(false)) return undefined;
  return {
    id,
    name,
    span: spanOf(written),
    when,
    earlier: earlier && { ladder: earlier.ladder, by: new Map(Object.entries(earlier.levels)) },
  };
}
