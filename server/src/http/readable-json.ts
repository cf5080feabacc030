const widthMax = 100;

/** JSON for a person's eyes: what fits on a line stays on one. */
export function readableJson(value: unknown, indent = ''): string {
  const flat = onOneLine(value);
  if (indent.length + flat.length <= widthMax || typeof value !== 'object' || value === null) return flat;
  const deeper = `${indent}  `;
  const parts = Array.isArray(value)
    ? value.map((item) => readableJson(item, deeper))
    : fieldsOf(value).map(([name, item]) => `${JSON.stringify(name)}: ${readableJson(item, deeper)}`);
  const [open, close] = Array.isArray(value) ? ['[', ']'] : ['{', '}'];
  return `${open}\n${parts.map((part) => `${deeper}${part}`).join(',\n')}\n${indent}${close}`;
}

function onOneLine(value: unknown): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(onOneLine).join(', ')}]`;
  const parts = fieldsOf(value).map(([name, item]) => `${JSON.stringify(name)}: ${onOneLine(item)}`);
  return parts.length === 0 ? '{}' : `{ ${parts.join(', ')} }`;
}

function fieldsOf(value: object): readonly (readonly [string, unknown])[] {
  return Object.entries(value).filter(([, item]) => item !== undefined);
}
