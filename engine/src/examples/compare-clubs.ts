import { marketOf } from '../draft.ts';
import type { Program } from '../program.ts';
import type { Expectation } from './example.ts';
import type { Pair, Seen } from './seen.ts';
import { dayOrNever, minorOf, minorText } from './written-values.ts';

/** What an example says of clubs, beside what came of it. */
export function clubPairs(program: Program, seen: Seen, expect: Expectation): readonly Pair[] {
  const { facts, standing } = seen;
  const market = marketOf(program, seen.market);
  const charged = facts.reduce((sum, fact) => (fact.fact === 'period_started' ? sum + (fact.amount ?? 0) : sum), 0);
  const refunded = facts.reduce((sum, fact) => (fact.fact === 'charge_refunded' ? sum + fact.amount : sum), 0);
  const money = (what: string, written: string | undefined, amount: number): readonly Pair[] => {
    if (written === undefined) return [];
    const expected = minorText(minorOf(written), market.currency);
    return [{ what, expected, actual: minorText(amount, market.currency) }];
  };
  const used = facts.flatMap((fact) => (fact.fact === 'benefit_used' ? [fact.benefit] : []));
  return [
    ...money('charged', expect.charged, charged),
    ...money('refunded', expect.refunded, refunded),
    ...(expect.benefits ? [{ what: 'benefits', expected: expect.benefits.join(', '), actual: used.join(', ') }] : []),
    ...Object.entries(expect.subscribed ?? {}).flatMap(([key, written]) => {
      const { plan = 'none', until } = standing.clubs[key] ?? {};
      const wanted = typeof written === 'string' ? { plan: written, until: undefined } : written;
      const held = { what: `subscribed.${key}`, expected: wanted.plan, actual: plan };
      if (wanted.until === undefined) return [held];
      return [held, { what: `subscribed.${key}.until`, expected: wanted.until, actual: dayOrNever(until) }];
    }),
  ];
}
