import type { Instant } from '@trofast/engine';
import { type Decimal, parseDecimal } from '../reading/decimals.ts';
import { timeReader } from '../reading/time-format.ts';
import { Mistake } from '../terminal/mistake.ts';
import type { CsvMapping, Recognition } from './read-mapping.ts';

/** One line of a file of sales, read by its mapping. */
export interface SaleLine {
  /** From 1, as editors count. */
  readonly fileLine: number;
  readonly invoice: string;
  readonly kind: InvoiceKind;
  readonly sku: string;
  readonly quantity: Decimal;
  readonly price: Decimal;
  readonly occurredAt: Instant;
  /** Empty: no customer. */
  readonly customer: string;
  readonly market: string;
  readonly category: string | undefined;
  readonly attributes: Readonly<Record<string, string>> | undefined;
}

/** `purchase`, `cancellation`, or a name of the mapping's `apart`. */
export type InvoiceKind = string;

export type ReadSaleLine = (fields: readonly string[], fileLine: number) => SaleLine;

/** A reader of rows, bound to where the header says that the mapping's columns are. */
export function saleLineReader(mapping: CsvMapping, header: readonly string[]): ReadSaleLine {
  const at = (column: string) => {
    const index = header.indexOf(column);
    if (index === -1) {
      throw new Mistake(`The file has no column "${column}".`, `Its columns are ${header.join(', ')}.`);
    }
    return index;
  };
  const { columns } = mapping;
  const [invoice, time, customer, sku] = [at(columns.invoice), at(columns.time), at(columns.customer), at(columns.sku)];
  const [quantity, unitPrice] = [at(columns.quantity), at(columns.unitPrice)];
  const category = columns.category === undefined ? undefined : at(columns.category);
  const attributes = Object.entries(columns.attributes ?? {}).map(([name, column]) => [name, at(column)] as const);

  const readTime = timeReader(mapping.zone, mapping.timeFormat);
  const readDecimal = decimalReader(mapping.decimalMark);
  const kindOf = kindReader(mapping, at);
  const readsColumn = [mapping.cancellations, ...Object.values(mapping.apart)].some((kind) => kind && 'column' in kind);
  const marketOf = marketReader(mapping, at);

  const cannot = (what: string, fields: readonly string[], index: number, fileLine: number): never => {
    throw new Mistake(`Line ${fileLine}: "${fields[index]}" in ${header[index]} is no ${what}.`, 'Correct the line.');
  };
  let [lastInvoice, lastKind, lastCustomer] = ['', '', ''];
  const knownSkus = knownTexts();
  return (fields, fileLine) => {
    const written = fields[invoice] || cannot('invoice number', fields, invoice, fileLine);
    const number = written === lastInvoice ? lastInvoice : written;
    // Lines of one invoice follow each other; a column may still tell lines apart, so only prefixes are remembered.
    const kind = number === lastInvoice && !readsColumn ? lastKind : kindOf(number, fields);
    [lastInvoice, lastKind] = [number, kind];
    if (fields[customer] !== lastCustomer) lastCustomer = fields[customer] as string;
    return {
      fileLine,
      invoice: number,
      kind,
      sku: knownSkus(fields[sku] as string) || cannot('product code', fields, sku, fileLine),
      quantity: readDecimal(fields[quantity] as string) ?? cannot('quantity', fields, quantity, fileLine),
      price: readDecimal(fields[unitPrice] as string) ?? cannot('price', fields, unitPrice, fileLine),
      occurredAt: readTime(fields[time] as string) ?? cannot('time', fields, time, fileLine),
      customer: lastCustomer,
      market: marketOf(fields, fileLine),
      category: category === undefined ? undefined : fields[category],
      attributes:
        attributes.length === 0
          ? undefined
          : Object.fromEntries(attributes.map(([name, index]) => [name, fields[index] as string] as const)),
    };
  };
}

/** Files repeat few codes, quantities and prices very often. */
const KNOWN_MAX = 10_000;

/** One text for all that are equal: what is remembered of a file is mostly these. */
function knownTexts() {
  const known = new Map<string, string>();
  return (text: string): string => {
    const before = known.get(text);
    if (before !== undefined) return before;
    if (known.size < KNOWN_MAX) known.set(text, text);
    return text;
  };
}

function decimalReader(mark: '.' | ',') {
  const known = new Map<string, Decimal>();
  return (text: string): Decimal | undefined => {
    const before = known.get(text);
    if (before !== undefined) return before;
    const read = parseDecimal(text, mark);
    if (read !== undefined && known.size < KNOWN_MAX) known.set(text, read);
    return read;
  };
}

function kindReader(mapping: CsvMapping, at: (column: string) => number) {
  const bind = (recognition: Recognition) => {
    if ('prefix' in recognition) return (invoice: string) => invoice.startsWith(recognition.prefix);
    const [index, values] = [at(recognition.column), new Set(recognition.values)];
    return (_: string, fields: readonly string[]) => values.has(fields[index] as string);
  };
  const kinds = Object.entries(mapping.apart).map(([name, recognition]) => [name, bind(recognition)] as const);
  if (mapping.cancellations !== undefined) kinds.unshift(['cancellation', bind(mapping.cancellations)]);
  return (invoice: string, fields: readonly string[]): InvoiceKind => {
    for (const [name, recognises] of kinds) if (recognises(invoice, fields)) return name;
    return 'purchase';
  };
}

function marketReader({ market }: CsvMapping, at: (column: string) => number) {
  if (typeof market === 'string') return () => market;
  const index = at(market.column);
  return (fields: readonly string[], fileLine: number) => {
    const named = market.values[fields[index] as string] ?? market.otherwise;
    if (named === undefined) {
      throw new Mistake(
        `Line ${fileLine}: no market is named for "${fields[index]}" in ${market.column}.`,
        'Add it to market.values of the mapping, or say which market takes the others with market.otherwise.',
      );
    }
    return named;
  };
}
