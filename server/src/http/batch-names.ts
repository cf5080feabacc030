/** By what names a line of a batch knows its member: lines that share one wait for each other. */
export function namesOf(operation: string, fields: Readonly<Record<string, unknown>>): readonly string[] {
  if (operation === 'enrolMember') {
    const cards = Array.isArray(fields.cards) ? fields.cards : [];
    return [...named(fields, ['email', 'phone', 'externalId']), ...cards.map((card) => nameOf('card', card))];
  }
  const { member } = fields;
  return typeof member === 'object' && member !== null
    ? named(member as Readonly<Record<string, unknown>>, ['id', 'email', 'phone', 'card', 'externalId'])
    : [];
}

function named(fields: Readonly<Record<string, unknown>>, kinds: readonly string[]): readonly string[] {
  return kinds.filter((kind) => fields[kind] !== undefined).map((kind) => nameOf(kind, fields[kind]));
}

function nameOf(kind: string, value: unknown): string {
  return `${kind}:${String(value).toLowerCase()}`;
}
