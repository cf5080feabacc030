import { z } from 'zod';
import { CONDITIONS } from '../conditions/conditions.ts';
import { EFFECTS } from '../effects/effects.ts';
import type { Locale } from '../program.ts';
import { LOCALES } from '../program.ts';
import type { JsonSchema } from './leaf.ts';
import { DOCUMENT_PARTS } from './program-schema.ts';

/** What a form shows for a place in the document, made from the shape that reads it. */
export type Field =
  | { readonly kind: 'group'; readonly words: readonly FieldWord[] }
  | { readonly kind: 'list'; readonly element: Field }
  | { readonly kind: 'by_name'; readonly element: Field }
  | { readonly kind: 'choice'; readonly options: readonly string[] }
  | { readonly kind: 'flag' }
  | { readonly kind: 'one_of'; readonly alternatives: readonly Field[] }
  | { readonly kind: 'condition' }
  | { readonly kind: 'effect' }
  | { readonly kind: 'value'; readonly value: ValueKind; readonly of?: string; readonly varies: boolean }
  /** What only the text of the document can say. */
  | { readonly kind: 'written' };

export interface FieldWord {
  readonly word: string;
  readonly field: Field;
  readonly isRequired: boolean;
}

const VALUE_KINDS = [
  'text',
  'id',
  'name',
  'words',
  'counted_words',
  'whole',
  'rate',
  'percent',
  'money',
  'amount',
  'duration',
  'short_duration',
  'duration_or_always',
  'window',
  'day',
  'yearly_date',
  'time_of_day',
  'currency_code',
  'zone',
] as const;

/** The kinds of values that a person writes; `name` is one of another part, which `of` says. */
export type ValueKind = (typeof VALUE_KINDS)[number];

/** A condition or effect that can be added, as it says itself with "…" for its parameters. */
export interface PartToAdd {
  readonly code: string;
  readonly sentence: Readonly<Record<Locale, string>>;
  readonly field: Field;
}

export function conditionsToAdd(): readonly PartToAdd[] {
  return CONDITIONS.map(({ code, sentence, parameters }) => ({
    code,
    sentence: inEachLanguage((locale) => withoutWords(sentence[locale])),
    field: fieldOfShape(parameters),
  }));
}

export function effectsToAdd(): readonly PartToAdd[] {
  return EFFECTS.map(({ code, sentence, parameters }) => ({
    code,
    sentence: inEachLanguage((locale) => withoutWords(sentence[locale].join(' '))),
    field: fieldOfShape(parameters),
  }));
}

/** What stands under a word of the document: `rules`, `currencies`, … */
export function fieldOfSection(part: keyof typeof DOCUMENT_PARTS): Field {
  return fieldOfShape(DOCUMENT_PARTS[part]);
}

function inEachLanguage(say: (locale: Locale) => string): Readonly<Record<Locale, string>> {
  return Object.fromEntries(LOCALES.map((locale) => [locale, say(locale)])) as Record<Locale, string>;
}

/** `at least … is spent on …` */
function withoutWords(clause: string): string {
  const dots = clause.replaceAll(/\{\w+\}/g, '…').replaceAll(/…(\s*…)+/g, '…');
  return dots.trim();
}

function fieldOfShape(shape: z.ZodType): Field {
  return fieldOf(z.toJSONSchema(shape, { io: 'input', reused: 'inline' }) as JsonSchema);
}

function fieldOf(schema: JsonSchema): Field {
  const { field, of, varies } = schema;
  if (field === 'condition' || field === 'effect') return { kind: field };
  const value = VALUE_KINDS.find((kind) => kind === field);
  if (value !== undefined) {
    return { kind: 'value', value, ...(typeof of === 'string' && { of }), varies: varies === true };
  }
  if (Array.isArray(schema.enum)) return { kind: 'choice', options: schema.enum.map(String) };
  if (typeof schema.const === 'string') return { kind: 'choice', options: [schema.const] };
  if (schema.type === 'boolean') return { kind: 'flag' };
  if (Array.isArray(schema.anyOf)) return { kind: 'one_of', alternatives: schema.anyOf.map(fieldOf) };
  if (isSchema(schema.items)) return { kind: 'list', element: fieldOf(schema.items) };
  if (isSchema(schema.properties)) return groupOf(schema, schema.properties);
  if (isSchema(schema.additionalProperties)) return { kind: 'by_name', element: fieldOf(schema.additionalProperties) };
  return { kind: 'written' };
}

function groupOf({ required }: JsonSchema, properties: JsonSchema): Field {
  const needed: readonly unknown[] = Array.isArray(required) ? required : [];
  const words = Object.entries(properties).map(([word, inner]) => ({
    word,
    field: fieldOf(inner as JsonSchema),
    isRequired: needed.includes(word),
  }));
  return { kind: 'group', words };
}

function isSchema(value: unknown): value is JsonSchema {
  return typeof value === 'object' && value !== null;
}
