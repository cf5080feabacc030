import type { Output } from '@trofast/contract';
import { type Currency, dayAt, decimalText, type Locale, type Program, type Words } from '@trofast/engine';
import { costOf, type Flow, histogramOf, pointsMoved, vouchersMoved } from '@trofast/insight';
import { instantText } from '../../instants.ts';
import { unitCostIn } from '../insight/index.ts';
import type { StoredSettings } from '../settings/index.ts';
import { type AffectedAccount, mostAffected, type Tally } from './replay-chunk.ts';
import { add, type Side } from './replay-sums.ts';

export type Result = NonNullable<Output<'getBackTest'>['result']>;
type CurrencyResult = Result['currencies'][number];
type Affected = CurrencyResult['mostWon'][number];

export interface Reported {
  readonly program: Program;
  /** The draft: it may have levels and currencies that are new. */
  readonly draft: Program;
  readonly stored: StoredSettings;
  readonly tally: Tally;
  readonly since: number;
  readonly until: number;
  readonly milliseconds: number;
  readonly locale: Locale;
  /** Who an account is, where that is known. */
  readonly nameOf: (account: string) => Pick<Affected, 'memberId' | 'name'>;
}

export function backTestResult(reported: Reported): Result {
  const { tally, since, until, milliseconds } = reported;
  const currencies = new Map([...reported.program.currencies, ...reported.draft.currencies]);
  return {
    since: instantText(since),
    until: instantText(until),
    ...{ accounts: tally.accounts, events: tally.events, changed: tally.changed },
    currencies: [...currencies.values()].map((currency) => currencyResult(reported, currency)),
    costs: costsOf(reported, [...currencies.values()]),
    vouchers: vouchersOf(reported),
    discounts: moniesOf(reported).flatMap((currency) => {
      const given = both(tally, (side) => side.discounts.get(currency) ?? 0);
      return given.published === 0 && given.draft === 0 ? [] : [{ currency, given }];
    }),
    levels: levelsOf(reported),
    refused: both(tally, ({ refused }) => refused),
    milliseconds,
  };
}

function both<Value>({ published, draft }: Tally, of: (side: Side) => Value) {
  return { published: of(published), draft: of(draft) };
}

function currencyResult(reported: Reported, currency: Currency): CurrencyResult {
  const { tally, locale } = reported;
  const { id, decimals, name } = currency;
  const text = (units: number) => decimalText(units, decimals);
  const points = (of: (side: Side) => number) => both(tally, (side) => text(of(side)));
  const moved = both(tally, (side) => pointsMoved(flowsOf(side, id)));
  const movedText = (field: keyof (typeof moved)['draft']) => ({
    published: text(moved.published[field]),
    draft: text(moved.draft[field]),
  });
  const differences = tally.differences.get(id) ?? [];
  const affected = mostAffected(tally.affected.get(id) ?? []);
  const view = (one: AffectedAccount) => affectedView(reported, one, text);
  return {
    currency: id,
    name: name[locale]?.other ?? name.en?.other ?? id,
    decimals,
    earned: movedText('earned'),
    spent: movedText('spent'),
    expired: movedText('expired'),
    takenBack: movedText('takenBack'),
    outstanding: points((side) => sumOf(side.held, id)),
    owed: points((side) => sumOf(side.owed, id)),
    winners: differences.filter((difference) => difference > 0).length,
    losers: differences.filter((difference) => difference < 0).length,
    unchanged: differences.filter((difference) => difference === 0).length,
    histogram: histogramOf(differences, 10 ** decimals).map(({ from, through, count }) => ({
      from: text(from),
      through: text(through),
      accounts: count,
    })),
    mostWon: affected.filter(({ published, draft }) => draft > published).map(view),
    mostLost: affected
      .filter(({ published, draft }) => draft < published)
      .map(view)
      .toReversed(),
  };
}

