// A number of a document is kept as its source text, behind a mark no YAML text may contain unescaped, so that a rate
// never passes through a float.
const MARK = '\u0001';

export function numeral(source: string): string {
  return MARK + source;
}

/** The digits as written, when the value is a number of the document. */
function numeralText(value: unknown): string | undefined {
  return typeof value === 'string' && value.startsWith(MARK) ? value.slice(MARK.length) : undefined;
}

/** The text of a number or a string. */
export function scalarText(value: unknown): string | undefined {
  return typeof value === 'string' ? (numeralText(value) ?? value) : undefined;
}

/** The value as plain JSON again, for whoever shows the document. */
export function withoutNumerals(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutNumerals);
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(Object.entries(value).map(([key, child]) => [key, withoutNumerals(child)]));
  }
  const digits = numeralText(value);
  return digits === undefined ? value : Number(digits);
}

/** What kind of thing stands in the document, in an author's words. */
export function kindOfValue(value: unknown): string {
  if (value === null || value === undefined) return 'nothing';
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object') return 'a group of words';
  if (typeof value === 'boolean') return `"${value}"`;
  return numeralText(value) === undefined ? `the text "${String(value)}"` : `the number ${numeralText(value)}`;
}
