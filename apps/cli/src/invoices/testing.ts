import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type CsvMapping, parseMapping } from '../mapping/read-mapping.ts';
import { type Planned, stepPlanner } from './plan-steps.ts';
import { readInvoices } from './read-invoices.ts';
import { openSaleLines } from './sale-lines-file.ts';
import { type Survey, surveySales } from './survey-sales.ts';

export const MAPPING = `
format: csv
columns: { invoice: Invoice, time: Time, customer: Customer, sku: Code, quantity: Quantity, unitPrice: Price }
zone: Europe/London
currency: GBP
market: UK
lineTotal: { rounding: half_up }
cancellations: { prefix: C }
apart: { bad_debt: { prefix: A } }
store: shop
`;

export function csvMapping(text = MAPPING): CsvMapping {
  const mapping = parseMapping(text, 'mapping.yaml');
  if (mapping.format !== 'csv') throw new Error('the mapping of a test is of CSV');
  return mapping;
}

/** Surveys and plans a small file, given as rows `invoice,minute,customer,code,quantity,price`. */
export async function planRows(rows: readonly string[], mapping = csvMapping()) {
  const folder = mkdtempSync(join(tmpdir(), 'trofast-'));
  try {
    const path = join(folder, 'sales.csv');
    writeFileSync(path, ['Invoice,Time,Customer,Code,Quantity,Price', ...rows.map(withTime)].join('\n'));
    const file = await openSaleLines(path, mapping);
    const survey: Survey = await surveySales(file);
    const plan = stepPlanner(survey, mapping.currency);
    const planned: Planned[] = [];
    for await (const invoices of readInvoices(file, survey)) planned.push(...invoices.map(plan));
    return {
      survey,
      steps: planned.flatMap(({ steps }) => steps),
      refused: planned.flatMap(({ refused }) => refused),
    };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function withTime(row: string): string {
  const [invoice, minute, ...others] = row.split(',');
  return [invoice, `2011-01-03T10:${String(minute).padStart(2, '0')}:00`, ...others].join(',');
}
