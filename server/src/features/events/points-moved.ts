import type { Output } from '@trofast/contract';
import { dayText, decimalText, type Fact, nameOfKey, type Program } from '@trofast/engine';
import { dayField } from '../../instants.ts';

type PointsMoved = Output<'redeemReward'>['points'][string];

/** Sums in whole units while facts are read; text at the end. */
interface Sums {
  readonly amounts: Map<Moved, number>;
  readonly rules: Map<string, number>;
  readonly lots: NonNullable<PointsMoved['lots']>;
}

type Moved = Exclude<keyof PointsMoved, 'rules' | 'lots'>;

/** What facts did to the points, by currency key; amounts as people read them. */
export function pointsMoved(program: Program, facts: readonly Fact[]): Record<string, PointsMoved> {
  const sums = new Map<string, Sums>();
  const of = (currency: string): Sums => {
    const known = sums.get(currency) ?? { amounts: new Map(), rules: new Map(), lots: [] };
    sums.set(currency, known);
    return known;
  };
  for (const fact of facts) {
    const moved = movedBy(fact);
    if (!moved) continue;
    const { amounts } = of(moved.currency);
    amounts.set(moved.what, (amounts.get(moved.what) ?? 0) + moved.amount);
    if (fact.fact === 'points_earned') addEarned(of(fact.currency), fact, decimalsOf(program, fact.currency));
  }
  return Object.fromEntries([...sums].map(([currency, sum]) => [currency, asText(sum, decimalsOf(program, currency))]));
}

/** Digits behind the point of a currency key. */
export function decimalsOf(program: Program, currency: string): number {
  return program.currencies.get(nameOfKey(currency))?.decimals ?? 0;
}

function movedBy(fact: Fact): { readonly what: Moved; readonly currency: string; readonly amount: number } | undefined {
  const whatOf: Partial<Record<Fact['fact'], Moved>> = {
    points_earned: 'earned',
    points_spent: 'spent',
    points_expired: 'expired',
    points_taken_back: 'takenBack',
    points_already_expired: 'alreadyExpired',
    points_forgiven: 'forgiven',
    points_put_back: 'putBack',
    points_sent: 'sent',
    points_received: 'received',
    transfer_returned: 'cameBack',
    debt_incurred: 'newDebt',
    debt_repaid: 'debtRepaid',
    points_held: 'held',
    hold_captured: 'captured',
    hold_released: 'released',
  };
  const what = whatOf[fact.fact];
  if (what === undefined || !('amount' in fact) || !('currency' in fact) || fact.currency === undefined)
    return undefined;
  return { what, currency: fact.currency, amount: fact.amount };
}

function addEarned({ rules, lots }: Sums, fact: Extract<Fact, { fact: 'points_earned' }>, decimals: number) {
  for (const { rule, amount } of fact.rules) rules.set(rule, (rules.get(rule) ?? 0) + amount);
  lots.push({
    lot: fact.lot,
    amount: decimalText(fact.amount, decimals),
    from: dayText(fact.from),
    ...dayField('until', fact.until),
  });
}

function asText({ amounts, rules, lots }: Sums, decimals: number): PointsMoved {
  return {
    ...Object.fromEntries([...amounts].map(([what, amount]) => [what, decimalText(amount, decimals)])),
    ...(rules.size > 0
      ? { rules: [...rules].map(([rule, amount]) => ({ rule, earned: decimalText(amount, decimals) })) }
      : {}),
    ...(lots.length > 0 ? { lots } : {}),
  };
}
