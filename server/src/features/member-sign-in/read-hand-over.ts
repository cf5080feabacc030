import { createHmac, timingSafeEqual } from 'node:crypto';

const secondsMost = 5 * 60;
const clockSeconds = 30;

export interface HandOver {
  readonly member?: string;
  readonly externalId?: string;
  /** Unique: the token counts once. */
  readonly jti: string;
  readonly expiresAt: number;
}

/** What a hand-over token says; otherwise what is wrong with it, for the shop's own developers. */
export function readHandOver(token: string, secret: Buffer, program: string, now: number): HandOver | string {
  const [head = '', body = '', signature = '', ...rest] = token.split('.');
  if (rest.length > 0 || parsed(head)?.alg !== 'HS256') return 'It is no JWT signed with HS256.';
  const expected = createHmac('sha256', secret).update(`${head}.${body}`).digest();
  const given = Buffer.from(signature, 'base64url');
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) {
    return 'The signature is not made with the hand-over secret of this program.';
  }
  const claims = parsed(body) ?? {};
  const seconds = now / 1000;
  if (claims.aud !== program) return '`aud` is not the id of this program.';
  if (typeof claims.exp !== 'number' || claims.exp > seconds + secondsMost + clockSeconds) {
    return '`exp` must be at most five minutes ahead.';
  }
  if (claims.exp <= seconds - clockSeconds) return 'It has expired.';
  if (typeof claims.jti !== 'string' || claims.jti === '') return '`jti` is missing: a value that no other token has.';
  const { sub, external_id: externalId, jti } = claims;
  const expiresAt = Math.round(claims.exp * 1000);
  if (typeof sub === 'string') return { member: sub, jti, expiresAt };
  if (typeof externalId === 'string') return { externalId, jti, expiresAt };
  return 'It names nobody: `sub` is the member’s id, `external_id` the shop’s own.';
}

function parsed(part: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(Buffer.from(part, 'base64url').toString('utf8'));
    return typeof value === 'object' && value !== null ? { ...value } : undefined;
  } catch {
    // What is no JSON is the sender's; the caller says so.
    return undefined;
  }
}
