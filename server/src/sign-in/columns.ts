/** The library writes `credentialID`, all its other names are regular. */
const irregular: Readonly<Record<string, string>> = { credential_id: 'credentialID' };

/** `expiresAt` is `expires_at` in our tables. */
export function columnOf(field: string): string {
  if (!/^[a-z][A-Za-z]*$/.test(field)) throw new Error(`${field} is no field of the sign-in library`);
  return field.replaceAll(/[A-Z]+/g, (letters) => `_${letters.toLowerCase()}`);
}

export function fieldOf(column: string): string {
  return irregular[column] ?? column.replaceAll(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
}
