import type { Instant } from '@trofast/engine';
import type { SaleLine } from '../mapping/sale-lines.ts';
import { decimalTextOf, ExactSum } from '../reading/decimals.ts';
import { Mistake } from '../terminal/mistake.ts';
import type { SaleLinesFile } from './sale-lines-file.ts';

/** What a file of sales holds, found by reading it once before anything is recorded. */
export interface Survey {
  readonly fingerprint: string;
  readonly lines: number;
  readonly invoices: number;
  readonly invoicesByKind: Readonly<Record<string, number>>;
  readonly customers: number;
  readonly linesWithoutCustomer: number;
  readonly cancellationLines: number;
  /** Decimal texts, before rounding. */
  readonly netValue: string;
  readonly netValueWithCustomer: string;
  readonly firstAt: Instant;
  readonly lastAt: Instant;
  /** Last line of each invoice whose lines come apart. */
  readonly apart: ReadonlyMap<string, number>;
  /** Codes that a customer cancels anywhere in the file: nothing else need be remembered. */
  readonly cancelled: ReadonlyMap<string, ReadonlySet<string>>;
}

/** Reads the whole file once, so that a mistake anywhere in it is told before anything is recorded. */
export async function surveySales(file: SaleLinesFile): Promise<Survey> {
  /** Customer by invoice. */
  const seen = new Map<string, string>();
  const apart = new Map<string, number>();
  const customers = new Set<string>();
  const cancelled = new Map<string, Set<string>>();
  const invoicesByKind: Record<string, number> = {};
  const [net, netWithCustomer] = [new ExactSum(), new ExactSum()];
  let [lines, linesWithoutCustomer, cancellationLines] = [0, 0, 0];
  let [firstAt, lastAt] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  let [current, customer] = ['', ''];

  const meet = (line: SaleLine) => {
    const known = seen.get(line.invoice);
    if (known === undefined) {
      seen.set(line.invoice, line.customer);
      invoicesByKind[line.kind] = (invoicesByKind[line.kind] ?? 0) + 1;
      if (line.customer !== '') customers.add(line.customer);
    } else if (line.invoice !== current || apart.has(line.invoice)) {
      apart.set(line.invoice, line.fileLine);
    }
    current = line.invoice;
    customer = known ?? line.customer;
  };

  for await (const read of file.read()) {
    for (const line of read) {
      lines += 1;
      if (line.invoice !== current || apart.has(current)) meet(line);
      if (line.customer !== customer) throw twoCustomers(line, customer);
      net.addProduct(line.quantity, line.price);
      if (line.kind === 'cancellation') cancellationLines += 1;
      if (line.customer === '') linesWithoutCustomer += 1;
      else {
        netWithCustomer.addProduct(line.quantity, line.price);
        if (line.kind === 'cancellation') codesOf(cancelled, line.customer).add(line.sku);
      }
      if (line.occurredAt < firstAt) firstAt = line.occurredAt;
      if (line.occurredAt > lastAt) lastAt = line.occurredAt;
    }
  }
  if (lines === 0) throw new Mistake('The file has no line below its header.', 'Give a file with purchases.');

  return {
    fingerprint: file.fingerprint(),
    lines,
    invoices: seen.size,
    invoicesByKind,
    customers: customers.size,
    linesWithoutCustomer,
    cancellationLines,
    netValue: net.text(),
    netValueWithCustomer: netWithCustomer.text(),
    firstAt,
    lastAt,
    apart,
    cancelled,
  };
}

function codesOf(cancelled: Map<string, Set<string>>, customer: string): Set<string> {
  const codes = cancelled.get(customer) ?? new Set<string>();
  if (codes.size === 0) cancelled.set(customer, codes);
  return codes;
}

function twoCustomers({ fileLine, invoice, customer, quantity }: SaleLine, other: string): Mistake {
  const named = (name: string) => (name === '' ? 'no customer' : `customer ${name}`);
  return new Mistake(
    `Line ${fileLine} (${decimalTextOf(quantity)} pieces) gives invoice ${invoice} to ${named(customer)}, ` +
      `its first line to ${named(other)}.`,
    'An invoice belongs to one customer: correct the line.',
  );
}
