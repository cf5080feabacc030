import { createHmac, randomUUID } from 'node:crypto';
import type { Page } from '@playwright/test';
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
