import { type Draft, post } from '../draft.ts';
import type { Purchase } from '../event.ts';
import type { FactOf } from '../facts.ts';
import { allocate } from '../numbers/exact.ts';
import type { Market } from '../program.ts';
import { isRefusal, type Refusal, type RefusalCode, refuse } from '../refusals.ts';
import { captureHold, pointsWorth } from '../rewards/holds.ts';
import { payWithPoints } from '../rewards/pay-with-points.ts';
import { takeReward } from '../rewards/redeem.ts';
import { useVoucher, voucherReductions } from '../rewards/use-voucher.ts';
import type { RuleSituation } from '../rules/decision.ts';
import { changesPrices } from '../rules/stages.ts';
import { nameOfKey } from '../scopes.ts';
import { amountOf } from './bases.ts';
import { type Choice, choosePrices, notCombinable } from './combine.ts';
import type { Discounts } from './discounts.ts';
import { settleFees } from './fees.ts';
import { afterAdjustments, type Basket, priceBasket, type Reductions, withCharges } from './price.ts';

/** What the program makes of the prices, stage by stage, and the rules that something better excluded. */
export interface Priced {
  readonly basket: Basket;
  readonly setAside: ReadonlySet<string> | undefined;
}

/** Discounts, rewards, vouchers, captured points, gifts and delivery, in this order. */
export function settlePrices(
  draft: Draft,
  purchase: Purchase,
  situation: Omit<RuleSituation, 'basket'>,
): Priced | Refusal {
  const bought = takeRewards(draft, purchase);
  if (isRefusal(bought)) return bought;
  const vouchers = [...(purchase.vouchers ?? []), ...bought];
  if (!changesPrices(draft.program) && purchase.rules === undefined) {
    const reductions = takeReductions(draft, purchase, situation.market, vouchers, undefined);
    if (isRefusal(reductions)) return reductions;
    return { basket: priceBasket(purchase, reductions), setAside: undefined };
  }
  const choice = choosePrices(draft, purchase, vouchers, situation);
  const refused = declineOthers(draft, purchase, choice);
  if (refused) return refused;
  const { discounts, rules } = choice.chosen;
  giveDiscounts(draft, purchase, discounts);
  const used = vouchers.filter((id) => !choice.leftOut.vouchers.includes(id));
  const reductions = takeReductions(draft, purchase, situation.market, used, discounts);
  if (isRefusal(reductions)) return reductions;
  const { gifts, fee, setAside } = settleFees(
    draft,
    { ...situation, basket: priceBasket(purchase, reductions) },
    purchase,
    rules,
  );
  const all = new Set([...choice.setAside, ...setAside]);
  if (all.size > 0) draft.reading.set_aside = [...all];
  const settled = { ...reductions, gifts, fee };
  return { basket: priceBasket(purchase, settled), setAside: all };
}

/** What was asked for and does not go together: a request is refused with what does better, a report loses that part. */
function declineOthers(draft: Draft, purchase: Purchase, choice: Choice): Refusal | undefined {
  const { leftOut, notMet } = choice;
  if (purchase.strict) {
    if (notMet[0] !== undefined) return refuse('condition_not_met', { rule: notMet[0] });
    const isLess = leftOut.rules.length + leftOut.vouchers.length > 0;
    return isLess ? notCombinable(choice, purchase.currency) : undefined;
  }
  for (const rule of notMet) post(draft, { fact: 'declined', v: 1, rule, reason: 'condition_not_met' });
  for (const rule of leftOut.rules) post(draft, { fact: 'declined', v: 1, rule, reason: 'not_combinable' });
  for (const voucher of leftOut.vouchers) dishonour(draft, 'voucher', voucher, 'not_combinable');
  return undefined;
}

function giveDiscounts(draft: Draft, { currency }: Purchase, { given }: Discounts): void {
  for (const { rule, off } of given) {
    const lines = off.map((amount, line) => ({ line, amount })).filter(({ amount }) => amount > 0);
    const amount = lines.reduce((sum, line) => sum + line.amount, 0);
    if (amount > 0) post(draft, { fact: 'discount_given', v: 1, rule: rule.id, currency, amount, lines });
  }
}

