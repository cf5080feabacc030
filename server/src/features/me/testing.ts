import { createHmac, randomUUID } from 'node:crypto';
import { type Client, createClient } from '@trofast/sdk';
import { openBrowser } from '../../testing/browser.ts';
import { type Shop, truthfulFetch } from '../../testing.ts';

const encoded = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');

/** A token as the shop's own server makes it, to hand a member over to the portal. */
function handOverToken(secret: string, program: string, memberId: string): string {
  const claims = { sub: memberId, aud: program, exp: Math.floor(Date.now() / 1000) + 60, jti: randomUUID() };
  const signed = `${encoded({ alg: 'HS256', typ: 'JWT' })}.${encoded(claims)}`;
  return `${signed}.${createHmac('sha256', secret).update(signed).digest('base64url')}`;
}

/** Signs members of a program in, one after the other; each gets a client with a session's cookie. */
export async function membersOf(shop: Shop, program: string, key: string) {
  const keyed = createClient({ url: shop.url, key, retries: 0, fetch: truthfulFetch });
  const { secret } = await keyed.createHandOverSecret({ programId: program });
  return async function signIn(memberId: string): Promise<Client> {
    const client = openBrowser(shop.url).client(program);
    await client.handOverMember({ token: handOverToken(secret, program, memberId) });
    return client;
  };
}
