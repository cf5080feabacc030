import type { z } from 'zod';
import type { Binding } from '../document/binding.ts';
import { type Bound, bindAll, type Speech } from '../document/unbound.ts';
import type { Effect, Locale } from '../program.ts';

export type EffectOf<Kind extends Effect['kind']> = Extract<Effect, { kind: Kind }>;

/** What the member does in it, as a verb and the rest: the subject stands before or after the verb by language. */
export type VerbPhrases = Readonly<Record<Locale, readonly [verb: string, rest: string]>>;

/** A kind of effect that describes itself: schema, sentence and binding come from here. */
export interface EffectPart {
  readonly code: Effect['kind'];
  readonly parameters: z.ZodType;
  readonly sentence: VerbPhrases;
  /** A list of effects as YAML, for the reference page; runs in its sample program. */
  readonly example: string;
  /** What the rule of the example is on. */
  readonly on: string;
  readonly bind: (parsed: unknown, binding: Binding) => Effect | undefined;
  readonly words: (effect: Effect, speech: Speech) => Readonly<Record<string, string>>;
}

interface Description<Schema extends z.ZodType, Kind extends Effect['kind']> {
  readonly code: Kind;
  readonly parameters: Schema;
  readonly sentence: VerbPhrases;
  readonly example: string;
  /** A purchase when absent. */
  readonly on?: string;
  readonly bind: (bound: Bound<z.output<Schema>>, binding: Binding) => EffectOf<Kind> | undefined;
  /** What stands in the places of the sentence. */
  readonly words: (effect: EffectOf<Kind>, speech: Speech) => Readonly<Record<string, string>>;
}

export function effect<Schema extends z.ZodType, Kind extends Effect['kind']>(
  described: Description<Schema, Kind>,
): EffectPart {
  const { code, parameters, sentence, example, on = 'purchase' } = described;
  return {
    code,
    parameters,
    sentence,
    example,
    on,
    bind: (parsed, binding) => {
      const bound = bindAll(parsed as z.output<Schema>, binding);
      return bound === undefined ? undefined : described.bind(bound, binding);
    },
    words: (made, speech) => described.words(made as EffectOf<Kind>, speech),
  };
}
