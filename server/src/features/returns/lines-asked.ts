import type { Input } from '@trofast/contract';
import type { Return } from '@trofast/engine';
import { type Malformed, malformed } from '../../context.ts';

type Asked = NonNullable<Input<'recordReturn'>['lines']>;
type Lines = NonNullable<Return['lines']>;

/** Lines of a return by their place in the purchase; an article stands for its line when it has only one. */
export function linesAsked(skus: readonly string[], asked: Asked): Lines | Malformed {
  const lines: { readonly line: number; readonly quantity?: number | string }[] = [];
  for (const [index, { line, sku, quantity }] of asked.entries()) {
    const place = line ?? placeOf(skus, sku);
    if (typeof place !== 'number') return malformed(`/lines/${index}/${place.field}`, place.detail);
    lines.push({ line: place, ...(quantity === undefined ? {} : { quantity }) });
  }
  return lines;
}

function placeOf(
  skus: readonly string[],
  sku: string | undefined,
): number | { readonly field: string; readonly detail: string } {
  if (sku === undefined) return { field: 'line', detail: 'Say which line, by `line` or by `sku`.' };
  const places = skus.flatMap((one, index) => (one === sku ? [index] : []));
  if (places.length === 0) return { field: 'sku', detail: 'The purchase has no such article.' };
  return places.length === 1 && places[0] !== undefined
    ? places[0]
    : { field: 'sku', detail: `The article is on the lines ${places.join(', ')}: say which, by \`line\`.` };
}
