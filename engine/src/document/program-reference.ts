import { z } from 'zod';
import { CONDITIONS } from '../conditions/conditions.ts';
import { EFFECTS } from '../effects/effects.ts';
import { sentenceOfRule } from '../explain/rule-sentences.ts';
import type { JsonSchema } from './leaf.ts';
import { DOCUMENT_PARTS } from './program-schema.ts';
import { readProgram } from './read-program.ts';
import { SAMPLE_PROGRAM } from './sample-program.ts';

interface Row {
  readonly word: string;
  readonly isRequired: boolean;
  readonly what: string;
}

/** What stands before the words of a part. */
const PART_TEXTS: Readonly<Record<keyof typeof DOCUMENT_PARTS, string>> = {
  program: 'Who it is, where it runs, and how returns and late reports are dealt with.',
  parameters:
    'Values that vary by market and by date; `{ parameter: NAME }` may stand wherever the tables below say so. A parameter is one value, or a list of values by date, or either of them for each market.',
  products:
    'Groups of products. A line belongs to a group if it has any of what is named, and nothing that `not` names.',
  bases: 'The part of a purchase that counts for something.',
  currencies: 'Points, or program money: how they round, when they can be used, when they expire.',
  counters: 'Sums in a window: spending, visits, points earned, activities.',
  ladders: 'Levels by a counter, by time as a member, or by time away.',
  rules: 'What members get, when. A list; each rule has an `id`.',
  rewards: 'What points buy or rules give, as a voucher.',
  lists: 'Members by hand or import, whom rules may ask for with `on_list`.',
  names:
    'What sentences call the shop’s own codes: of channels, stores, tenders, charges, kinds of cards, categories and activities. Each is a text in each language, or one for all.',
  clubs: 'Paid memberships: plans, trial, renewal, what they give each month, how they end.',
  households:
    'Several persons on one account. The first is its head; others join in a role, with conditions. Points are the account’s; `shares` says whose clubs the others have the benefits of (in all plans and roles where none are named, also in a trial unless `trial` is false).',
  transfers:
    'Points that members may send to each other, by currency; amounts are whole points. They keep their dates.',
  offers:
    'Dated chances for some members: open to all of them, for each who activates it, or for whom it is granted. Without `collect` it gives each time its conditions hold; with it, when enough has been collected over any number of events.',
  challenges:
    'Progress towards something: one step is a stamp card, several are a mission, a `streak` is so many periods in a row.',
  benefits:
    'What members are entitled to besides points and prices: an event, a service, early access. It begins `earlier` for some levels.',
  referral:
    'What members get for bringing friends, who join with their code: under `referrer` and `friend` stand `give` and `issue`. `purchase` says what the friend must buy at once, of which base and how soon; without it, joining is enough. `limit` counts each referrer’s friends. `returned` says what becomes of it when that purchase comes back (`take_back` unless said).',
  gifts: 'What rules add to a purchase at no price.',
  onStart: 'What happens to every account when a version of the program starts. A list.',
};

/** The reference page of the format (Markdown), made from the shapes that read it and from the rule parts. */
export function programReference(): string {
  return [
    '# The words of a program',
    'Made from the engine by `scripts/write-reference.ts`. How the words work together is told in [README.md](README.md).',
    ...Object.entries(DOCUMENT_PARTS).flatMap(([part, shape]) => [
      `## ${part}`,
      PART_TEXTS[part as keyof typeof DOCUMENT_PARTS],
      tableOf(partRows(schemaOf(shape))),
    ]),
    '## Conditions',
    'Under `when` stand conditions that must all hold. `any`, `all` and `not` hold others, at most two deep.',
    ...CONDITIONS.flatMap(conditionSection),
    '## Effects',
    'Under `then` stands what follows, in order.',
    ...EFFECTS.flatMap(effectSection),
    '',
  ]
    .join('\n\n')
    .replace(/\n+$/, '\n');
}

/** Each example stands in the sample program, so that it is known to run, and is shown with its sentence. */
function conditionSection({ code, parameters, example }: (typeof CONDITIONS)[number]): readonly string[] {
  const text = SAMPLE_PROGRAM.replace('    on: purchase\n', `    on: purchase\n    when:\n      ${example}\n`);
  return partSection(code, parameters, `when:\n  ${example}`, text);
}

function effectSection({ code, parameters, example, on }: (typeof EFFECTS)[number]): readonly string[] {
  const [before, after] = SAMPLE_PROGRAM.replace('    on: purchase\n', `    on: ${on}\n`).split(/ {4}then:\n.*\n/, 2);
  const shown = on === 'purchase' ? '' : `on: ${on}\n`;
  return partSection(code, parameters, `${shown}then:\n  ${example}`, `${before}    then:\n      ${example}\n${after}`);
}