/** A reward that is only had with something else in the basket. */
function lacksGoods(draft: Draft, purchase: Purchase, id: string): Refusal | undefined {
  const needs = draft.program.rewards.get(id)?.needs;
  const { channel } = draft.event;
  if (!needs || (needs.channels && (channel === undefined || !needs.channels.has(channel)))) return undefined;
  const basket = priceBasket(purchase, { vouchers: [], points: [] });
  const [has, wants] = [
    amountOf(basket, needs.base, channel),
    needs.amount?.({ market: draft.market.id, day: draft.occurredDay }) ?? 1,
  ];
  return has < wants ? refuse('minimum_not_met', { reward: id, missing: wants - has, minimum: wants }) : undefined;
}

/** Rewards bought with points for this purchase; answers the vouchers they became. */
function takeRewards(draft: Draft, purchase: Purchase): readonly string[] | Refusal {
  const bought: string[] = [];
  for (const reward of purchase.rewards ?? []) {
    const taken = lacksGoods(draft, purchase, reward) ?? takeReward(draft, reward);
    if (!isRefusal(taken)) bought.push(taken);
    else if (purchase.strict) return taken;
    else dishonour(draft, 'reward', reward, taken.refused);
  }
  return bought;
}

/** Vouchers and holds that the purchase uses, and what each takes off what discounts have left of the lines. */
function takeReductions(
  draft: Draft,
  purchase: Purchase,
  market: Market,
  vouchers: readonly string[],
  discounts: Discounts | undefined,
): Reductions | Refusal {
  const regular = afterAdjustments(purchase);
  const left = withCharges(discounts?.left ?? regular, purchase);
  // Points pay for goods, and nothing behind them.
  const goodsOf = (amounts: readonly number[]) => amounts.slice(0, purchase.lines.length);
  const off = { vouchers: left.map(() => 0), points: goodsOf(left).map(() => 0) };
  const reduce = (kind: 'vouchers' | 'points', amounts: readonly number[]) => {
    for (const [index, amount] of amounts.entries()) {
      off[kind][index] = (off[kind][index] ?? 0) + amount;
      left[index] = (left[index] ?? 0) - amount;
    }
  };
  for (const voucher of vouchers) {
    const amounts = voucherReductions(draft, voucher, { ...purchase, left });
    if (isRefusal(amounts)) {
      if (purchase.strict) return amounts;
      dishonour(draft, 'voucher', voucher, amounts.refused);
      continue;
    }
    useVoucher(
      draft,
      voucher,
      amounts.reduce((sum, amount) => sum + amount, 0),
    );
    reduce('vouchers', amounts);
  }
  for (const hold of purchase.holds ?? []) {
    const currency = draft.account.holds[hold]?.currency;
    const captured = otherMoney(draft, currency, purchase.currency) ?? captureHold(draft, hold);
    if (isRefusal(captured)) {
      if (purchase.strict) return captured;
      dishonour(draft, 'hold', hold, captured.refused);
      continue;
    }
    reduce('points', upTo(pointsWorth(draft, market, currency ?? '', captured), goodsOf(left)));
  }
  if (purchase.points) {
    const worth = payWithPoints(draft, market, purchase);
    if (!isRefusal(worth)) reduce('points', upTo(worth, goodsOf(left)));
    else if (purchase.strict) return worth;
    else dishonour(draft, 'points', purchase.points.currency, worth.refused);
  }
  for (const kind of ['vouchers', 'points'] as const) {
    if (off[kind].some((amount) => amount > 0)) draft.reading[`taken_off:${kind}`] = off[kind].join(' ');
  }
  if (!discounts) return off;
  return { ...off, discounts: regular.map((amount, index) => amount - (discounts.left[index] ?? 0)) };
}

/** A value over what is left of the lines, no more than that. */
function upTo(worth: number, left: readonly number[]): readonly number[] {
  const payable = left.map((amount) => Math.max(0, amount));
  const most = payable.reduce((sum, amount) => sum + amount, 0);
  return allocate(Math.min(worth, most), payable);
}

/** Program money pays only what is sold in its own currency. */
function otherMoney(draft: Draft, key: string | undefined, paying: string): Refusal | undefined {
  const money = draft.program.currencies.get(nameOfKey(key ?? ''))?.money;
  return money === undefined || money === paying
    ? undefined
    : refuse('currency_mismatch', { currency: paying, expected: money });
}

function dishonour(draft: Draft, what: FactOf<'not_honoured'>['what'], which: string, reason: RefusalCode): void {
  post(draft, { fact: 'not_honoured', v: 1, what, which, reason });
}
