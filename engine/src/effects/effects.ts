import { z } from 'zod';
import { onlyWord } from '../document/only-word.ts';
import { Unbound } from '../document/unbound.ts';
import type { Effect } from '../program.ts';
import { count } from './count.ts';
import { delivery } from './delivery.ts';
import { discount } from './discount.ts';
import { earn } from './earn.ts';
import { earnCounted } from './earn-counted.ts';
import type { EffectPart } from './effect.ts';
import { gift } from './gift.ts';
import { give } from './give.ts';
import { grant } from './grant.ts';
import { issue } from './issue.ts';
import { multiply } from './multiply.ts';

/** All kinds of effects. */
export const EFFECTS: readonly EffectPart[] = [
  earn,
  earnCounted,
  multiply,
  give,
  issue,
  grant,
  count,
  discount,
  gift,
  delivery,
];

const byCode = new Map<string, EffectPart>(EFFECTS.map((part) => [part.code, part]));
const shape = Object.fromEntries(EFFECTS.map(({ code, parameters }) => [code, parameters.optional()]));

/** An effect as it stands in a document: one word, which says its kind, with its parameters. */
export const effect = onlyWord(z.strictObject(shape), 'effect').transform(([code, parsed]) => {
  return new Unbound<Effect>((binding) => byCode.get(code)?.bind(parsed, binding.at(code)));
});

export function partOfEffect({ kind }: Effect): EffectPart {
  const part = byCode.get(kind);
  if (part === undefined) throw new RangeError(`No effect is called ${kind}`);
  return part;
}
