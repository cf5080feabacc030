import type { SaleLine } from '../mapping/sale-lines.ts';
import type { Invoice } from './invoice.ts';
import type { SaleLinesFile } from './sale-lines-file.ts';
import type { Survey } from './survey-sales.ts';

interface Open {
  readonly invoice: Invoice;
  readonly lines: SaleLine[];
  isComplete: boolean;
}

/** Whole invoices in the order of their first lines; one whose lines come apart holds back those behind it. */
export async function* readInvoices(file: SaleLinesFile, survey: Survey): AsyncGenerator<readonly Invoice[]> {
  const waiting: Open[] = [];
  const apart = new Map<string, Open>();
  let current: Open | undefined;
  let index = 0;

  const openInvoice = (line: SaleLine): Open => {
    const { invoice: number, kind, customer, market, occurredAt } = line;
    const lines: SaleLine[] = [];
    const open = { invoice: { number, index, kind, customer, market, occurredAt, lines }, lines, isComplete: false };
    index += 1;
    waiting.push(open);
    if (survey.apart.has(number)) apart.set(number, open);
    return open;
  };

  const meet = (line: SaleLine) => {
    if (current?.invoice.number !== line.invoice) {
      // Without lines further on, an invoice ends where another begins.
      if (current !== undefined && !apart.has(current.invoice.number)) current.isComplete = true;
      current = apart.get(line.invoice) ?? openInvoice(line);
    }
    current.lines.push(line);
    if (survey.apart.get(line.invoice) === line.fileLine) {
      current.isComplete = true;
      apart.delete(line.invoice);
      current = undefined;
    }
  };

  const takeComplete = (): Invoice[] => {
    let count = 0;
    while (waiting[count]?.isComplete) count += 1;
    return waiting.splice(0, count).map(({ invoice }) => invoice);
  };

  for await (const read of file.read()) {
    for (const line of read) meet(line);
    yield takeComplete();
  }
  if (current !== undefined) current.isComplete = true;
  yield takeComplete();
}
