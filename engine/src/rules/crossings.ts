import type { Crossing } from '../account.ts';
import { countAwards } from '../counters/count-basket.ts';
import { type Draft, post } from '../draft.ts';
import { closeOffer } from '../offers/openings-in-hand.ts';
import { takeBackAnywhere } from '../points/take-back.ts';
import type { Rule, Trigger } from '../program.ts';
import { liveValues } from '../purchase/values.ts';
import { deductFromRefund } from '../returns/deduct.ts';
import { cancelVoucher } from '../rewards/cancel-voucher.ts';
import { nameOfKey } from '../scopes.ts';
import type { Day } from '../time/days.ts';
import { applyRules, count } from './apply-rules.ts';
import { contextOf, decideRules, limitUse } from './decide-rules.ts';
import type { RuleSituation } from './decision.ts';

/** Decides and applies rules that follow from something; answers those that held. */
export function follow(draft: Draft, kind: Trigger['kind'], matches: (rule: Rule) => boolean): readonly string[] {
  const situation = situationOf(draft);
  const decision = decideRules(situation, kind, matches);
  applyRules(draft, decision, draft.storeDay);
  const counts = countAwards(draft.program, draft.event, decision.awards, contextOf(situation));
  for (const { key, amount } of counts) count(draft, key, draft.storeDay, amount);
  return decision.rules;
}

/** What a rule has given since a fact of this event. */
export function givenBy(draft: Draft, { id }: Rule, since: number): Pick<Crossing, 'vouchers' | 'points' | 'offers'> {
  const facts = draft.facts.slice(since);
  const offers = facts.flatMap((fact) => (fact.fact === 'offer_opened' && fact.rule === id ? [fact.offer] : []));
  return {
    ...(offers.length > 0 && { offers }),
    vouchers: facts.flatMap((fact) => (fact.fact === 'voucher_issued' && fact.rule === id ? [fact.voucher] : [])),
    points: facts.flatMap((fact) => {
      if (fact.fact !== 'points_earned') return [];
      const amount = fact.rules.reduce((sum, share) => (share.rule === id ? sum + share.amount : sum), 0);
      return amount > 0 ? [{ currency: fact.currency, lot: fact.lot, amount }] : [];
    }),
  };
}

/** Takes back what a crossing gave: its points, and its vouchers while they are unused. */
export function loseCrossing(
  draft: Draft,
  rule: Rule,
  key: string,
  { at, day, vouchers, points, offers = [] }: Crossing,
): void {
  // What gave nothing that can be taken back stays given, or a return and a new purchase would give it twice.
  if (vouchers.length + points.length + offers.length === 0 && rule.challenge === undefined) return;
  const isGone = rule.returns !== 'deduct' && vouchers.some((voucher) => !draft.account.vouchers[voucher]?.untouched);
  post(draft, { fact: 'crossing_lost', v: 1, rule: key, at, day, ...(isGone && { gone: true }) });
  for (const offer of offers) closeOffer(draft, offer, 'threshold_lost');
  const settled = rule.returns === 'deduct' ? deductFromRefund(draft, rule, vouchers, points) : { vouchers, points };
  for (const voucher of settled.vouchers) cancelVoucher(draft, voucher);
  for (const { currency, lot, amount } of settled.points) {
    if (amount > 0) takeBackAnywhere(draft, currency, amount, 'threshold_lost', [lot]);
  }
  uncount(draft, rule, day, points);
}

/** What a lost crossing had given no longer counts: not as points earned, and not towards the rule's limit. */
function uncount(draft: Draft, rule: Rule, day: Day, points: Crossing['points']): void {
  const { program, event } = draft;
  const counts = countAwards(program, event, points, contextOf(situationOf(draft)));
  for (const { key, amount } of [...counts, ...limitUse(event, rule)]) {
    if (program.counters.get(nameOfKey(key))?.returns !== 'keep') count(draft, key, day, -amount);
  }
}

function situationOf(draft: Draft): RuleSituation {
  const { program, market, event, storeDay, trace } = draft;
  const values = liveValues({ ...draft, reading: {} });
  return { program, market, event, storeDay, zone: event.zone ?? market.zone, basket: undefined, values, trace };
}
