import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import type { Welcome } from '../../services.ts';

/** A link that begins an installation, once. While nobody owns it, each start of the server makes a new one. */
export function newWelcome(): { readonly welcome: Welcome; readonly token: string } {
  const token = randomBytes(32).toString('base64url');
  const hash = hashOf(token);
  let isUsed = false;
  const welcome: Welcome = {
    take: (given) => {
      if (isUsed || !timingSafeEqual(hashOf(given), hash)) return false;
      isUsed = true;
      return true;
    },
    giveBack: () => {
      isUsed = false;
    },
  };
  return { welcome, token };
}

function hashOf(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}
