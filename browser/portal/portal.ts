import { createHmac, randomUUID } from 'node:crypto';
import { type APIRequestContext, expect, type Page } from '@playwright/test';
import { type Client, createClient } from '@trofast/sdk';
import type { ServedShop } from '../shop.ts';

const encoded = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');

export interface Portal {
  readonly client: Client;
  readonly memberId: string;
  /** The address of a page of the portal. */
  readonly at: (page?: string) => string;
  readonly buy: (pounds: number) => Promise<unknown>;
  /** Signs the member in as the shop's own site does, and shows the card. */
  readonly open: (page: Page) => Promise<void>;
}

/** A member of the shop, with a card of their own. */
export async function newMember(shop: Pick<ServedShop, 'url' | 'key' | 'program'>): Promise<Portal> {
  const { url, key, program } = shop;
  const client = createClient({ url, key });
  const card = String(Math.floor(Math.random() * 9e15) + 1e15);
  const { id } = await client.enrolMember({ id: randomUUID(), name: 'First Customer', cards: [card] });
  const { secret } = await client.createHandOverSecret({ programId: program });
  const at = (page = '') => `/portal/${program}${page === '' ? '' : `/${page}`}`;
  return {
    client,
    memberId: id,
    at,
    buy: (pounds) =>
      client.recordPurchase({
        id: randomUUID(),
        member: { id },
        currency: 'GBP',
        store: 'High Street',
        lines: [{ sku: 'TEA', total: pounds * 100 }],
      }),
    open: async (page) => {
      await page.goto(`${at('handover')}#${tokenOf(secret, program, id)}`);
      await page.getByTestId('balance').waitFor();
    },
  };
}

function tokenOf(secret: string, program: string, memberId: string): string {
  const claims = { sub: memberId, aud: program, exp: Math.floor(Date.now() / 1000) + 60, jti: randomUUID() };
  const signed = `${encoded({ alg: 'HS256', typ: 'JWT' })}.${encoded(claims)}`;
  return `${signed}.${createHmac('sha256', secret).update(signed).digest('base64url')}`;
}

/** The first owner of a server that nobody owns yet, signed in: who may read its mailbox. */
export async function becomeOwner(request: APIRequestContext, { url, welcomeLink }: ServedShop) {
  const [, token = ''] = welcomeLink.split('#');
  const answer = await request.post(`${url}/v1/setup/owner`, {
    headers: { Origin: url },
    data: { token, name: 'First Owner', email: 'owner@example.com', password: 'the owner has a long sentence' },
  });
  expect(answer.ok(), await answer.text()).toBe(true);
}

/** The code that was sent last, as the owner reads it in the mailbox. */
export async function newestCode(request: APIRequestContext, { url, program }: ServedShop): Promise<string> {
  const headers = { 'Trofast-Program': program };
  for (let tries = 0; tries < 50; tries += 1) {
    const listed = (await (await request.get(`${url}/v1/mailbox`, { headers })).json()) as {
      items?: readonly { readonly subject: string }[];
    };
    const code = /\b\d{6}\b/.exec(listed.items?.[0]?.subject ?? '')?.[0];
    if (code !== undefined) return code;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error('No code is in the mailbox.');
}
