import { leaf, Misread } from '../leaf.ts';
import { kindOfValue, scalarText } from '../numeral.ts';

/** A text that stands for itself: a sku, a category, a store, a tender. Numbers are taken as they are written. */
export const text = leaf({ description: 'a text', field: 'text', type: ['string', 'number'] }, readText);

/** The name of a part: letters, digits, `-` and `_`, beginning with a letter or digit. */
export const identifier = leaf(
  { description: 'a name of its own', field: 'id', type: 'string', pattern: '^[A-Za-z0-9][A-Za-z0-9_-]*$' },
  (written) => {
    const value = readText(written);
    return value instanceof Misread ? value : readIdentifier(value);
  },
);

export function readIdentifier(value: string): string | Misread {
  if (/^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$/.test(value)) return value;
  return new Misread(
    'malformed_name',
    `"${value}" cannot be a name here.`,
    'A name has letters, digits, "-" and "_", at most 64 of them, and begins with a letter or a digit.',
  );
}

function readText(written: unknown): string | Misread {
  const value = scalarText(written);
  if (value === undefined) return new Misread('wrong_kind', `Expected a text, found ${kindOfValue(written)}.`);
  return value.trim() === '' ? new Misread('empty', 'The text is empty.') : value;
}
