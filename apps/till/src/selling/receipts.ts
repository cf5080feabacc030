const LETTERS = '23456789ABCDEFGHJKMNPQRSTVWXYZ';

/** A receipt's number that people can read aloud: eight letters, never the same twice in a store. */
export function newReceipt(): string {
  const letters = [...crypto.getRandomValues(new Uint8Array(8))].map((byte) => LETTERS[byte % LETTERS.length]).join('');
  return `${letters.slice(0, 4)}-${letters.slice(4)}`;
}

/** As somebody types it back. */
export function readReceipt(text: string): string {
  const letters = text.toUpperCase().replaceAll(/[^0-9A-Z]/g, '');
  return letters.length === 8 ? `${letters.slice(0, 4)}-${letters.slice(4)}` : text.trim();
}
