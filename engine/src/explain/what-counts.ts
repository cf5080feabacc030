import { nameIn } from '../document/leaves/references.ts';
import type { Speech } from '../document/unbound.ts';
import type { Base, Counter, Locale, ProductGroup, ProductSelection, Words } from '../program.ts';
import { listWithAnd, listWithOr, pointsName } from './formats.ts';
import { named, quoted, sayCode, sayCodes } from './known-codes.ts';
import { PHRASES } from './phrases.ts';
import { capitalised, paragraph } from './texts.ts';
import { sayWindow } from './windows.ts';

/** A base: which products it takes, after what, with tax or without. */
export function sayBase(base: Base, speech: Speech): string {
  const { locale } = speech;
  const phrases = PHRASES[locale];
  const { products, after, tax, charges, tenders, channels } = base;
  const codes = (list: ReadonlySet<string>) => sayCodes(list, speech);
  const taken = listWithAnd(
    [...after].map((word) => phrases.takenOff[word]),
    locale,
  );
  return paragraph([
    `${nameAsHeading(base.name, locale)}: ${sayProducts(products, speech)}.`,
    after.size === 0 ? phrases.nothingTakenOff : capitalised(phrases.takenOffFirst(taken), locale),
    phrases.tax[tax],
    charges.size === 0 ? '' : phrases.chargesToo(codes(charges)),
    tenders === undefined ? '' : phrases.onlyPaidWith(codes(tenders)),
    channels.only === undefined ? '' : phrases.onlyThrough(codes(channels.only)),
    channels.not === undefined ? '' : phrases.notThrough(codes(channels.not)),
  ]);
}

/** A group that no base says whole; for rules that look at some products. */
export function sayProductGroup(group: ProductGroup, speech: Speech): string {
  return `${nameAsHeading(group.name, speech.locale)}: ${sayProducts(group, speech)}.`;
}

export function sayCounter(counter: Counter, speech: Speech): string {
  const { locale } = speech;
  const phrases = PHRASES[locale];
  const what = `${whatIsCounted(counter, speech)} ${sayWindow(counter.window, locale)}`;
  const conditions = counter.when.map((condition) => condition.sentence?.(locale) ?? '');
  const onlyIf = conditions.length === 0 ? '' : phrases.onlyIf(listWithAnd(conditions, locale));
  return paragraph([
    `${nameAsHeading(counter.name, locale)}: ${what}${phrases.per[counter.per]}${onlyIf}.`,
    phrases.counterReturns[counter.returns],
  ]);
}

export function whatIsCounted({ counts }: Pick<Counter, 'counts'>, speech: Speech): string {
  const { locale, program } = speech;
  const phrases = PHRASES[locale];
  switch (counts.kind) {
    case 'base':
      return phrases.spentOn(nameIn(counts.base.name, locale));
    case 'purchases':
      return phrases.numberOfPurchases;
    case 'units':
      return phrases.numberOfUnits(nameIn(counts.products.name, locale));
    case 'earned': {
      const currency = program.currencies.get(counts.currency);
      return phrases.earnedPoints(currency === undefined ? '' : pointsName(currency, 'several', locale));
    }
    case 'activities':
      return phrases.numberOfActivities(sayCode(counts.activity, speech));
    case 'rules':
    case 'rounds':
      return phrases.countedByRules;
  }
}

function sayProducts(group: ProductGroup | undefined, speech: Speech): string {
  const { locale } = speech;
  const phrases = PHRASES[locale];
  const { all = [], not, ...any } = group?.selects ?? {};
  const also = all.map((one) => saySelection(one, speech)).filter((one) => one !== '');
  const selected = saySelection(any, speech);
  return [
    selected === '' ? phrases.allProducts : phrases.productsWith(selected),
    also.length === 0 ? '' : ` ${phrases.alsoWith(listWithAnd(also, locale))}`,
    not === undefined ? '' : `, ${phrases.exceptWith(saySelection(not, speech))}`,
  ].join('');
}

function saySelection({ skus = [], categories = [], attributes = {} }: ProductSelection, speech: Speech): string {
  const { locale } = speech;
  const inWords = categories.map((category) => named(category, speech) ?? category);
  const phrases = PHRASES[locale];
  const said = [
    ...sayTexts(skus, phrases.productCode, phrases.productCodeBeginning, locale),
    ...sayTexts(inWords, phrases.category, phrases.categoryBeginning, locale),
    ...Object.entries(attributes).map(([name, values]) => `${quoted(name, locale)} ${listWithOr(values, locale)}`),
  ];
  return listWithOr(said, locale);
}

function sayTexts(
  texts: readonly string[],
  exactly: (list: string) => string,
  beginning: (list: string) => string,
  locale: Locale,
): readonly string[] {
  const exact = texts.filter((text) => !text.endsWith('*'));
  const beginnings = texts.filter((text) => text.endsWith('*')).map((text) => text.slice(0, -1));
  return [
    ...(exact.length === 0 ? [] : [exactly(listWithOr(exact, locale))]),
    ...(beginnings.length === 0 ? [] : [beginning(listWithOr(beginnings, locale))]),
  ];
}

function nameAsHeading(name: Words, locale: Locale): string {
  return capitalised(nameIn(name, locale), locale);
}
