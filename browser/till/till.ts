import { type BrowserContext, expect, type Page } from '@playwright/test';
import { type Client, createClient } from '@trofast/sdk';
import type { ServedShop } from '../shop.ts';

export function staffOf({ url, key }: ServedShop): Client {
  return createClient({ url, key });
}

/** Opens the till in a browser and pairs it as staff would. */
export async function pairedTill(context: BrowserContext, shop: ServedShop, name = 'By the door'): Promise<Page> {
  const { pairing } = await staffOf(shop).createTill({ name, store: 'high-street' });
  const page = await context.newPage();
  await page.goto(`${shop.url}/till/`);
  await page.getByLabel('Code').fill(pairing.code);
  await page.getByRole('button', { name: 'Pair' }).click();
  await expect(page.getByRole('heading', { name: 'Who is here?' })).toBeVisible();
  return page;
}

export async function find(page: Page, said: string) {
  await page.getByLabel('Card, phone or e-mail').fill(said);
  await page.getByLabel('Card, phone or e-mail').press('Enter');
}

/** Types an amount in minor units and records it. */
export async function sell(page: Page, minorUnits: number) {
  await page.getByLabel('Amount').fill(String(minorUnits));
  await page.getByRole('button', { name: /^Record/ }).click();
}

export async function nextCustomer(page: Page) {
  await page.getByRole('button', { name: 'Next customer' }).click();
}
