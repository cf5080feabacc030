import type { Program } from '@trofast/engine';

/** Rules that look at a list of which members are not told. */
export function hiddenRules({ lists, rules }: Program): ReadonlySet<string> {
  const hidden = new Set([...lists.values()].flatMap((list) => (list.hidden ? [`list:${list.id}`] : [])));
  const reading = rules.filter(({ when }) => when.some(({ reads }) => reads.some((read) => hidden.has(read))));
  return new Set(reading.map(({ id }) => id));
}
