import { nameIn } from '../document/leaves/references.ts';
import type { Path } from '../document/problem.ts';
import { readProgram } from '../document/read-program.ts';
import type { Speech } from '../document/unbound.ts';
import type { Currency, Locale, Program, Rule, Span } from '../program.ts';
import { cityOfZone } from './cities.ts';
import { sayClub } from './club-sentences.ts';
import { formatDuration } from './durations.ts';
import { formatDay, formatDecimal, LOCALE_TAGS, listWithAnd, pointsName } from './formats.ts';
import { sayHouseholds } from './household-sentences.ts';
import { sayLadder } from './ladder-sentences.ts';
import { sayGift, sayList } from './list-sentences.ts';
import { sayBenefit } from './offer-sentences.ts';
import { REFERRAL_PHRASES } from './phrases/referrals.ts';
import { PHRASES } from './phrases.ts';
import { sayCurrency } from './point-sentences.ts';
import { sayReferral } from './referral-sentences.ts';
import { sayReward } from './reward-sentences.ts';
import { sentenceOfRule } from './rule-sentences.ts';
import { capitalised, paragraph, type ToldPart, type ToldSection } from './texts.ts';
import { sayTransfers } from './transfer-sentences.ts';
import { sayBase, sayCounter, sayProductGroup } from './what-counts.ts';

/**
 * The whole program in plain sentences: headings, and paragraphs below them, with an empty line between sections.
 * A document with problems is told as these problems.
 */
export function explainProgram(text: string, locale: Locale): string {
  const reading = readProgram(text);
  if ('problems' in reading) {
    return reading.problems.map(({ line, column, message }) => `${line}:${column} ${message}`).join('\n');
  }
  return tellProgram(reading.program, locale);
}

/** The same for a program that has been read. */
export function tellProgram(program: Program, locale: Locale): string {
  return tellParts(program, locale)
    .map(({ heading, parts }) => `${heading}\n${parts.flatMap(({ paragraphs }) => paragraphs).join('\n')}\n`)
    .join('\n');
}

/** The same by section and part, each with its place in the document. Nothing is told of parts that are not there. */
export function tellParts(program: Program, locale: Locale): readonly ToldSection[] {
  const head = { heading: nameIn(program.name, locale), parts: [one(['program'], [sayHead(program, locale)])] };
  return [head, ...sectionsOf(program, { locale, program })]
    .map(({ heading, parts }) => ({ heading, parts: parts.filter(({ paragraphs }) => paragraphs.length > 0) }))
    .filter(({ parts }) => parts.length > 0);
}

function sectionsOf(program: Program, speech: Speech): readonly ToldSection[] {
  const { headings } = PHRASES[speech.locale];
  const { locale } = speech;
  const inBases = new Set([...program.bases.values()].map(({ products }) => products?.id));
  const otherGroups = [...program.products].filter(([id]) => !inBases.has(id));
  const { bases, clubs, currencies, counters, gifts, households, ladders, lists, rewards } = program;
  const ownCounters = [...counters].filter(([, { of }]) => of === undefined);
  return [
    { heading: headings.rules, parts: tellRules(program, locale) },
    ...[...currencies].map(([id, currency]) => ({
      heading: headingOf(currency, locale),
      parts: [
        one(['currencies', id], sayCurrency(currency, speech)),
        one(['transfers', id], sayTransfers(program, currency, locale)),
      ],
    })),
    { heading: headings.rewards, parts: named('rewards', rewards, (reward) => [sayReward(reward, speech)]) },
    ...[...clubs].map(([id, club]) => ({
      heading: capitalised(nameIn(club.name, locale), locale),
      parts: [one(['clubs', id], sayClub(club, speech))],
    })),
    ...[...ladders].map(([id, ladder]) => ({
      heading: capitalised(nameIn(ladder.name, locale), locale),
      parts: [one(['ladders', id], sayLadder(ladder, speech))],
    })),
    {
      heading: headings.counts,
      parts: [
        ...named('bases', bases, (base) => [sayBase(base, speech)]),
        ...named('products', otherGroups, (group) => [sayProductGroup(group, speech)]),
      ],
    },
    { heading: headings.offers, parts: ofRules('offers', program, locale) },
    { heading: headings.challenges, parts: ofRules('challenges', program, locale) },
    { heading: headings.benefits, parts: named('benefits', program.benefits, (one) => [sayBenefit(one, speech)]) },
    { heading: headings.gifts, parts: named('gifts', gifts, (gift) => [sayGift(gift, speech)]) },
    { heading: headings.lists, parts: named('lists', lists, (list) => [sayList(list, speech)]) },
    ...(households === undefined
      ? []
      : [
          {
            heading: capitalised(nameIn(households.name, locale), locale),
            parts: [one(['households'], sayHouseholds(households, speech))],
          },
        ]),
    ...(program.referral === undefined
      ? []
      : [
          {
            heading: REFERRAL_PHRASES[locale].heading,
            parts: [one(['referral'], sayReferral(program.referral, speech))],
          },
        ]),
    { heading: headings.counters, parts: named('counters', ownCounters, (counter) => [sayCounter(counter, speech)]) },
    { heading: headings.returns, parts: [one(['program'], [sayReturns(program, locale)])] },
    { heading: headings.start, parts: tellStart(program, speech).map((text, step) => one(['onStart', step], [text])) },
  ];
}

