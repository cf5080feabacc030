import { hash } from 'node:crypto';

const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz';

/** The account that an enrolment with this key opens. */
export function deriveAccountId(program: string, key: string): string {
  return derived('account', program, key);
}

/** The member that an enrolment with this key makes. Begins with the account, so that it is found by its id alone. */
export function deriveMemberId(program: string, key: string): string {
  return `${deriveAccountId(program, key)}-1`;
}

/** One more member of an account; begins with it too. */
export function deriveJoinedMemberId(program: string, account: string, key: string): string {
  return `${account}-${derived('member', program, account, key)}`;
}

/** Begins with its account, so that an event can be found by its id alone. */
export function deriveEventId(program: string, account: string, kind: string, key: string): string {
  return `${account}-${derived('event', program, account, kind, key)}`;
}

/** The account that an event's id begins with; the engine's clock events are named `ACCOUNT-clock-INSTANT`. */
export function accountOfEvent(eventId: string): string {
  const end = /-(clock-\d+|[^-]*)$/.exec(eventId);
  return end === null ? eventId : eventId.slice(0, end.index);
}

/** 80 bits of SHA-256 over the parts; JSON keeps them apart. */
function derived(...parts: readonly string[]): string {
  return base32(hash('sha256', JSON.stringify(parts), 'buffer'), 16);
}

/** Crockford's base 32 in lower case: no letter that is taken for a digit. */
export function base32(bytes: Uint8Array, characters: number): string {
  let [text, bits, held] = ['', 0, 0];
  for (const byte of bytes) {
    held = (held << 8) | byte;
    bits += 8;
    while (bits >= 5 && text.length < characters) {
      bits -= 5;
      text += ALPHABET[(held >>> bits) & 31];
    }
    held &= (1 << bits) - 1;
    if (text.length === characters) break;
  }
  return text;
}
