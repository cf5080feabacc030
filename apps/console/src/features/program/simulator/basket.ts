import { decimalText, minorDigits, type Program } from '@trofast/engine';
import { isGroup, isList, type Written } from '../editing/written.ts';

/** What a person composes to try a program: a member as they stand, and what they buy. */
export interface Basket {
  readonly market: string;
  /** The shop's wall clock: `2026-03-14T12:00`. */
  readonly at: string;
  readonly lines: readonly BasketLine[];
  readonly tender: string;
  readonly store: string;
  readonly channel: string;
  readonly delivery: string;
  readonly codes: readonly string[];
  /** The member's level by ladder; the ladder's first where absent. */
  readonly levels: Readonly<Record<string, string>>;
  /** Points to spend, by currency, as people write them. */
  readonly points: Readonly<Record<string, string>>;
  readonly lists: readonly string[];
  readonly rewards: readonly string[];
}

export interface BasketLine {
  /** Stays the same while the line is edited. */
  readonly key: string;
  readonly sku: string;
  readonly categories: readonly string[];
  readonly quantity: string;
  /** Of one, as people write it: `19.95`. */
  readonly price: string;
}

/** A basket to begin with: one thing, bought today at noon in the program's first market. */
export function firstBasket(program: Program, today: string): Basket {
  const [market] = program.markets.values();
  return {
    market: market?.id ?? '',
    at: `${today}T12:00`,
    lines: [{ key: '1', sku: '', categories: [], quantity: '1', price: ordinaryPrice(market?.currency ?? 'EUR') }],
    tender: '',
    store: '',
    channel: '',
    delivery: '',
    codes: [],
    levels: {},
    points: {},
    lists: [],
    rewards: [],
  };
}

/** 250 kroner, 25 euros, 2500 yen: what a small purchase costs. */
function ordinaryPrice(currency: string): string {
  const digits = minorDigits(currency);
  const major = ['DKK', 'SEK', 'NOK', 'CZK'].includes(currency) ? 250 : digits === 0 ? 2500 : 25;
  return decimalText(major * 10 ** digits, digits);
}

/** Every text that the document writes under one of some words: the categories, tenders, … that the shop has. */
export function textsUnder(written: Written | undefined, words: readonly string[]): readonly string[] {
  const found = new Set<string>();
  collect(written, words, false, found);
  return [...found].toSorted();
}

function collect(value: Written | undefined, words: readonly string[], isBelow: boolean, found: Set<string>): void {
  if (isList(value)) for (const element of value) collect(element, words, isBelow, found);
  else if (isGroup(value)) {
    for (const [word, inner] of Object.entries(value)) collect(inner, words, words.includes(word), found);
  } else if (isBelow && typeof value === 'string') found.add(value);
}
