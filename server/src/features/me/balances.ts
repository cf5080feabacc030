import type { Output } from '@trofast/contract';
import { balancesAt, type Currency, dayText, decimalText, type Locale, lotsAt, nameOfKey } from '@trofast/engine';
import { programOfVersion } from '../events/index.ts';
import { isMine, type Myself } from './myself.ts';

export type MyBalance = Output<'getHome'>['balances'][number];

/** What the member has of each currency, with the days on which some of it goes or comes. */
export function balancesOf(myself: Myself, locale: Locale): MyBalance[] {
  const { programs, account, at } = myself;
  const newest = programOfVersion(programs, Number.POSITIVE_INFINITY);
  const lots = lotsAt(programs, account, at);
  return Object.entries(balancesAt(programs, account, at)).flatMap(([key, balance]) => {
    const currency = newest.currencies.get(nameOfKey(key));
    if (!currency || !isMine(key, myself)) return [];
    const text = (amount: number) => decimalText(amount, currency.decimals);
    const own = lots.filter((lot) => lot.currency === key && lot.amount > 0);
    const dated = (days: readonly (readonly [day: number | undefined, amount: number])[]) =>
      sumsByDay(days).map(([day, amount]) => ({ amount: text(amount), on: dayText(day) }));
    return [
      {
        currency: key,
        ...currencyNames(currency, locale),
        available: text(balance.available),
        pending: text(balance.pending),
        held: text(balance.held),
        debt: text(balance.debt),
        expires: dated(own.map(({ until, amount }) => [until, amount])),
        becomes: dated(own.filter(({ state }) => state === 'pending').map(({ from, amount }) => [from, amount])),
      },
    ];
  });
}

function currencyNames({ name, money, decimals }: Currency, locale: Locale) {
  const { one, other } = name[locale] ?? Object.values(name)[0] ?? { one: '', other: '' };
  return { name: { one, other }, ...(money === undefined ? {} : { money }), decimals };
}

/** Soonest first; what has no day is left out. */
function sumsByDay(days: readonly (readonly [day: number | undefined, amount: number])[]) {
  const sums = new Map<number, number>();
  for (const [day, amount] of days) if (day !== undefined) sums.set(day, (sums.get(day) ?? 0) + amount);
  return [...sums].toSorted(([a], [b]) => a - b);
}
