import type { Crossing } from '../account.ts';
import { type Draft, post } from '../draft.ts';
import { roundTo, times } from '../numbers/exact.ts';
import type { Rule } from '../program.ts';
import { nameOfKey } from '../scopes.ts';

type Given = Pick<Crossing, 'vouchers' | 'points'>;

/**
 * What a lost threshold had given is kept, and its worth deducted from what the return pays back. Answers what the
 * refund was too small for: that is taken back as elsewhere.
 */
export function deductFromRefund(
  draft: Draft,
  rule: Rule,
  vouchers: Given['vouchers'],
  points: Given['points'],
): Given {
  let left = refundLeft(draft);
  let deducted = 0;
  const restOfPoints = points.map((point) => {
    const worth = worthOf(draft, point.currency, point.amount);
    const paid = Math.min(worth, left);
    left -= paid;
    deducted += paid;
    const rest = worth === 0 ? point.amount : Math.floor((point.amount * (worth - paid)) / worth);
    return { ...point, amount: rest };
  });
  const restOfVouchers = vouchers.filter((_, index) => {
    const worth = worthOfVoucher(draft, rule, index);
    if (worth === 0 || worth > left) return true;
    left -= worth;
    deducted += worth;
    return false;
  });
  if (deducted > 0 && draft.event.kind === 'return') {
    const due = draft.facts.find((fact) => fact.fact === 'refund_due');
    const { purchase } = draft.event.body;
    const currency = due?.currency ?? draft.market.currency;
    post(draft, { fact: 'refund_reduced', v: 1, rule: rule.id, currency, amount: deducted, purchase });
  }
  return { vouchers: restOfVouchers, points: restOfPoints };
}

function refundLeft({ facts }: Draft): number {
  let left = 0;
  for (const fact of facts) {
    if (fact.fact === 'refund_due') left += fact.amount;
    if (fact.fact === 'refund_reduced') left -= fact.amount;
  }
  return Math.max(0, left);
}

/** Minor units: program money is worth itself, points what one of them costs the shop. */
function worthOf({ program, market, today }: Draft, key: string, amount: number): number {
  const currency = program.currencies.get(nameOfKey(key));
  if (!currency) return 0;
  if (currency.money !== undefined) return amount;
  const cost = currency.cost?.({ market: market.id, day: today });
  return cost === undefined ? 0 : roundTo(times(cost, { n: amount, d: 10 ** currency.decimals }), 'half_up');
}

/** What the n-th voucher of a rule was issued for; of one without an amount what it takes off at most. */
function worthOfVoucher({ program, market, today }: Draft, rule: Rule, index: number): number {
  const rewards = rule.then.flatMap((effect) => (effect.kind === 'issue' ? [program.rewards.get(effect.reward)] : []));
  const gives = rewards[index % rewards.length]?.voucher.gives;
  const most = gives?.kind === 'amount' ? gives.amount : gives?.atMost;
  return most?.({ market: market.id, day: today }) ?? 0;
}