function affectedView(
  { nameOf }: Reported,
  { account, published, draft, levels }: AffectedAccount,
  text: (units: number) => string,
): Affected {
  return {
    accountId: account,
    ...nameOf(account),
    published: text(published),
    draft: text(draft),
    difference: text(draft - published),
    levels: levels.map(([ladder, before, after]) => ({
      ladder,
      ...(before === undefined ? {} : { published: before }),
      ...(after === undefined ? {} : { draft: after }),
    })),
  };
}

/** Movements of one currency, in one market where that is asked. */
function flowsOf({ flows }: Side, currency: string, market?: string): readonly Flow[] {
  return [...flows].flatMap(([name, amount]) => {
    const [inMarket, of, debit = '', credit = ''] = name.split(' ');
    return of === currency && (market === undefined || market === inMarket) ? [{ debit, credit, amount }] : [];
  });
}

function sumOf(sums: ReadonlyMap<string, number>, currency: string): number {
  return [...sums].reduce((sum, [name, amount]) => (name.endsWith(` ${currency}`) ? sum + amount : sum), 0);
}

function costsOf({ program, draft, stored, tally, until }: Reported, currencies: readonly Currency[]): Result['costs'] {
  const earned = both(tally, () => new Map<string, number>());
  const liability = both(tally, () => new Map<string, number>());
  for (const side of ['published', 'draft'] as const) {
    const document = side === 'draft' ? draft : program;
    for (const { id: market, currency: money, zone } of document.markets.values()) {
      for (const { id } of currencies) {
        const currency = document.currencies.get(id);
        const unit = currency && unitCostIn(document, stored, currency, market, dayAt(zone, until));
        if (!unit) continue;
        add(earned[side], money, costOf(pointsMoved(flowsOf(tally[side], id, market)).earned, unit));
        add(liability[side], money, costOf(tally[side].held.get(`${market} ${id}`) ?? 0, unit));
      }
    }
  }
  const monies = new Set([...earned.published.keys(), ...earned.draft.keys()]);
  const of = (sums: typeof earned, money: string) => ({
    published: sums.published.get(money) ?? 0,
    draft: sums.draft.get(money) ?? 0,
  });
  return [...monies].map((currency) => ({
    currency,
    earned: of(earned, currency),
    liability: of(liability, currency),
  }));
}

function moniesOf({ program, draft }: Reported): readonly string[] {
  return [...new Set([...program.markets.values(), ...draft.markets.values()].map(({ currency }) => currency))];
}

function vouchersOf(reported: Reported): Result['vouchers'] {
  const { tally } = reported;
  return moniesOf(reported).flatMap((currency) => {
    const moved = both(tally, (side) => vouchersMoved(flowsOf(side, currency)));
    const open = both(tally, (side) => side.openVouchers.get(currency) ?? 0);
    if (moved.published.issued === 0 && moved.draft.issued === 0) return [];
    return [
      {
        currency,
        issued: { published: moved.published.issued, draft: moved.draft.issued },
        used: { published: moved.published.used, draft: moved.draft.used },
        open,
      },
    ];
  });
}

function levelsOf({ program, draft, tally, locale }: Reported): Result['levels'] {
  const ladders = new Map([...program.ladders, ...draft.ladders]);
  return [...ladders.values()].flatMap((ladder) => {
    const levels = new Map(
      [...(program.ladders.get(ladder.id)?.levels ?? []), ...ladder.levels].map((one) => [one.id, one]),
    );
    return [...levels.values()].map((level) => ({
      ladder: ladder.id,
      name: named(ladder.name, locale, ladder.id),
      level: level.id,
      levelName: named(level.name, locale, level.id),
      accounts: both(tally, (side) => side.levels.get(`${ladder.id} ${level.id}`) ?? 0),
    }));
  });
}

function named(words: Words, locale: Locale, otherwise: string): string {
  return words[locale] ?? words.en ?? otherwise;
}
