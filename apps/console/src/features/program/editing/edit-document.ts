import {
  isAlias,
  isCollection,
  isMap,
  isScalar,
  isSeq,
  type Node,
  type Pair,
  type Scalar,
  type YAMLMap,
  type YAMLSeq,
} from 'yaml';
import {
  blockLines,
  elementLines,
  flowText,
  isGroup,
  isList,
  type Path,
  parseWritten,
  scalarText,
  type Written,
  writtenIn,
} from './written.ts';

type Parsed = ReturnType<typeof parseWritten>;
type Ranged = Node & { readonly range: [number, number, number] };

/** A piece of the text that becomes another. */
interface Change {
  readonly from: number;
  readonly to: number;
  readonly insert: string;
}

/** The document with another value at a place, which need not be there yet. Comments and all the rest stay as written. */
export function setAt(given: string, path: Path, value: Written): string {
  const text = withOwnValues(given, path);
  const document = parseWritten(text);
  const wanted = withValue(writtenIn(document.contents, document), path, value);
  return changed(text, document, wanted, changeOf(text, document, path, value), () =>
    document.setIn(path, document.createNode(value)),
  );
}

/** The document with one more element at the end of a list, which need not be there yet. */
export function addTo(text: string, path: Path, element: Written): string {
  const list = parseWritten(text).getIn(path);
  return setAt(text, isSeq(list) ? [...path, list.items.length] : path, isSeq(list) ? element : [element]);
}

/** The document without what stands at a place, and without a comment right above it. A list that would be empty goes as well. */
export function removeAt(given: string, path: Path): string {
  const text = withOwnValues(given, path);
  const document = parseWritten(text);
  const parent = document.getIn(path.slice(0, -1), true);
  if (isSeq(parent) && parent.items.length === 1 && path.length > 1) return removeAt(text, path.slice(0, -1));
  const index = indexIn(parent, path.at(-1));
  if (!isCollection(parent) || index < 0) return text;
  const wanted = withoutValue(writtenIn(document.contents, document), path);
  return changed(text, document, wanted, removal(text, parent as YAMLMap | YAMLSeq, index), () =>
    document.deleteIn(path),
  );
}

/** The document in which no step before the last of a path is shared: `*anchor` becomes a copy of what it stands for. */
function withOwnValues(text: string, path: Path): string {
  const document = parseWritten(text);
  for (let length = 1; length < path.length; length += 1) {
    const around = path.slice(0, length);
    const node = document.getIn(around, true);
    if (isAlias(node)) return withOwnValues(setAt(text, around, writtenIn(node, document)), path);
  }
  return text;
}

/** The change of the text if it says exactly what is wanted; otherwise the tree is written anew, comments included. */
function changed(
  text: string,
  document: Parsed,
  wanted: Written,
  change: Change | undefined,
  inTree: () => void,
): string {
  if (change !== undefined) {
    const next = text.slice(0, change.from) + change.insert + text.slice(change.to);
    const parsed = parseWritten(next);
    const said = parsed.errors.length === 0 ? writtenIn(parsed.contents, parsed) : undefined;
    if (JSON.stringify(said) === JSON.stringify(wanted)) return next;
  }
  inTree();
  return document.toString({ lineWidth: 0 });
}

function changeOf(text: string, document: Parsed, path: Path, value: Written): Change | undefined {
  const node = document.getIn(path, true);
  if (hasRange(node)) return replacement(text, node, value);
  const parent = document.getIn(path.slice(0, -1), true);
  const step = path.at(-1);
  if (step === undefined) return undefined;
  if (isMap(parent) && parent.items.length > 0) return newWord(text, parent, String(step), value, path.length === 1);
  if (isSeq(parent) && parent.items.length > 0) return newElement(text, parent, value);
  if (hasRange(parent) && isCollection(parent)) {
    return replacement(text, parent, isSeq(parent) ? [value] : { [step]: value });
  }
  return path.length === 1
    ? undefined
    : changeOf(text, document, path.slice(0, -1), typeof step === 'number' ? [value] : { [step]: value });
}

function replacement(text: string, node: Ranged, value: Written): Change {
  const [from, to] = node.range;
  const insert = typeof value === 'string' ? scalarText(value, node) : flowText(value);
  return { from, to: from + text.slice(from, to).trimEnd().length, insert: from === to ? ` ${insert}` : insert };
}

function newWord(text: string, map: YAMLMap, word: string, value: Written, isSection: boolean): Change {
  const last = endOf(text, map.items.at(-1));
  if (map.flow === true) return { from: last, to: last, insert: `, ${scalarText(word)}: ${flowText(value)}` };
  const at = endOfLine(text, last);
  const indent = ' '.repeat(columnOf(text, startOf(map.items[0])));
  if (isSection && (isList(value) || isGroup(value))) {
    const lines = [`${indent}${scalarText(word)}:`, ...blockLines(value, `${indent}  `)];
    return { from: at, to: at, insert: `\n\n${lines.join('\n')}` };
  }
  return { from: at, to: at, insert: `\n${indent}${scalarText(word)}: ${flowText(value)}` };
}

