import {
  type Document,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  LineCounter,
  type ParsedNode,
  parseDocument,
  type Scalar,
  type YAMLError,
} from 'yaml';
import { numeral, withoutNumerals } from './numeral.ts';
import { type Finding, type Path, type Problem, pointerOf } from './problem.ts';

/** A document's text with the place of everything in it. */
export interface DocumentSource {
  /** Plain values; numbers as the numerals of numeral.ts. */
  readonly value: unknown;
  /** The same as JSON. */
  readonly plain: unknown;
  readonly problems: readonly Problem[];
  place(finding: Finding): Problem;
}

interface Places {
  readonly keys: Map<string, number>;
  readonly values: Map<string, number>;
}

/** Aliases could make a short text into an endless value. */
const VALUES_MAX = 50_000;

/** Reads YAML 1.2 (core schema) or JSON. What is malformed is a problem, never an exception. */
export function readSource(text: string): DocumentSource {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, version: '1.2', schema: 'core' });
  const places: Places = { keys: new Map(), values: new Map() };
  const position = (offset: number) => {
    const { line, col } = lines.linePos(offset);
    return { line: Math.max(line, 1), column: Math.max(col, 1) };
  };
  const problems: Problem[] = document.errors.map((error) => syntaxProblem(error, position(error.pos[0])));
  const walk = new Walk(document, places);
  const read = document.errors.some(isFatal) ? undefined : walk.read(document.contents as ParsedNode | null, []);
  const value = walk.isTooLarge ? undefined : read;
  if (walk.isTooLarge) {
    problems.push({ code: 'malformed', ...position(0), pointer: '', message: 'The document is too large.' });
  }
  return {
    value,
    plain: withoutNumerals(value),
    problems,
    place: ({ path, atKey, ...finding }) => ({
      ...finding,
      ...position(offsetOf(places, path, atKey === true)),
      pointer: pointerOf(path),
    }),
  };
}

/** Reads the tree into plain values and remembers where each key and value stands. */
class Walk {
  readonly document: Document.Parsed;
  readonly places: Places;
  count = 0;

  constructor(document: Document.Parsed, places: Places) {
    this.document = document;
    this.places = places;
  }

  get isTooLarge(): boolean {
    return this.count > VALUES_MAX;
  }

  read(node: ParsedNode | null, path: Path): unknown {
    this.count += 1;
    if (node === null || this.isTooLarge) return null;
    const pointer = pointerOf(path);
    if (!this.places.values.has(pointer)) this.places.values.set(pointer, node.range[0]);
    if (isAlias(node)) return this.read((node.resolve(this.document) as ParsedNode | undefined) ?? null, path);
    if (isSeq(node)) return node.items.map((item, index) => this.read(item as ParsedNode, [...path, index]));
    if (isMap(node)) return Object.fromEntries(node.items.map((pair) => this.readPair(pair, path)));
    return isScalar(node) ? scalarValue(node) : null;
  }

  readPair(pair: { key: unknown; value: unknown }, path: Path): [string, unknown] {
    const key = isScalar(pair.key) ? keyText(pair.key) : String(pair.key);
    const inner = [...path, key];
    const range = isScalar(pair.key) ? pair.key.range : undefined;
    if (range) this.places.keys.set(pointerOf(inner), range[0]);
    return [key, this.read(pair.value as ParsedNode | null, inner)];
  }
}

function keyText(key: Scalar): string {
  return key.source ?? String(key.value);
}

function scalarValue(node: Scalar): unknown {
  if (typeof node.value === 'number' || typeof node.value === 'bigint')
    return numeral(node.source ?? String(node.value));
  return node.value;
}

/** Where a path stands; for what is missing, the nearest thing around it. */
function offsetOf({ keys, values }: Places, path: Path, atKey: boolean): number {
  const pointer = pointerOf(path);
  const exact = atKey ? (keys.get(pointer) ?? values.get(pointer)) : (values.get(pointer) ?? keys.get(pointer));
  if (exact !== undefined) return exact;
  if (path.length === 0) return 0;
  const around = path.slice(0, -1);
  return keys.get(pointerOf(around)) ?? offsetOf({ keys, values }, around, false);
}

function isFatal(error: YAMLError): boolean {
  return error.code !== 'DUPLICATE_KEY';
}

function syntaxProblem(error: YAMLError, position: { line: number; column: number }): Problem {
  if (error.code === 'DUPLICATE_KEY') {
    return { code: 'duplicate', ...position, pointer: '', message: 'This name is there twice; each name stands once.' };
  }
  return { code: 'malformed', ...position, pointer: '', message: `This is not well-formed YAML: ${error.message}.` };
}