function one(path: Path, paragraphs: readonly string[]): ToldPart {
  const [, id] = path;
  return { path, ...(typeof id === 'string' && { id }), paragraphs };
}

/** Parts that have a name under a word of the document. */
function named<Part extends { readonly id: string; readonly span?: Span }>(
  word: string,
  parts: Iterable<readonly [string, Part]>,
  say: (part: Part) => readonly string[],
): readonly ToldPart[] {
  return [...parts].map(([id, part]) => ({ ...one([word, id], say(part)), ...(part.span && { span: part.span }) }));
}

/** Offers and challenges, each told by the rule of its name. */
function ofRules(word: 'offers' | 'challenges', program: Program, locale: Locale): readonly ToldPart[] {
  return named(word, program[word], ({ id }: { readonly id: string; readonly span: Span }) =>
    program.rules.flatMap((rule) => (rule.id === id ? [sentenceOfRule(program, rule, locale)] : [])),
  );
}

function headingOf(currency: Currency, locale: Locale): string {
  return capitalised(pointsName(currency, 'several', locale), locale);
}

function sayHead({ markets, languages }: Program, locale: Locale): string {
  const phrases = PHRASES[locale];
  const names = new Intl.DisplayNames(LOCALE_TAGS[locale], { type: 'language' });
  const spoken = languages.map((language) => names.of(language) ?? language);
  return paragraph([
    ...[...markets.values()].map(({ name, currency, zone }) =>
      phrases.market(nameIn(name, locale), currencyName(currency, locale), cityOfZone(zone, locale)),
    ),
    phrases.languages(listWithAnd(spoken, locale)),
  ]);
}

/** `British pounds`: the name that goes with several. */
function currencyName(currency: string, locale: Locale): string {
  const style = { style: 'currency', currency, currencyDisplay: 'name', maximumFractionDigits: 0 } as const;
  const parts = new Intl.NumberFormat(LOCALE_TAGS[locale], style).formatToParts(2);
  return parts.find(({ type }) => type === 'currency')?.value ?? currency;
}

/** Rules in the document's order; those of one group stand together behind a sentence that says so. */
function tellRules(program: Program, locale: Locale): readonly ToldPart[] {
  const told = new Set<Rule>();
  const parts: ToldPart[] = [];
  const ownRules = program.rules.filter(({ offer, challenge }) => offer === undefined && challenge === undefined);
  for (const rule of ownRules) {
    if (told.has(rule)) continue;
    const group = program.rules.filter(
      (other) => other === rule || (rule.group !== undefined && other.group === rule.group),
    );
    if (group.length > 1) {
      parts.push({ paragraphs: [PHRASES[locale].bestOf(formatDecimal(String(group.length), locale))] });
    }
    for (const one of group) {
      told.add(one);
      const { id, span } = one;
      const path = ['rules', program.rules.indexOf(one)];
      parts.push({ path, id, span, paragraphs: [sentenceOfRule(program, one, locale)] });
    }
  }
  return parts;
}

function sayReturns({ returns, late, corrections, holds, currencies }: Program, locale: Locale): string {
  const phrases = PHRASES[locale];
  const duration = (value: Parameters<typeof formatDuration>[0]) => formatDuration(value, locale);
  return paragraph([
    returns.within === 'always' ? phrases.returnsAlways : phrases.returnsWithin(duration(returns.within)),
    phrases.takenBack,
    returns.usableFor === undefined ? '' : phrases.returnsUsable(duration(returns.usableFor)),
    late.within === 'always' ? phrases.lateAlways : phrases.lateWithin(duration(late.within)),
    late.restore ? phrases.lateRestored : phrases.lateNotRestored,
    corrections.approvalAbove === undefined
      ? ''
      : phrases.approval(formatDecimal(String(corrections.approvalAbove), locale)),
    currencies.size === 0 ? '' : phrases.longestHold(duration(holds.longest)),
  ]);
}

function tellStart({ onStart }: Program, { locale, program }: Speech): readonly string[] {
  const phrases = PHRASES[locale];
  return onStart.map((step) => {
    if (step.kind === 'redate') {
      const currency = program.currencies.get(step.currency);
      return phrases.redated(currency === undefined ? '' : pointsName(currency, 'several', locale));
    }
    const ladder = nameIn(program.ladders.get(step.ladder)?.name ?? {}, locale);
    return phrases.levelsKeptUntil(ladder, formatDay(step.until, locale));
  });
}
