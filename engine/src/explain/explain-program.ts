import { nameIn } from '../document/leaves/references.ts';
import { readProgram } from '../document/read-program.ts';
import type { Speech } from '../document/unbound.ts';
import type { Currency, Locale, Program, Rule } from '../program.ts';
import { cityOfZone } from './cities.ts';
import { sayClub } from './club-sentences.ts';
import { formatDuration } from './durations.ts';
import { formatDay, formatDecimal, LOCALE_TAGS, listWithAnd, pointsName } from './formats.ts';
import { sayHouseholds } from './household-sentences.ts';
import { sayLadder } from './ladder-sentences.ts';
import { sayGift, sayList } from './list-sentences.ts';
import { PHRASES } from './phrases.ts';
import { sayCurrency } from './point-sentences.ts';
import { sayReward } from './reward-sentences.ts';
import { sentenceOfRule } from './rule-sentences.ts';
import { capitalised, paragraph, type Section } from './texts.ts';
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
  const speech = { locale, program };
  const sections = [
    { heading: nameIn(program.name, locale), paragraphs: [sayHead(program, locale)] },
    ...sectionsOf(program, speech),
  ];
  return sections
    .filter(({ paragraphs }) => paragraphs.length > 0)
    .map(({ heading, paragraphs }) => `${heading}\n${paragraphs.join('\n')}\n`)
    .join('\n');
}

function sectionsOf(program: Program, speech: Speech): readonly Section[] {
  const { headings } = PHRASES[speech.locale];
  const { locale } = speech;
  const inBases = new Set([...program.bases.values()].map(({ products }) => products?.id));
  const otherGroups = [...program.products.values()].filter(({ id }) => !inBases.has(id));
  const { bases, clubs, currencies, counters, households, ladders, rewards } = program;
  return [
    { heading: headings.rules, paragraphs: tellRules(program, locale) },
    ...[...currencies.values()].map((currency) => ({
      heading: headingOf(currency, locale),
      paragraphs: [...sayCurrency(currency, speech), ...sayTransfers(program, currency, locale)],
    })),
    { heading: headings.rewards, paragraphs: [...rewards.values()].map((reward) => sayReward(reward, speech)) },
    ...[...clubs.values()].map((club) => ({
      heading: capitalised(nameIn(club.name, locale), locale),
      paragraphs: sayClub(club, speech),
    })),
    ...[...ladders.values()].map((ladder) => ({
      heading: capitalised(nameIn(ladder.name, locale), locale),
      paragraphs: sayLadder(ladder, speech),
    })),
    {
      heading: headings.counts,
      paragraphs: [
        ...[...bases.values()].map((base) => sayBase(base, speech)),
        ...otherGroups.map((group) => sayProductGroup(group, speech)),
      ],
    },
    { heading: headings.gifts, paragraphs: [...program.gifts.values()].map((gift) => sayGift(gift, speech)) },
    { heading: headings.lists, paragraphs: [...program.lists.values()].map((list) => sayList(list, speech)) },
    ...(households === undefined
      ? []
      : [
          {
            heading: capitalised(nameIn(households.name, locale), locale),
            paragraphs: sayHouseholds(households, speech),
          },
        ]),
    { heading: headings.counters, paragraphs: [...counters.values()].map((counter) => sayCounter(counter, speech)) },
    { heading: headings.returns, paragraphs: [sayReturns(program, locale)] },
    { heading: headings.start, paragraphs: tellStart(program, speech) },
  ];
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
function tellRules(program: Program, locale: Locale): readonly string[] {
  const told = new Set<Rule>();
  const paragraphs: string[] = [];
  for (const rule of program.rules) {
    if (told.has(rule)) continue;
    const group = program.rules.filter(
      (other) => other === rule || (rule.group !== undefined && other.group === rule.group),
    );
    if (group.length > 1) paragraphs.push(PHRASES[locale].bestOf(formatDecimal(String(group.length), locale)));
    for (const one of group) {
      told.add(one);
      paragraphs.push(sentenceOfRule(program, one, locale));
    }
  }
  return paragraphs;
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
