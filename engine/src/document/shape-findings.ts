import type { z } from 'zod';
import { remedyFor } from './binding.ts';
import { Misread } from './leaf.ts';
import { kindOfValue } from './numeral.ts';
import { type Finding, type Path, pointerOf } from './problem.ts';

/** What is missing under these words has a problem of its own name. */
const MISSING: Readonly<Record<string, Pick<Finding, 'code' | 'message' | 'remedy'>>> = {
  name: { code: 'missing_name', message: 'The name is missing.' },
  rounding: {
    code: 'missing_rounding',
    message: 'The currency does not say how it rounds.',
    remedy: 'Write for example: rounding: { mode: floor, per: purchase }.',
  },
};

type Issue = z.core.$ZodIssue;

/** The issues of a failed reading as findings in an author's words. `path` is where `value` stands in the document. */
export function findingsOf(schema: z.core.$ZodType, issues: readonly Issue[], value: unknown, path: Path): Finding[] {
  return withoutEchoes(issues.flatMap((issue) => findingsOfIssue(schema, issue, value, path)));
}

/** A misspelt word is one problem: that the right one is missing beside it needs no telling. */
function withoutEchoes(findings: readonly Finding[]): Finding[] {
  const misspelt = findings.filter(({ code, remedy }) => code === 'unknown_word' && remedy?.startsWith('Did'));
  return findings.filter(({ code, path, message }) => {
    const isMissing = code === 'missing_word' || code === 'missing_name' || code === 'missing_rounding';
    const here = misspelt.filter((other) => pointerOf(other.path.slice(0, -1)) === pointerOf(path));
    if (!isMissing || here.length === 0) return true;
    return !message.includes('nothing') && !here.some(({ remedy }) => message.includes(remedy?.slice(13, -1) ?? ''));
  });
}

function findingsOfIssue(schema: z.core.$ZodType, issue: Issue, value: unknown, path: Path): Finding[] {
  const inner = issue.path as Path;
  const place = [...path, ...inner];
  const found = valueAt(value, inner);
  switch (issue.code) {
    case 'unrecognized_keys': {
      const known = wordsOf(schemasAt([schema], inner));
      return issue.keys.map((key) => unknownWord(key, known, place));
    }
    case 'invalid_union':
      return findingsOfUnion(schemasAt([schema], inner), issue.errors, found, place);
    case 'custom':
      return [ofMisread(issue.params?.misread, issue.message, found, place)];
    case 'invalid_value':
      return [wrongWord(issue.values.map(String), found, place)];
    case 'too_small':
      return [{ code: 'empty', path: place, message: 'The list is empty; it needs at least one element.' }];
    case 'invalid_type':
      return [found === undefined ? missing(place) : wrongKind(issue.expected, found, place)];
    default:
      return [{ code: 'wrong_kind', path: place, message: `This cannot stand here: ${kindOfValue(found)}.` }];
  }
}

/** Of alternatives, speaks of the one that the author most likely meant. */
function findingsOfUnion(
  schemas: readonly z.core.$ZodType[],
  errors: readonly (readonly Issue[])[],
  value: unknown,
  path: Path,
): Finding[] {
  if (value === undefined) return [missing(path)];
  const options = schemas.flatMap((schema) => optionsOf(schema));
  const likely = options
    .map((option, index) => ({ option, issues: errors[index] ?? [], common: commonWords(option, value) }))
    .filter(({ issues }) => !issues.some(isAboutRoot))
    .toSorted((a, b) => b.common - a.common || a.issues.length - b.issues.length);
  const [best] = likely;
  if (best !== undefined) return findingsOf(best.option, best.issues, value, path);
  const words = errors.flat().flatMap((issue) => (issue.code === 'invalid_value' ? issue.values.map(String) : []));
  if (typeof value === 'string' && words.length > 0) return [wrongWord(words, value, path)];
  const [misread] = errors.flat().flatMap((issue) => (issue.code === 'custom' ? [issue] : []));
  if (misread !== undefined) return [ofMisread(misread.params?.misread, misread.message, value, path)];
  return [{ code: 'wrong_kind', path, message: `This cannot stand here: ${kindOfValue(value)}.` }];
}

