import type { Locale } from '../program.ts';
import type { Binding, Made } from './binding.ts';

/** Who is being spoken to, about which program. */
export interface Speech {
  readonly locale: Locale;
  readonly program: SpeechProgram;
}

/** The part of a program that sentences look names up in. */
export type SpeechProgram = { readonly [Part in keyof Made]: ReadonlyMap<string, MadeOf<Part>> };
type MadeOf<Part extends keyof Made> = Made[Part] extends Map<string, infer Value> ? Value : never;

/** A value of the document that stands for something only once the rest of the document is known. */
export class Unbound<T> {
  readonly bind: (binding: Binding) => T | undefined;
  readonly say: ((value: T, speech: Speech) => string) | undefined;

  /** `bind` gives `undefined` after it has reported why. */
  constructor(bind: (binding: Binding) => T | undefined, say?: (value: T, speech: Speech) => string) {
    this.bind = bind;
    this.say = say;
  }
}

/** What a parsed part is after binding: every `Unbound<T>` has become its `T`. */
export type Bound<P> =
  P extends Unbound<infer T>
    ? T
    : P extends readonly (infer Element)[]
      ? readonly Bound<Element>[]
      : P extends object
        ? { readonly [Key in keyof P]: Bound<P[Key]> }
        : P;

/** Binds everything in a parsed part, so that all its problems are found; `undefined` when there was one. */
export function bindAll<P>(parsed: P, binding: Binding): Bound<P> | undefined {
  const bound = bindValue(parsed, binding);
  return bound === undefined ? undefined : (bound as Bound<P>);
}

function bindValue(parsed: unknown, binding: Binding): unknown {
  if (parsed instanceof Unbound) return parsed.bind(binding);
  if (typeof parsed !== 'object' || parsed === null) return parsed;
  if (Array.isArray(parsed)) {
    const bound = parsed.map((element, index) => bindValue(element, binding.at(index)));
    return bound.includes(undefined) ? undefined : bound;
  }
  const entries = Object.entries(parsed).filter(([, value]) => value !== undefined);
  const bound = entries.map(([key, value]) => [key, bindValue(value, binding.at(key))] as const);
  return bound.some(([, value]) => value === undefined) ? undefined : Object.fromEntries(bound);
}
