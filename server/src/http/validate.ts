import { jsonSchemaOf, type Operation } from '@trofast/contract';
import { nearestName } from '@trofast/engine';
import { Ajv2020, type ErrorObject, type ValidateFunction } from 'ajv/dist/2020.js';
import type { BadField } from '../context.ts';

const badFieldsMax = 20;

// Bodies are taken literally; what stands in an address is text and becomes the number or truth it reads as.
const settings = { allErrors: true, verbose: true, strict: false, validateFormats: false } as const;
const literal = new Ajv2020(settings);
const coercing = new Ajv2020({ ...settings, coerceTypes: 'array' });

type Part = 'params' | 'query' | 'body';
/** Made at the first request of each: compiling all of them would make every start wait. */
const compiled = new WeakMap<object, ValidateFunction>();

/** The bad fields of one part of a request; none when it is as the contract says. Query and params are coerced in place. */
export function badFieldsOf(operation: Operation, part: Part, value: unknown): readonly BadField[] {
  const validate = validatorOf(operation, part);
  if (!validate || validate(value)) return [];
  return (validate.errors ?? []).filter(isTelling).slice(0, badFieldsMax).map(badField);
}

function validatorOf(operation: Operation, part: Part): ValidateFunction | undefined {
  const schema = operation[part];
  if (!schema || (part === 'body' && operation.takes !== undefined)) return undefined;
  const known = compiled.get(schema);
  if (known) return known;
  const validate = (part === 'body' ? literal : coercing).compile(jsonSchemaOf(schema));
  compiled.set(schema, validate);
  return validate;
}

/** A union reports each of its branches and then itself: the last alone says enough. */
function isTelling({ schemaPath }: ErrorObject): boolean {
  return !/\/(anyOf|oneOf)\/\d+\//.test(schemaPath);
}

function badField(error: ErrorObject): BadField {
  const { instancePath, keyword, params } = error;
  if (keyword === 'additionalProperties') return unknownField(error);
  if (keyword === 'required')
    return { pointer: `${instancePath}/${escaped(params.missingProperty)}`, detail: 'This is missing.' };
  return { pointer: instancePath, detail: sentenceOf(error) };
}

function unknownField({ instancePath, params, parentSchema }: ErrorObject): BadField {
  const field = String(params.additionalProperty);
  const near = nearestName(field, Object.keys(parentSchema?.properties ?? {}));
  return {
    pointer: `${instancePath}/${escaped(field)}`,
    detail:
      near === undefined ? 'There is no such field here.' : `There is no such field here. Did you mean \`${near}\`?`,
  };
}

function sentenceOf({ keyword, params, parentSchema, message }: ErrorObject): string {
  const format = String(parentSchema?.format ?? '');
  if (keyword === 'pattern' && format === 'date-time')
    return 'Write a moment like 2026-01-05T09:30:00Z, with its zone.';
  if (keyword === 'pattern' && format === 'date') return 'Write a day like 2026-01-05.';
  if (keyword === 'pattern' && format === 'email') return 'This is no e-mail address.';
  if (keyword === 'pattern' || keyword === 'anyOf' || keyword === 'oneOf') return expectation(parentSchema);
  if (keyword === 'enum') return `It must be one of ${(params.allowedValues as readonly unknown[]).join(', ')}.`;
  if (keyword === 'minProperties') return 'Say which: one of its fields must be there.';
  if (keyword === 'maxProperties' && params.limit === 1) return 'Only one of its fields may be there.';
  if (keyword === 'type' && params.type === 'integer') return 'It must be a whole number.';
  return `It ${message ?? 'is not as expected'}.`;
}

function expectation(schema: ErrorObject['parentSchema']): string {
  const examples: readonly unknown[] = schema?.examples ?? [];
  const like =
    examples.length === 0 ? '' : ` Write it like ${examples.map((example) => JSON.stringify(example)).join(' or ')}.`;
  return `It is not of the right form.${like}`;
}

function escaped(field: unknown): string {
  return String(field).replaceAll('~', '~0').replaceAll('/', '~1');
}
