import type { Locale, Program, Words } from '@trofast/engine';
import { minorDigits } from '@trofast/engine';
import { amountText, decimalAmount, figureLines } from './amounts.ts';
import { bothSides, type CurrencyFigures, type ProgramFigures } from './program-figures.ts';

type Row = readonly [words: string, figure: string, aside?: string];

/** Points, members by level, vouchers and cost, as a shopkeeper reads them. */
export function programText(program: Program, figures: ProgramFigures): string {
  const parts = [
    ...figures.currencies.map((currency) => currencyText(program, currency)),
    ...[...program.ladders.values()].map((ladder) => {
      const counts = figures.levels[ladder.id] ?? {};
      const rows = Object.entries(counts).map(([level, members]): Row => {
        const named = ladder.levels.find(({ id }) => id === level);
        return [named === undefined ? level : word(named.name, level), amountText(members)];
      });
      return [`Members by ${word(ladder.name, ladder.id).toLowerCase()}`, ...figureLines(rows)].join('\n');
    }),
    voucherText(figures),
    costText(figures),
  ];
  return parts.filter((part) => part !== '').join('\n\n');
}

function currencyText(program: Program, figures: CurrencyFigures): string {
  const amount = (units: number) => decimalAmount(units, figures.decimals);
  const debtAside = figures.newDebt === 0 ? '' : `${amount(figures.newDebt)} of them became debt`;
  const always = (words: string, units: number, aside = ''): Row => [words, amount(units), aside];
  const ifAny = (words: string, units: number): Row[] => (units === 0 ? [] : [[words, amount(units)]]);
  const rows: Row[] = [
    always('earned', figures.earned),
    ...ifAny('given by staff', figures.corrected),
    always('put back by cancelled vouchers', figures.putBack),
    always('taken back by returns', figures.takenBack, debtAside),
    always('debt repaid', figures.debtRepaid),
    always('converted into vouchers', figures.converted),
    ...ifAny('spent on rewards', figures.redeemed),
    always('expired', figures.expired),
    ...ifAny('taken by staff', figures.correctedAway),
    ...ifAny('held', figures.held),
    always('pending', figures.pending),
    always('available', figures.available),
    always('owed by members', figures.owed),
  ];
  const title = program.currencies.get(figures.currency)?.name.en?.other ?? figures.currency;
  return [capital(title), ...figureLines(rows), ...checkLines(figures)].join('\n');
}

/** The sum that proves the figures, with the figures in it. */
function checkLines(figures: CurrencyFigures): string[] {
  const amount = (units: number) => decimalAmount(units, figures.decimals);
  const { left, right } = bothSides(figures);
  const extraIn: Row[] = figures.corrected === 0 ? [] : [['given by staff', amount(figures.corrected)]];
  const inward: Row[] = [['earned', amount(figures.earned)], ['put back', amount(figures.putBack)], ...extraIn];
  const extraOut = (
    [
      ['spent', figures.redeemed],
      ['taken by staff', figures.correctedAway],
      ['held', figures.held],
    ] as const
  ).flatMap(([words, units]): Row[] => (units === 0 ? [] : [[words, amount(units)]]));
  const outward: Row[] = [
    ['(taken back − new debt)', `(${amount(figures.takenBack)} − ${amount(figures.newDebt)})`],
    ['debt repaid', amount(figures.debtRepaid)],
    ['converted', amount(figures.converted)],
    ['expired', amount(figures.expired)],
    ...extraOut,
    ['pending', amount(figures.pending)],
    ['available', amount(figures.available)],
  ];
  const words = (rows: readonly Row[]) => rows.map(([word]) => word).join(' + ');
  const sums = (rows: readonly Row[]) => rows.map(([, figure]) => figure).join(' + ');
  return [
    `  check: ${words(inward)} = ${words(outward)}`,
    `         ${sums(inward)} = ${sums(outward)}`,
    `         ${amount(left)} ${left === right ? '=' : '≠'} ${amount(right)}${left === right ? '' : '  THE FIGURES DO NOT ADD UP'}`,
  ];
}

function voucherText({ vouchers }: ProgramFigures): string {
  return vouchers
    .map(({ currency, issued, used, expired, cancelled, open, openCount }) => {
      const money = (units: number) => `${decimalAmount(units, minorDigits(currency))} ${currency}`;
      const rows: Row[] = [
        ['issued', money(issued)],
        ['used', money(used)],
        ['expired', money(expired)],
        ['cancelled by returns', money(cancelled)],
        ['open', money(open), `${amountText(openCount)} vouchers`],
      ];
      return ['Vouchers', ...figureLines(rows)].join('\n');
    })
    .join('\n\n');
}

function costText({ currencies, vouchers }: ProgramFigures): string {
  const rows = currencies.flatMap(({ currency, cost }) =>
    Object.entries(cost).map(([money, units]): Row => {
      const open = vouchers.find((voucher) => voucher.currency === money)?.open ?? 0;
      const inMoney = (amount: number) => `${decimalAmount(amount, minorDigits(money))} ${money}`;
      const aside = open === 0 ? '' : `and ${inMoney(open)} of open vouchers: ${inMoney(units + open)} together`;
      return [`all ${currency} held by members`, inMoney(units), aside];
    }),
  );
  return rows.length === 0 ? '' : ['What they would cost', ...figureLines(rows)].join('\n');
}

function word(words: Words, otherwise: string, locale: Locale = 'en'): string {
  return words[locale] ?? Object.values(words)[0] ?? otherwise;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
