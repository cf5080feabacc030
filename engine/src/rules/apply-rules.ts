import { noteBenefit } from '../clubs/decide-club.ts';
import { type Draft, post } from '../draft.ts';
import { openOffer } from '../offers/openings-in-hand.ts';
import { awardPoints } from '../points/award.ts';
import { issueVoucher } from '../rewards/issue-voucher.ts';
import type { Day } from '../time/days.ts';
import type { RuleDecision } from './decision.ts';

/** What the rules gave becomes facts: points as one lot per currency, counters of limits and rules, vouchers, declined parts. */
export function applyRules(
  draft: Draft,
  decision: RuleDecision,
  day: Day,
): { readonly lots: readonly string[]; readonly vouchers: readonly string[] } {
  const lots: string[] = [];
  for (const award of decision.awards) {
    const lot = awardPoints(draft, award.currency, award.amount, award.rules, draft.occurredDay);
    if (lot !== undefined) lots.push(lot);
  }
  for (const { key, amount } of [...decision.uses, ...decision.counts]) count(draft, key, day, amount);
  const vouchers = decision.issues.flatMap(({ rule, reward: id }) => {
    const reward = draft.program.rewards.get(id);
    return reward ? [issueVoucher(draft, reward, { rule })] : [];
  });
  for (const { rule, offer } of decision.grants) openOffer(draft, offer, { by: 'rule', rule });
  for (const { rule, reason } of decision.declined) post(draft, { fact: 'declined', v: 1, rule, reason });
  draft.rules.push(...decision.rules);
  noteBenefits(draft, decision.rules);
  return { lots, vouchers };
}

export function count(draft: Draft, counter: string, day: Day, amount: number): void {
  if (amount !== 0) post(draft, { fact: 'counter_changed', v: 1, counter, day, amount });
}

/** What a rule that is a club's benefit gave was a use of it. */
function noteBenefits(draft: Draft, rules: readonly string[]): void {
  if (draft.program.clubs.size === 0) return;
  for (const rule of draft.program.rules) {
    if (!rule.benefit || !rules.includes(rule.id)) continue;
    const read = rule.when.flatMap(({ reads }) => reads);
    for (const club of draft.program.clubs.values()) {
      if (read.includes(`subscription:${club.id}`)) noteBenefit(draft, club, rule.id);
    }
  }
}
