/** JSON with the keys of every object in order: equal values have equal texts. */
export function sortedJson(value: unknown): string {
  if (typeof value === 'number') return String(value);
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  return Array.isArray(value) ? sortedArray(value) : sortedObject(value as Readonly<Record<string, unknown>>);
}

// Plain loops: an export writes millions of values.
function sortedArray(values: readonly unknown[]): string {
  let text = '[';
  for (const value of values) text += text === '[' ? sortedJson(value) : `,${sortedJson(value)}`;
  return `${text}]`;
}

function sortedObject(record: Readonly<Record<string, unknown>>): string {
  let text = '{';
  for (const name of Object.keys(record).sort()) {
    const value = record[name];
    if (value === undefined) continue;
    const field = `${quoted(name)}:${sortedJson(value)}`;
    text += text === '{' ? field : `,${field}`;
  }
  return `${text}}`;
}

const quotedNames = new Map<string, string>();

/** Names of fields are few; ids among them are many. */
function quoted(name: string): string {
  const known = quotedNames.get(name);
  if (known !== undefined) return known;
  const text = JSON.stringify(name);
  if (quotedNames.size < 1000) quotedNames.set(name, text);
  return text;
}
