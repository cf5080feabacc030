import { createHash, randomBytes, randomInt, timingSafeEqual } from 'node:crypto';

/** Letters and digits that nobody takes for each other. */
const CODE_LETTERS = '23456789ABCDEFGHJKMNPQRSTVWXYZ';
const CODE_LENGTH = 8;

export function newCode(): string {
  const letters = Array.from({ length: CODE_LENGTH }, () => CODE_LETTERS[randomInt(CODE_LETTERS.length)]).join('');
  return `${letters.slice(0, 4)}-${letters.slice(4)}`;
}

/** As people type it: case, spaces and dashes do not matter. */
export function hashOfCode(code: string): Buffer {
  return hashOf(code.toUpperCase().replaceAll(/[^0-9A-Z]/g, ''));
}

/** What the paired device has in its cookie, and nobody else anywhere: which till, and a secret. */
export function newToken(): { readonly secret: string; readonly hash: Buffer } {
  const secret = randomBytes(32).toString('base64url');
  return { secret, hash: hashOf(secret) };
}

export function tokenText(program: string, id: string, secret: string): string {
  return `${program}.${id}.${secret}`;
}

export function readToken(
  token: string,
): { readonly program: string; readonly id: string; readonly secret: string } | undefined {
  const [, program, id, secret] = /^([a-z0-9_-]{1,63})\.([A-Za-z0-9_-]{1,100})\.([A-Za-z0-9_-]{43})$/.exec(token) ?? [];
  return program === undefined || id === undefined || secret === undefined ? undefined : { program, id, secret };
}

export function isSecretOf(secret: string, hash: Buffer | null): boolean {
  return hash !== null && timingSafeEqual(hashOf(secret), hash);
}

function hashOf(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
