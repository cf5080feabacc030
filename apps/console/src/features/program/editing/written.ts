import { isAlias, isMap, isScalar, isSeq, type Node, parseDocument, type Scalar } from 'yaml';

/** What a document says at a place, as a form sees it: numbers are the digits that were written. */
export type Written = string | boolean | readonly Written[] | { readonly [word: string]: Written };

/** Steps from the root of a document: words and places in lists. */
export type Path = readonly (string | number)[];

export function parseWritten(text: string) {
  return parseDocument(text, { version: '1.2', schema: 'core', prettyErrors: false, uniqueKeys: false });
}

/** The whole document as written; `undefined` while it is no YAML. */
export function writtenOf(text: string): Written | undefined {
  const document = parseWritten(text);
  return document.errors.length > 0 ? undefined : writtenIn(document.contents, document);
}

export function writtenIn(node: unknown, document: ReturnType<typeof parseWritten>): Written {
  const found = isAlias(node) ? node.resolve(document) : node;
  if (isSeq(found)) return found.items.map((item) => writtenIn(item, document));
  if (isMap(found)) {
    return Object.fromEntries(found.items.map(({ key, value }) => [textOf(key), writtenIn(value, document)]));
  }
  return isScalar(found) && typeof found.value === 'boolean' ? found.value : textOf(found);
}

export function valueAt(written: Written | undefined, path: Path): Written | undefined {
  return path.reduce<Written | undefined>(
    (value, step) =>
      typeof value === 'object' ? (value as Readonly<Record<string | number, Written>>)[step] : undefined,
    written,
  );
}

export function isGroup(value: Written | undefined): value is { readonly [word: string]: Written } {
  return typeof value === 'object' && !Array.isArray(value);
}

export function isList(value: Written | undefined): value is readonly Written[] {
  return Array.isArray(value);
}

/** A scalar's text; of a number the digits of the document, so that `1.50` stays `1.50`. */
function textOf(node: unknown): string {
  if (!isScalar(node)) return node === null || node === undefined ? '' : String(node);
  const { value, source } = node as Scalar;
  if (typeof value === 'number' || typeof value === 'bigint') return source ?? String(value);
  return value === null || value === undefined ? '' : String(value);
}

/** What needs no quotes anywhere, inside brackets too. */
const PLAIN = /^[\p{L}\p{N}][\p{L}\p{N} _./%+’'()&-]*(?<! )$/u;
const MEANS_SOMETHING_ELSE = /^(true|false|null)$/i;

/** A value on one line, as `{ word: value }`; quotes only where they are needed. */
export function flowText(value: Written): string {
  if (typeof value === 'boolean') return String(value);
  if (typeof value === 'string') return scalarText(value);
  if (isList(value)) return `[${value.map(flowText).join(', ')}]`;
  const entries = Object.entries(value);
  if (entries.length === 0) return '{}';
  return `{ ${entries.map(([word, inner]) => `${scalarText(word)}: ${flowText(inner)}`).join(', ')} }`;
}

/** A text that keeps the quotes it had. */
export function scalarText(value: string, before?: Node): string {
  const type = isScalar(before) ? before.type : undefined;
  if (type === 'QUOTE_DOUBLE') return JSON.stringify(value);
  if (type === 'QUOTE_SINGLE') return `'${value.replaceAll("'", "''")}'`;
  return PLAIN.test(value) && !MEANS_SOMETHING_ELSE.test(value) ? value : JSON.stringify(value);
}

/** Lines of a group or a list, one word or element each; what is inside them stands on one line. */
export function blockLines(value: Written, indent: string): readonly string[] {
  if (isGroup(value)) {
    return Object.entries(value).map(([word, inner]) => `${indent}${scalarText(word)}: ${flowText(inner)}`);
  }
  if (!isList(value)) return [`${indent}${flowText(value)}`];
  return value.flatMap((element) => elementLines(element, indent));
}

/** `- id: …` with the rest below it. */
export function elementLines(element: Written, indent: string): readonly string[] {
  if (!isGroup(element)) return [`${indent}- ${flowText(element)}`];
  const [first = '', ...rest] = blockLines(element, `${indent}  `);
  return [`${indent}- ${first.trimStart()}`, ...rest];
}
