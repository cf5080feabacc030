import type { ListJoining, Purchase } from '../event.ts';
import { parseExact, times, whole } from '../numbers/exact.ts';
import { decimalText, minorDigits, parseMoney } from '../numbers/money.ts';
import type { Program } from '../program.ts';
import { nameOfKey } from '../scopes.ts';
import { type Day, dayText, parseDay } from '../time/days.ts';
import { type Instant, localInstant, startOfDay } from '../time/zones.ts';
import type { ExamplePurchase, ExampleStay } from './example.ts';

/** A worked example says something that cannot be read; the message names it and the remedy. */
export class Unreadable extends Error {}

/** `2026-02-28` is its first instant in the zone, `2026-02-28 23:59` that local time. */
export function instantOf(zone: string, written: string): Instant {
  const text = written;
  const day = parseDay(text);
  const instant = day === undefined ? localInstant(zone, text) : startOfDay(zone, day);
  if (instant === undefined) throw new Unreadable(`"${text}" is no time; write 2026-02-28 or 2026-02-28 23:59`);
  return instant;
}

/** Stays on lists, their days as days. */
export function staysOf(written: readonly ExampleStay[]): readonly ListJoining[] {
  return written.map(({ list, from, through }) => ({
    list,
    ...(from !== undefined && { from: dayOf(from) }),
    ...(through !== undefined && { through: dayOf(through) }),
  }));
}

function dayOf(written: string): Day {
  const day = parseDay(written);
  if (day === undefined) throw new Unreadable(`"${written}" is no day; write 2026-02-28`);
  return day;
}

/** Minor units. */
export function minorOf(written: string): number {
  const money = parseMoney(written);
  if (typeof money === 'string') {
    throw new Unreadable(
      `"${written}" cannot be money of a purchase; write "19.99 GBP", with no more decimals than the currency has`,
    );
  }
  return money.amount;
}

function currencyOf(written: string): string {
  return /[A-Z]{3}$/.exec(written)?.[0] ?? '';
}

/** Units of a currency's decimals. */
export function unitsOf(program: Program, currency: string, written: string): number {
  const decimals = program.currencies.get(nameOfKey(currency))?.decimals ?? 0;
  const exact = parseExact(written.replace(/ [A-Z]{3}$/, ''));
  const units = exact && times(exact, whole(10 ** decimals));
  if (units?.d !== 1 || typeof units.n !== 'number') {
    throw new Unreadable(`"${written}" is no amount of ${currency} with ${decimals} decimals`);
  }
  return units.n;
}

export function pointsText(program: Program, currency: string, units: number): string {
  return decimalText(units, program.currencies.get(nameOfKey(currency))?.decimals ?? 0);
}

export function minorText(amount: number, currency: string): string {
  return `${decimalText(amount, minorDigits(currency))} ${currency}`;
}

export function dayOrNever(day: number | undefined): string {
  return day === undefined ? 'never' : dayText(day);
}

export function purchaseOf(written: ExamplePurchase, currency: string): Purchase {
  const { lines, charges, adjustments, tenders, vouchers, holds, rewards, codes, rules, delivery, strict } = written;
  return {
    currency: lines[0] ? currencyOf(lines[0].total) : currency,
    lines: lines.map(({ sku, categories, attributes, quantity, total, tax }) => ({
      sku,
      ...(categories && { categories }),
      ...(attributes && { attributes }),
      ...(quantity !== undefined && { quantity }),
      total: minorOf(total),
      ...(tax !== undefined && { tax: minorOf(tax) }),
    })),
    ...(charges && { charges: charges.map(({ kind, amount }) => ({ kind, amount: minorOf(amount) })) }),
    ...(adjustments && {
      adjustments: adjustments.map(({ amount, reason, lines: of }) => ({
        amount: minorOf(amount),
        ...(reason !== undefined && { reason }),
        ...(of && { lines: of }),
      })),
    }),
    ...(tenders && {
      tenders: tenders.map(({ kind, amount, lines: of }) => ({
        kind,
        amount: minorOf(amount),
        ...(of && { lines: of }),
      })),
    }),
    ...(vouchers && { vouchers }),
    ...(holds && { holds }),
    ...(rewards && { rewards }),
    ...(codes && { codes }),
    ...(rules && { rules }),
    ...(delivery !== undefined && { delivery }),
    ...(strict !== undefined && { strict }),
  };
}
