import { countBasket } from '../counters/count-basket.ts';
import { type Draft, marketOf, post } from '../draft.ts';
import type { Purchase } from '../event.ts';
import { evaluateLadders } from '../ladders/evaluate.ts';
import type { Market, Program } from '../program.ts';
import { fulfilByPurchase } from '../referrals/decide-referral.ts';
import { isRefusal, type Refusal, refuse } from '../refusals.ts';
import { applyRules, count } from '../rules/apply-rules.ts';
import { contextOf, decideRules } from '../rules/decide-rules.ts';
import { settlePrices } from './settle-prices.ts';
import { liveValues } from './values.ts';

/** Minor units of one purchase. More is a mistake of the till, and would soon take sums beyond exact whole numbers. */
const AMOUNT_MOST = 10 ** 13;

/** Stages from prices to ladders; expiry, conversion and follow-ups come after, in `settle`. */
export function decidePurchase(draft: Draft, purchase: Purchase): Refusal | undefined {
  const wrong = malformed(purchase);
  if (wrong) return wrong;
  const market = marketForCurrency(draft.program, draft.market, purchase.currency);
  if (isRefusal(market)) return market;
  // Rules see the account as it was before the event, whatever vouchers and holds move first.
  const values = liveValues({ ...draft, account: draft.before });
  const { program, event, storeDay, trace } = draft;
  const happening = { program, market, event, storeDay, zone: event.zone ?? market.zone, values, trace };
  const priced = settlePrices(draft, purchase, happening);
  if (isRefusal(priced)) return priced;
  const { basket, setAside } = priced;
  if (basket.paid !== basket.toPay) {
    const difference = { currency: purchase.currency, ours: basket.toPay, paid: basket.paid };
    post(draft, { fact: 'price_difference', v: 1, ...difference });
  }
  const situation = { ...happening, basket, setAside };
  const decision = decideRules(situation, 'purchase');
  applyRules(draft, decision, draft.storeDay);
  for (const { key, amount } of countBasket(program, event, basket, decision.awards, contextOf(situation))) {
    count(draft, key, draft.storeDay, amount);
  }
  evaluateLadders(draft);
  fulfilByPurchase(draft, basket);
  return undefined;
}

function malformed(purchase: Purchase): Refusal | undefined {
  for (const [index, { total, tax, quantity }] of purchase.lines.entries()) {
    const at = `/lines/${index}`;
    // What lowers a price is an adjustment: a line is never less than nothing.
    if (!isAmount(total)) return refuse('malformed', { at: `${at}/total` });
    if (tax !== undefined && !(isAmount(tax) && tax <= total)) return refuse('malformed', { at: `${at}/tax` });
    if (!isQuantity(quantity)) return refuse('malformed', { at: `${at}/quantity` });
  }
  const sum = purchase.lines.reduce((all, { total }) => all + total, 0);
  const off = (purchase.adjustments ?? []).reduce((all, { amount }) => all + amount, 0);
  if (sum > AMOUNT_MOST) return refuse('malformed', { at: '/lines' });
  if (off > sum) return refuse('malformed', { at: '/adjustments' });
  for (const [list, entries] of [
    ['tenders', purchase.tenders ?? []],
    ['adjustments', purchase.adjustments ?? []],
    ['charges', purchase.charges ?? []],
  ] as const) {
    const index = entries.findIndex(({ amount }) => !isAmount(amount));
    if (index >= 0) return refuse('malformed', { at: `/${list}/${index}/amount` });
    if (entries.reduce((all, { amount }) => all + amount, 0) > AMOUNT_MOST)
      return refuse('malformed', { at: `/${list}` });
  }
  return unknownLine(purchase);
}

function isAmount(amount: number): boolean {
  return Number.isSafeInteger(amount) && amount >= 0;
}

function isQuantity(quantity: number | string | undefined): boolean {
  if (quantity === undefined) return true;
  if (typeof quantity === 'number' && Number.isSafeInteger(quantity)) return quantity > 0;
  return /^\d+(\.\d+)?$/.test(String(quantity)) && Number(quantity) > 0;
}

function unknownLine(purchase: Purchase): Refusal | undefined {
  for (const [list, entries] of [
    ['tenders', purchase.tenders ?? []],
    ['adjustments', purchase.adjustments ?? []],
  ] as const) {
    for (const [index, { lines }] of entries.entries()) {
      const unknown = lines?.find((line) => purchase.lines[line] === undefined);
      if (unknown !== undefined) return refuse('unknown_line', { at: `/${list}/${index}/lines`, line: unknown });
    }
  }
  return undefined;
}

/** A purchase in another currency than the account's market uses a market of the program that has it. */
export function marketForCurrency(program: Program, own: Market, currency: string): Market | Refusal {
  if (own.currency === currency) return marketOf(program, own.id);
  const other = [...program.markets.values()].find((market) => market.currency === currency);
  return other ?? refuse('currency_mismatch', { currency, expected: own.currency });
}
