import type { z } from 'zod';
import type { Binding } from '../document/binding.ts';
import { type Bound, bindAll, type Speech, Unbound } from '../document/unbound.ts';
import { listWithOr } from '../explain/formats.ts';
import type { Condition, Locale, TestContext, Tested, TimeOfTest } from '../program.ts';
import type { Instant } from '../time/zones.ts';

/** A clause in each language, with {names} of parameters in it; in da, sv and nb in the order of a subordinate clause. */
export type Clauses = Readonly<Record<Locale, string>>;

/** A kind of condition that describes itself: schema, sentences, index and test come from here. */
export interface ConditionPart {
  readonly code: string;
  readonly parameters: z.ZodType;
  readonly sentence: Clauses;
  /** A list of conditions as YAML, for the reference page; runs in its sample program. */
  readonly example: string;
  readonly bind: (parsed: unknown, written: unknown, binding: Binding) => Condition | undefined;
}

interface Description<Schema extends z.ZodType, Settled> {
  readonly code: string;
  readonly parameters: Schema;
  readonly sentence: Clauses;
  /** The clause when it does not hold. */
  readonly denial: Clauses;
  readonly example: string;
  /** Values that depend on each other, such as an amount and the counter that gives its unit. */
  readonly settle?: (bound: Bound<z.output<Schema>>, binding: Binding) => Settled | undefined;
  /** What stands in the clauses' places, where the parameters cannot say themselves. */
  readonly words?: (settled: Settled, speech: Speech) => Readonly<Record<string, string>>;
  /** One of the texts that `test` answers, joined by `, ` when several, in words. */
  readonly say?: (answer: string, speech: Speech, settled: Settled) => string;
  readonly reads: readonly string[] | ((settled: Settled) => readonly string[]);
  readonly keys?: (settled: Settled) => readonly string[] | undefined;
  readonly changesAt?: (when: TimeOfTest, settled: Settled) => Instant | undefined;
  readonly test: (context: TestContext, settled: Settled) => Tested;
}

/** Describes a condition. Without `settle`, the test gets the parameters as they are bound. */
export function condition<Schema extends z.ZodType, Settled = Bound<z.output<Schema>>>(
  described: Description<Schema, Settled>,
): ConditionPart {
  const bind = (parsed: unknown, written: unknown, binding: Binding): Condition | undefined => {
    const bound = bindAll(parsed as z.output<Schema>, binding);
    if (bound === undefined) return undefined;
    const settled = described.settle ? described.settle(bound, binding) : (bound as unknown as Settled);
    if (settled === undefined) return undefined;
    const say = (clauses: Clauses) => (locale: Locale) => {
      const speech = { locale, program: binding.reading.made };
      const words = described.words ? described.words(settled, speech) : sayParameters(parsed, bound, speech);
      return fill(clauses[locale], words);
    };
    return made(described, settled, written, say, (locale) => ({ locale, program: binding.reading.made }));
  };
  const { code, parameters, sentence, example } = described;
  return { code, parameters, sentence, example, bind };
}

function made<Schema extends z.ZodType, Settled>(
  { code, sentence, denial, reads, keys, changesAt, test, say: sayAnswer }: Description<Schema, Settled>,
  settled: Settled,
  written: unknown,
  say: (clauses: Clauses) => (locale: Locale) => string,
  speechIn: (locale: Locale) => Speech,
): Condition {
  const index = keys?.(settled);
  const sayAnswers = (answer: string, locale: Locale) => {
    const speech = speechIn(locale);
    return listWithOr(
      answer.split(', ').map((one) => sayAnswer?.(one, speech, settled) ?? one),
      locale,
    );
  };
  return {
    code,
    parameters: asRecord(written),
    reads: typeof reads === 'function' ? reads(settled) : reads,
    test: (context) => test(context, settled),
    sentence: say(sentence),
    denial: say(denial),
    ...(sayAnswer === undefined ? {} : { say: sayAnswers }),
    ...(index === undefined ? {} : { keys: index }),
    ...(changesAt === undefined ? {} : { changesAt: (when: TimeOfTest) => changesAt(when, settled) }),
  };
}

/** Each parameter as it says itself; a list as alternatives. */
function sayParameters(parsed: unknown, bound: unknown, speech: Speech): Readonly<Record<string, string>> {
  const values = asRecord(bound);
  return Object.fromEntries(
    Object.entries(asRecord(parsed)).map(([name, value]) => [name, sayValue(value, values[name], speech)]),
  );
}

function sayValue(parsed: unknown, bound: unknown, speech: Speech): string {
  if (parsed instanceof Unbound) return parsed.say?.(bound, speech) ?? '';
  if (Array.isArray(parsed)) {
    const elements = bound as readonly unknown[];
    return listWithOr(
      parsed.map((element, index) => sayValue(element, elements[index], speech)),
      speech.locale,
    );
  }
  return String(bound);
}

/** Puts words into the places of a clause. */
export function fill(clause: string, words: Readonly<Record<string, string>>): string {
  return clause.replaceAll(/\{(\w+)\}/g, (_, name: string) => words[name] ?? '');
}

function asRecord(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Readonly<Record<string, unknown>>)
    : { of: value };
}