function isAboutRoot(issue: Issue): boolean {
  const isLeaf = issue.code === 'invalid_type' || issue.code === 'invalid_value' || issue.code === 'custom';
  return isLeaf && issue.path.length === 0;
}

function ofMisread(misread: unknown, message: string, found: unknown, path: Path): Finding {
  if (found === undefined && !(misread instanceof Misread && misread.code === 'nested_too_deep')) return missing(path);
  if (!(misread instanceof Misread)) return { code: 'wrong_kind', path, message };
  const { code, remedy } = misread;
  return { code, path, message: misread.message, ...(remedy === undefined ? {} : { remedy }) };
}

function missing(path: Path): Finding {
  const word = String(path.at(-1) ?? '');
  const own = MISSING[word] ?? { code: 'missing_word' as const, message: `The word "${word}" is missing.` };
  return { ...own, path: path.slice(0, -1), atKey: true };
}

function unknownWord(word: string, known: readonly string[], path: Path): Finding {
  const remedy = remedyFor(word, known);
  const message = `"${word}" is not known here.`;
  return { code: 'unknown_word', path: [...path, word], atKey: true, message, ...(remedy ? { remedy } : {}) };
}

function wrongWord(words: readonly string[], found: unknown, path: Path): Finding {
  if (found === undefined) return missing(path);
  const remedy = typeof found === 'string' ? remedyFor(found, words) : undefined;
  const expected = words.map((word) => `"${word}"`).join(', ');
  const message = `Expected one of ${expected}; found ${kindOfValue(found)}.`;
  return { code: 'wrong_word', path, message, ...(remedy?.startsWith('Did') ? { remedy } : {}) };
}

const EXPECTED: Readonly<Record<string, string>> = {
  object: 'a group of words',
  record: 'a group of words',
  array: 'a list',
  boolean: 'true or false',
  string: 'a text',
};

function wrongKind(expected: string, found: unknown, path: Path): Finding {
  const message = `Expected ${EXPECTED[expected] ?? expected}, found ${kindOfValue(found)}.`;
  return { code: 'wrong_kind', path, message };
}

function valueAt(value: unknown, path: Path): unknown {
  return path.reduce<unknown>((inner, step) => (inner as Record<string | number, unknown> | undefined)?.[step], value);
}

/** The schemas that may hold at a path, all alternatives included. */
function schemasAt(schemas: readonly z.core.$ZodType[], path: Path): readonly z.core.$ZodType[] {
  const here = schemas.flatMap((schema) => optionsOf(schema));
  const [step, ...rest] = path;
  if (step === undefined) return here;
  return schemasAt(
    here.flatMap((schema) => below(schema, step)),
    rest,
  );
}

/** The schema itself, or the alternatives of a union, without wrappers. */
function optionsOf(schema: z.core.$ZodType): readonly z.core.$ZodType[] {
  const { def } = (schema as z.core.$ZodTypes)._zod;
  if (def.type === 'optional') return optionsOf(def.innerType);
  if (def.type === 'pipe') return optionsOf(def.in);
  if (def.type === 'union') return def.options.flatMap((option) => optionsOf(option));
  return [schema];
}

function below(schema: z.core.$ZodType, step: string | number): readonly z.core.$ZodType[] {
  const { def } = (schema as z.core.$ZodTypes)._zod;
  if (def.type === 'array') return [def.element];
  if (def.type === 'record') return [def.valueType];
  const inner = def.type === 'object' ? def.shape[step] : undefined;
  return inner === undefined ? [] : [inner];
}

function wordsOf(schemas: readonly z.core.$ZodType[]): readonly string[] {
  return schemas.flatMap((schema) => {
    const { def } = (schema as z.core.$ZodTypes)._zod;
    return def.type === 'object' ? Object.keys(def.shape) : [];
  });
}

function commonWords(schema: z.core.$ZodType, value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0;
  return wordsOf([schema]).filter((word) => word in value).length;
}
