import assert from 'node:assert/strict';
import { createHmac, randomUUID } from 'node:crypto';
import { type Client, createClient } from '@trofast/sdk';
import { type Shop, truthfulFetch } from '../../testing.ts';

const encoded = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');

/** A token as the shop's own server makes it, to hand a member over to the portal. */
export function handOverToken(secret: string, program: string, memberId: string): string {
  const claims = { sub: memberId, aud: program, exp: Math.floor(Date.now() / 1000) + 60, jti: randomUUID() };
  const signed = `${encoded({ alg: 'HS256', typ: 'JWT' })}.${encoded(claims)}`;
  return `${signed}.${createHmac('sha256', secret).update(signed).digest('base64url')}`;
}

/** Signs members of a program in, one after the other; each gets a client with a session's cookie. */
export async function membersOf(shop: Shop, program: string, key: string) {
  const keyed = createClient({ url: shop.url, key, retries: 0, fetch: truthfulFetch });
  const { secret } = await keyed.createHandOverSecret({ programId: program });
  return async function signIn(memberId: string): Promise<Client> {
    const cookies: string[] = [];
    const browser = browserFetch(shop.url, cookies);
    const client = createClient({ url: shop.url, program, retries: 0, fetch: browser });
    await client.handOverMember({ token: handOverToken(secret, program, memberId) });
    assert.ok(cookies.length > 0, 'a session has a cookie');
    return client;
  };
}

/** Sends cookies along and says where the page is from, as browsers do. */
function browserFetch(origin: string, cookies: string[]): typeof fetch {
  return async (url, init) => {
    const headers = new Headers(init?.headers);
    headers.set('Origin', origin);
    if (cookies.length > 0) headers.set('Cookie', cookies.join('; '));
    const response = await truthfulFetch(url as string, { ...init, headers });
    for (const cookie of response.headers.getSetCookie()) cookies.push(cookie.split(';')[0] ?? '');
    return response;
  };
}
