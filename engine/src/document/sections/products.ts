import { z } from 'zod';
import type { ProductGroup } from '../../program.ts';
import { listOf } from '../leaf.ts';
import { text } from '../leaves/texts.ts';
import { words } from '../leaves/words.ts';
import type { Bound } from '../unbound.ts';

const selection = {
  skus: listOf(text).optional(),
  categories: listOf(text).optional(),
  attributes: z.record(z.string(), listOf(text)).optional(),
};

const selector = z.strictObject(selection);

export const productsShape = z.strictObject({
  name: words,
  ...selection,
  all: listOf(selector).optional(),
  not: selector.optional(),
});

type Line = Parameters<ProductGroup['has']>[0];
type Test = (line: Line) => boolean;
type Selection = Bound<z.output<typeof selector>>;

/** Every line, unless the group says which; less what it says not. */
export function makeProducts(id: string, written: Bound<z.output<typeof productsShape>>): ProductGroup {
  const isAny = anyOf(written);
  const areAll = (written.all ?? []).map((one) => anyOf(one));
  const isNot = written.not === undefined ? undefined : anyOf(written.not);
  const { name, ...selects } = written;
  const keys = keysOf(written) ?? written.all?.map(keysOf).find((own) => own !== undefined);
  return {
    id,
    name,
    selects,
    has: (line) =>
      (isAny === undefined || isAny(line)) &&
      areAll.every((test) => test === undefined || test(line)) &&
      !isNot?.(line),
    ...(keys === undefined ? {} : { keys }),
  };
}

/** A line that has any of what is named; nothing when nothing is named. */
function anyOf({ skus, categories, attributes }: Selection): Test | undefined {
  const tests: Test[] = [];
  if (skus !== undefined) tests.push(skuTest(skus));
  if (categories !== undefined) {
    const wanted = textTest(categories);
    tests.push((line) => line.categories?.some(wanted) ?? false);
  }
  for (const [name, values] of Object.entries(attributes ?? {})) {
    const wanted = textTest(values);
    tests.push((line) => {
      const value = line.attributes?.[name];
      return value !== undefined && wanted(value);
    });
  }
  return tests.length === 0 ? undefined : (line) => tests.some((test) => test(line));
}

function skuTest(skus: readonly string[]): Test {
  const wanted = textTest(skus);
  return ({ sku }) => wanted(sku);
}

/** Texts compare exactly; one that ends in `*` is the beginning of a text. */
function textTest(texts: readonly string[]): (text: string) => boolean {
  const exact = new Set(texts.filter((one) => !one.endsWith('*')));
  const beginnings = texts.filter((one) => one.endsWith('*')).map((one) => one.slice(0, -1));
  if (beginnings.length === 0) return (value) => exact.has(value);
  // A shop's codes come again and again, and beginnings are looked at one by one.
  const known = new Map<string, boolean>();
  return (value) => {
    const before = known.get(value);
    if (before !== undefined) return before;
    const found = exact.has(value) || beginnings.some((beginning) => value.startsWith(beginning));
    if (known.size < KNOWN_MOST) known.set(value, found);
    return found;
  };
}

const KNOWN_MOST = 10_000;

function keysOf({ skus, categories, attributes }: Selection): readonly string[] | undefined {
  if (attributes !== undefined || (skus === undefined && categories === undefined)) return undefined;
  if ([...(skus ?? []), ...(categories ?? [])].some((one) => one.endsWith('*'))) return undefined;
  return [...(skus ?? []).map((sku) => `sku:${sku}`), ...(categories ?? []).map((category) => `category:${category}`)];
}
