import { type BrowserContext, expect } from '@playwright/test';
import type { ServedShop } from '../shop.ts';

const password = 'a quite long sentence';

/** Makes the first owner of a shop, signed in in a browser. */
export async function openOwner(context: BrowserContext, { url, welcomeLink }: ServedShop) {
  const person = { name: 'First Owner', email: 'owner@example.com', password };
  const answer = await context.request.post(`${url}/v1/setup/owner`, {
    data: { token: tokenIn(welcomeLink), ...person },
    headers: { Origin: url },
  });
  expect(answer.status()).toBe(201);
}

/** Signs in somebody whom the owner has invited. */
export async function openColleague(
  owner: BrowserContext,
  context: BrowserContext,
  { url, program }: ServedShop,
  role: string,
) {
  const invited = await owner.request.post(`${url}/v1/staff/invitations`, {
    data: { email: `${role}@example.com`, role },
    headers: { Origin: url, 'Trofast-Program': program },
  });
  const { link } = (await invited.json()) as { readonly link: string };
  const accepted = await context.request.post(`${url}/v1/staff/invitations/accept`, {
    data: { token: tokenIn(link), name: `A ${role}`, password },
    headers: { Origin: url },
  });
  expect(accepted.ok()).toBe(true);
}

function tokenIn(link: string): string {
  return link.split('#')[1] ?? '';
}
