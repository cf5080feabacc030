import { z } from 'zod';
import { remedyFor } from '../document/binding.ts';
import { listOf } from '../document/leaf.ts';
import { nameIn, plainName, reference } from '../document/leaves/references.ts';
import { listWithOr } from '../explain/formats.ts';
import type { Club, Locale } from '../program.ts';
import { condition } from './condition.ts';

export const subscribed = condition({
  code: 'subscribed',
  parameters: z.strictObject({ club: reference('clubs'), plans: listOf(plainName).optional() }),
  sentence: {
    en: 'the member has {club}',
    da: 'medlemmet har {club}',
    sv: 'medlemmen har {club}',
    nb: 'medlemmet har {club}',
  },
  denial: {
    en: 'the member does not have {club}',
    da: 'medlemmet ikke har {club}',
    sv: 'medlemmen inte har {club}',
    nb: 'medlemmet ikke har {club}',
  },
  example: '- subscribed: { club: plus }',
  settle: ({ club, plans }, binding) => {
    const unknown = plans?.findIndex((plan) => !club.plans.has(plan)) ?? -1;
    const name = plans?.[unknown];
    if (name === undefined) return { club, plans };
    const message = `The club has no plan "${name}".`;
    binding.at('plans', unknown).report('unknown_reference', message, remedyFor(name, [...club.plans.keys()]));
    return undefined;
  },
  words: ({ club, plans }, { locale }) => ({
    club:
      plans === undefined
        ? nameIn(club.name, locale)
        : `${nameIn(club.name, locale)} (${sayPlans(club, plans, locale)})`,
  }),
  say: (plan, { locale }, { club }) => sayPlans(club, [plan], locale),
  reads: ({ club }) => [`subscription:${club.id}`],
  test: ({ read }, { club, plans }) => {
    const has = read.subscription(club.id);
    const holds = has !== null && (plans?.includes(has) ?? true);
    return { holds, ...(has === null ? {} : { has }), ...(plans === undefined ? {} : { wants: plans.join(', ') }) };
  },
});

function sayPlans(club: Club, plans: readonly string[], locale: Locale): string {
  return listWithOr(
    plans.map((plan) => nameIn(club.plans.get(plan)?.name ?? {}, locale)),
    locale,
  );
}
