import { LINE_REFUSALS } from '../invoices/match-cancellations.ts';
import type { Survey } from '../invoices/survey-sales.ts';
import { amountText, figureLines, grouped } from './amounts.ts';

/** What the file held, and what of it was not recorded. */
export interface FileFigures {
  readonly lines: number;
  readonly invoices: number;
  readonly invoicesByKind: Readonly<Record<string, number>>;
  readonly customers: number;
  readonly linesWithoutCustomer: number;
  readonly netValue: string;
  readonly netValueWithCustomer: string;
  /** Lines of cancelling invoices that found their purchase, whole or in part. */
  readonly cancellationLines: { readonly matched: number; readonly matchedInPart: number };
  readonly refused: Readonly<Record<string, number>>;
}

export function fileFigures(survey: Survey, report: readonly { readonly reason: string }[]): FileFigures {
  const refused: Record<string, number> = {};
  for (const reason of LINE_REFUSALS) refused[reason] = 0;
  for (const { reason } of report) refused[reason] = (refused[reason] ?? 0) + 1;
  const unmatched = ['no_customer', 'no_earlier_purchase', 'other_price', 'used_up', 'partly'].reduce(
    (sum, reason) => sum + (refused[reason] ?? 0),
    0,
  );
  const { lines, invoices, invoicesByKind, customers, linesWithoutCustomer, netValue, netValueWithCustomer } = survey;
  return {
    ...{ lines, invoices, invoicesByKind, customers, linesWithoutCustomer, netValue, netValueWithCustomer },
    cancellationLines: { matched: survey.cancellationLines - unmatched, matchedInPart: refused.partly ?? 0 },
    refused: Object.fromEntries(Object.entries(refused).filter(([, count]) => count > 0)),
  };
}

const REASONS: Readonly<Record<string, string>> = {
  no_customer: 'the cancellation names no customer',
  no_earlier_purchase: 'the customer never bought that before',
  other_price: 'the customer bought it, at another price',
  used_up: 'all of it had come back already',
  partly: 'more came back than was bought: the rest',
  wrong_sign: 'neither bought nor cancelled',
};

export function fileText(figures: FileFigures, currency: string): string {
  const kinds = Object.entries(figures.invoicesByKind)
    .map(([kind, count]) => `${amountText(count)} ${kind.replaceAll('_', ' ')}`)
    .join(', ');
  const money = (text: string) => `${grouped(text)} ${currency}`;
  return [
    'The file',
    ...figureLines([
      ['lines read', amountText(figures.lines), `${amountText(figures.linesWithoutCustomer)} without a customer`],
      ['invoices', amountText(figures.invoices), kinds],
      ['customers', amountText(figures.customers)],
      ['net value of all lines', money(figures.netValue), 'before rounding'],
      ['net value of lines with a customer', money(figures.netValueWithCustomer), 'before rounding'],
    ]),
  ].join('\n');
}

export function refusedText(figures: FileFigures, reportPath: string): string {
  const rows = Object.entries(figures.refused);
  if (rows.length === 0) return 'No line was refused.';
  const all = rows.reduce((sum, [, count]) => sum + count, 0);
  return [
    `Lines refused: ${amountText(all)}, listed in ${reportPath}`,
    ...figureLines(rows.map(([reason, count]) => [reason, amountText(count), REASONS[reason] ?? ''])),
  ].join('\n');
}
