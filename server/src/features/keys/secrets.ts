import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

/** A new key: its id, and the secret that only its holder ever sees. */
export function newSecret(): { readonly id: string; readonly secret: string; readonly hash: Buffer } {
  const id = randomBytes(8).toString('hex');
  const secret = `trofast_${id}_${randomBytes(32).toString('base64url')}`;
  return { id, secret, hash: hashOf(secret) };
}

/** The id that a secret names; `undefined` when it has not the form of one. */
export function idOfSecret(secret: string): string | undefined {
  return /^trofast_([0-9a-f]{16})_[A-Za-z0-9_-]{43}$/.exec(secret)?.[1];
}

export function isSecretOf(secret: string, hash: Buffer): boolean {
  return timingSafeEqual(hashOf(secret), hash);
}

function hashOf(secret: string): Buffer {
  return createHash('sha256').update(secret).digest();
}
