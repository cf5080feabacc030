import { readFileSync } from 'node:fs';
import { isCurrency, isZone } from '@trofast/engine';
import { parse } from 'yaml';
import { z } from 'zod';
import { Mistake } from '../terminal/mistake.ts';

const text = z.string().min(1);

/** How lines or invoices are told apart: by how the invoice number begins, or by what a column says. */
const recognition = z.union([
  z.strictObject({ prefix: text }),
  z.strictObject({ column: text, values: z.array(text).min(1) }),
]);

const columns = z.strictObject({
  invoice: text,
  time: text,
  customer: text,
  sku: text,
  quantity: text,
  unitPrice: text,
  /** Columns whose text becomes an attribute of the line, by the attribute's name. */
  attributes: z.record(z.string(), text).optional(),
  category: text.optional(),
});

const csvMapping = z.strictObject({
  format: z.literal('csv'),
  encoding: z.enum(['utf-8', 'windows-1252', 'iso-8859-1', 'utf-16le']).default('utf-8'),
  delimiter: z.string().length(1).default(','),
  decimalMark: z.enum(['.', ',']).default('.'),
  columns,
  /** The zone of times without an offset. */
  zone: text.refine(isZone, 'is no IANA zone, such as Europe/London'),
  timeFormat: text.optional(),
  currency: z.string().refine(isCurrency, 'is no ISO 4217 currency, such as GBP'),
  lineTotal: z.strictObject({ rounding: z.literal('half_up') }),
  market: z.union([
    text,
    z.strictObject({ column: text, values: z.record(z.string(), text), otherwise: text.optional() }),
  ]),
  cancellations: recognition.optional(),
  /** Invoices that are neither bought nor returned goods, by the name they are counted under. */
  apart: z.record(z.string(), recognition).default({}),
  /** The store that receipts without a member are kept under. */
  store: text,
});

const ndjsonMapping = z.strictObject({
  format: z.literal('ndjson'),
  /** Members that nobody knows yet are enrolled here by their first purchase; without it such lines are refused. */
  enrolIn: text.optional(),
  /** The store of lines that name none. */
  store: text.optional(),
});

const mapping = z.discriminatedUnion('format', [csvMapping, ndjsonMapping]);

export type CsvMapping = z.infer<typeof csvMapping>;
export type NdjsonMapping = z.infer<typeof ndjsonMapping>;
export type Mapping = CsvMapping | NdjsonMapping;
export type Recognition = z.infer<typeof recognition>;

/** Reads a mapping file; what is wrong in it is told by its place in the file. */
export function readMapping(path: string): { readonly mapping: Mapping; readonly text: string } {
  let content: string;
  try {
    content = readFileSync(path, 'utf8');
  } catch {
    throw new Mistake(`The mapping file ${path} cannot be read.`, 'Give the path of a mapping with --mapping FILE.');
  }
  return { mapping: parseMapping(content, path), text: content };
}

export function parseMapping(content: string, path: string): Mapping {
  let document: unknown;
  try {
    document = parse(content);
  } catch (error) {
    throw new Mistake(`${path} is no YAML: ${error instanceof Error ? error.message : error}`, 'Correct the file.');
  }
  const result = mapping.safeParse(document);
  if (result.success) return result.data;
  const problems = result.error.issues.map(
    (issue) => `  ${issue.path.join('.') || 'the whole file'}: ${issue.message}`,
  );
  throw new Mistake(
    `${path} is no import mapping:\n${problems.join('\n')}`,
    'See docs/import.md for every word of it.',
  );
}
