interface Known {
  readonly name?: string | undefined;
  readonly email?: string | undefined;
  readonly phone?: string | undefined;
  readonly externalId?: string | undefined;
  readonly cards: readonly string[];
}

/** What staff call a member: the name, or the next best that is known. */
export function nameOfMember({ name, email, phone, externalId, cards }: Known): string | undefined {
  return name ?? email ?? phone ?? externalId ?? cards[0];
}