function newElement(text: string, seq: YAMLSeq, value: Written): Change {
  const last = endOf(text, seq.items.at(-1));
  if (seq.flow === true) return { from: last, to: last, insert: `, ${flowText(value)}` };
  const at = endOfLine(text, last);
  const indent = ' '.repeat(columnOf(text, dashBefore(text, startOf(seq.items[0]))));
  return { from: at, to: at, insert: `\n${elementLines(value, indent).join('\n')}` };
}

function removal(text: string, parent: YAMLMap | YAMLSeq, index: number): Change {
  const start = startOf(parent.items[index]);
  const end = endOf(text, parent.items[index]);
  const next = parent.items[index + 1];
  const before = parent.items[index - 1];
  if (parent.flow === true) {
    if (next !== undefined) return { from: start, to: startOf(next), insert: '' };
    return { from: before === undefined ? start : endOf(text, before), to: end, insert: '' };
  }
  const first = isSeq(parent) ? dashBefore(text, start) : start;
  const line = startOfLine(text, first);
  // The first word behind a dash leaves the dash to the next word.
  if (text.slice(line, first).trim() !== '')
    return { from: first, to: next === undefined ? end : startOf(next), insert: '' };
  const from = startOfComments(text, line, first - line);
  return { from, to: Math.min(text.length, endOfLine(text, end) + 1), insert: '' };
}

function startOf(item: unknown): number {
  const node = isPair(item) ? item.key : item;
  return hasRange(node) ? node.range[0] : 0;
}

/** Behind the last character of an item; what follows it on its line is not of it. */
function endOf(text: string, item: unknown): number {
  const value = isPair(item) ? (item.value ?? item.key) : item;
  if (!hasRange(value)) return 0;
  const [from, to] = value.range;
  const end = from + text.slice(from, to).trimEnd().length;
  if (!isCollection(value) || value.flow === true) return end;
  return endOf(text, (value as YAMLMap | YAMLSeq).items.at(-1)) || end;
}

function indexIn(parent: unknown, step: string | number | undefined): number {
  if (isSeq(parent)) return typeof step === 'number' && step < parent.items.length ? step : -1;
  if (!isMap(parent)) return -1;
  return parent.items.findIndex(
    ({ key }) => isScalar(key) && String((key as Scalar).source ?? key.value) === String(step),
  );
}

function startOfLine(text: string, at: number): number {
  return text.lastIndexOf('\n', at - 1) + 1;
}

function endOfLine(text: string, at: number): number {
  const end = text.indexOf('\n', at);
  return end < 0 ? text.length : end;
}

function columnOf(text: string, at: number): number {
  return at - startOfLine(text, at);
}

function dashBefore(text: string, at: number): number {
  const dash = text.lastIndexOf('-', at - 1);
  return dash < 0 ? at : dash;
}

/** Where the comment lines begin that stand right above a line, as far in as it does. */
function startOfComments(text: string, line: number, indent: number): number {
  if (line === 0) return line;
  const above = startOfLine(text, line - 1);
  const isComment = text.slice(above, line).startsWith(`${' '.repeat(indent)}#`);
  return isComment ? startOfComments(text, above, indent) : line;
}

function withValue(written: Written, path: Path, value: Written): Written {
  const [step, ...rest] = path;
  if (step === undefined) return value;
  if (typeof step === 'number') {
    const list = isList(written) ? written : [];
    const next = withValue(list[step] ?? {}, rest, value);
    return step < list.length ? list.map((element, index) => (index === step ? next : element)) : [...list, next];
  }
  const group = isGroup(written) ? written : {};
  return { ...group, [step]: withValue(group[step] ?? {}, rest, value) };
}

function withoutValue(written: Written, path: Path): Written {
  const [step, ...rest] = path;
  if (step === undefined) return written;
  if (isList(written)) {
    if (rest.length === 0) return written.filter((_, index) => index !== step);
    return written.map((element, index) => (index === step ? withoutValue(element, rest) : element));
  }
  if (!isGroup(written)) return written;
  if (rest.length === 0) return Object.fromEntries(Object.entries(written).filter(([word]) => word !== String(step)));
  return { ...written, [step]: withoutValue(written[step] ?? {}, rest) };
}

function hasRange(node: unknown): node is Ranged {
  return typeof node === 'object' && node !== null && Array.isArray((node as Ranged).range);
}

function isPair(item: unknown): item is Pair {
  return typeof item === 'object' && item !== null && 'key' in item;
}