function partSection(code: string, parameters: z.ZodType, example: string, program: string): readonly string[] {
  const isOfConditions = ['any', 'all', 'not'].includes(code);
  const rows = isOfConditions ? [] : rowsOf('', schemaOf(parameters), true).slice(1);
  return [
    `### ${code}`,
    `> ${sentenceIn(program)}`,
    ...(rows.length === 0 ? [] : [tableOf(rows)]),
    `\`\`\`yaml\n${example}\n\`\`\``,
  ];
}

function sentenceIn(text: string): string {
  const reading = readProgram(text);
  if ('problems' in reading) throw new RangeError(`An example does not run: ${JSON.stringify(reading.problems)}`);
  const [rule] = reading.program.rules;
  return rule === undefined ? '' : sentenceOfRule(reading.program, rule, 'en');
}

function schemaOf(shape: z.ZodType): JsonSchema {
  return z.toJSONSchema(shape, { io: 'input', reused: 'inline' }) as JsonSchema;
}

/** Rows of the parts themselves, below their names or in their list. */
function partRows(schema: JsonSchema): readonly Row[] {
  const inner = schema.additionalProperties ?? schema.items;
  if (isSchema(inner) && isSchema(inner.anyOf)) return innerRows('', { anyOf: alternativesOf(inner).slice(0, -1) });
  if (typeof inner === 'object' && inner !== null) return rowsOf('', inner as JsonSchema, true).slice(1);
  return rowsOf('', schema, true).slice(1);
}

function rowsOf(word: string, schema: JsonSchema, isRequired: boolean): readonly Row[] {
  if (word === 'when' || word === 'then') {
    const what = word === 'when' ? 'a list of [conditions](#conditions)' : 'a list of [effects](#effects)';
    return [{ word, isRequired, what }];
  }
  return [{ word, isRequired, what: whatOf(schema) }, ...innerRows(word, schema)];
}

function innerRows(word: string, schema: JsonSchema): readonly Row[] {
  if (typeof schema.description === 'string') return [];
  const options = alternativesOf(schema);
  if (options.length > 0) {
    const inner = options.flatMap((option) => innerRows(word, option));
    return distinct(inner.map((row) => ({ ...row, isRequired: false })));
  }
  if (isSchema(schema.items)) return innerRows(word, schema.items);
  const below = word === '' ? '' : `${word}.`;
  const required = Array.isArray(schema.required) ? schema.required : [];
  const own = Object.entries((schema.properties ?? {}) as Readonly<Record<string, JsonSchema>>).flatMap(
    ([name, inner]) =>
      name === 'when' || name === 'then'
        ? rowsOf(name, inner, required.includes(name))
        : rowsOf(`${below}${name}`, inner, required.includes(name)),
  );
  return isSchema(schema.additionalProperties)
    ? [...own, ...innerRows(`${below}NAME`, schema.additionalProperties)]
    : own;
}

function whatOf(schema: JsonSchema): string {
  if (typeof schema.description === 'string') return schema.description;
  const options = alternativesOf(schema);
  if (options.length > 0) return [...new Set(options.map(whatOf))].join('; or ');
  if (Array.isArray(schema.enum)) return schema.enum.map((word) => `\`${String(word)}\``).join(', ');
  if (schema.type === 'boolean') return '`true` or `false`';
  if (isSchema(schema.items)) return `a list: ${whatOf(schema.items)}`;
  if (isSchema(schema.additionalProperties)) return `by name: ${whatOf(schema.additionalProperties)}`;
  return schema.type === 'object' ? 'a group' : String(schema.type ?? '');
}

function alternativesOf(schema: JsonSchema): readonly JsonSchema[] {
  return Array.isArray(schema.anyOf) ? schema.anyOf : [];
}

function isSchema(value: unknown): value is JsonSchema {
  return typeof value === 'object' && value !== null && Object.keys(value).length > 0;
}

function distinct(rows: readonly Row[]): readonly Row[] {
  return [...new Map(rows.map((row) => [row.word, row])).values()];
}

function tableOf(rows: readonly Row[]): string {
  if (rows.length === 0) return '';
  const lines = rows.map(({ word, isRequired, what }) => {
    return `| \`${word}\` | ${isRequired ? 'yes' : ''} | ${what.replaceAll('|', '\\|')} |`;
  });
  return ['| word | needed | what stands there |', '|---|---|---|', ...lines].join('\n');
}
