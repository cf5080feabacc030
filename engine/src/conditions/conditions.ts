import { z } from 'zod';
import { leaf, Misread } from '../document/leaf.ts';
import { onlyWord } from '../document/only-word.ts';
import { Unbound } from '../document/unbound.ts';
import type { Condition } from '../program.ts';
import { all } from './all.ts';
import { any } from './any.ts';
import { attributeIs } from './attribute-is.ts';
import { betweenDates } from './between-dates.ts';
import { betweenHours } from './between-hours.ts';
import { birthdayWithin } from './birthday-within.ts';
import { challengeDone } from './challenge-done.ts';
import { channelIs } from './channel-is.ts';
import { codeEntered } from './code-entered.ts';
import type { Inner } from './combination.ts';
import type { ConditionPart } from './condition.ts';
import { counterAtLeast } from './counter-at-least.ts';
import { counterBelow } from './counter-below.ts';
import { entitledTo } from './entitled-to.ts';
import { hasProduct } from './has-product.ts';
import { levelIs } from './level-is.ts';
import { marketIs } from './market-is.ts';
import { memberFor } from './member-for.ts';
import { not } from './not.ts';
import { offerOpen } from './offer-open.ts';
import { onList } from './on-list.ts';
import { paidWith } from './paid-with.ts';
import { spendAtLeast } from './spend-at-least.ts';
import { storeIs } from './store-is.ts';
import { subscribed } from './subscribed.ts';
import { weekdayIs } from './weekday-is.ts';

const SIMPLE: readonly ConditionPart[] = [
  spendAtLeast,
  hasProduct,
  levelIs,
  counterAtLeast,
  counterBelow,
  channelIs,
  storeIs,
  marketIs,
  weekdayIs,
  betweenHours,
  betweenDates,
  codeEntered,
  paidWith,
  memberFor,
  attributeIs,
  subscribed,
  birthdayWithin,
  onList,
  offerOpen,
  challengeDone,
  entitledTo,
];

const COMBINING = [any, all, not];

const tooDeep = leaf(
  { not: {} },
  () =>
    new Misread(
      'nested_too_deep',
      'Conditions nest at most two deep.',
      'Write the inner conditions as a rule of their own, or as conditions side by side.',
    ),
);

const innermost = oneOf(SIMPLE, { any: tooDeep.optional(), all: tooDeep.optional(), not: tooDeep.optional() });
const middle = oneOf([...SIMPLE, ...COMBINING.map((combine) => combine(innermost))]);

/** All kinds of conditions, for the reference, editors and tests. */
export const CONDITIONS: readonly ConditionPart[] = [...SIMPLE, ...COMBINING.map((combine) => combine(middle))];

/** A condition as it stands in a document: one word, which says its kind, with its parameters. */
export const condition: Inner = oneOf(CONDITIONS);

function oneOf(parts: readonly ConditionPart[], others: Readonly<Record<string, z.ZodType>> = {}): Inner {
  const codes = new Map(parts.map((part) => [part.code, part]));
  const shape = Object.fromEntries(parts.map(({ code, parameters }) => [code, parameters.optional()]));
  return onlyWord(z.strictObject({ ...shape, ...others }), 'condition').transform(([code, parsed]) => {
    const part = codes.get(code);
    return new Unbound<Condition>((binding) => part?.bind(parsed, binding.written(code), binding.at(code)));
  }) as unknown as Inner;
}
