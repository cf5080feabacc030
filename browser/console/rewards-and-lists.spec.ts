import { type BrowserContext, expect, type Page, test } from '@playwright/test';
import { expectAccessible } from '../expect-accessible.ts';
import { type ServedShop, startShop } from '../shop.ts';
import { openOwner } from './staff.ts';

let shop: ServedShop;
let context: BrowserContext;
let page: Page;

test.beforeAll(async ({ browser }) => {
  shop = await startShop();
  context = await browser.newContext({ baseURL: shop.url });
  await openOwner(context, shop);
  page = await context.newPage();
});

test.afterAll(async () => {
  await context.close();
  await shop.close();
});

/** The smallest PNG there is. */
const PICTURE = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

test('a picture that is none is refused in words, and one that is shows with its reward', async () => {
  await page.goto('/console/rewards');
  const card = page.locator('[data-reward="coffee"]');
  await expect(card.getByText('A member can exchange 50 points')).toBeVisible({ timeout: 30_000 });
  const choose = async (name: string, buffer: Buffer) => {
    const chooser = page.waitForEvent('filechooser');
    await card
      .getByRole('button', { name: /picture/ })
      .first()
      .click();
    await (await chooser).setFiles({ name, mimeType: 'image/png', buffer });
  };
  await choose('text.png', Buffer.from('no picture'));
  await expect(card.getByRole('alert')).toBeVisible();
  await choose('picture.png', PICTURE);
  await expect(card.getByRole('img', { name: 'Picture of a coffee' })).toBeVisible();
});

test('a voucher that nobody has is told as such, and one that was issued is found', async ({ request }) => {
  await page.goto('/console/rewards');
  await page.getByRole('tab', { name: 'Find a voucher' }).click();
  const find = async (code: string) => {
    await page.getByLabel('Code').fill(code);
    await page.getByRole('button', { name: 'Find' }).click();
  };
  await find('NOBODY-HAS-THIS');
  await expect(page.getByRole('alert')).toBeVisible();

  const headers = { Authorization: `Bearer ${shop.key}` };
  const send = async (path: string, data: object) =>
    await (await request.post(`${shop.url}/v1/${path}`, { data, headers })).json();
  const { id } = await send('members', { id: 'customer-1', email: 'member@example.com' });
  const lines = [{ sku: 'A1', total: 10_000 }];
  await send('purchases', { id: 'receipt-1', member: { id }, currency: 'GBP', lines });
  const redeemed = await send('redemptions', { id: 'redemption-1', member: { id }, reward: 'coffee' });
  await find(redeemed.vouchers[0].code);
  await expect(page.getByText('Can be used')).toBeVisible();
  await expect(page.getByText('£3.00')).toBeVisible();
});

test('a list is made, published, filled and emptied', async ({ request }) => {
  test.slow();
  await page.goto('/console/lists');
  await page.getByRole('button', { name: 'Make a list' }).click();
  await page.getByLabel('Name').fill('Best customers');
  await page.getByRole('dialog').getByRole('button', { name: 'Make a list' }).click();
  await page.getByRole('link', { name: 'To the program' }).click();
  await expect(page.locator('[data-part="/lists/best-customers"]')).toBeVisible();
  await page.getByRole('button', { name: 'Publish…' }).click();
  await page.getByRole('button', { name: 'Publish', exact: true }).click();
  await expect(page.locator('[data-version="2"]')).toBeVisible();

  // The version is in force once the sandbox clock has moved.
  const headers = { Authorization: `Bearer ${shop.key}` };
  await request.post(`${shop.url}/v1/programs/corner-shop/clock`, { data: { time: '2026-01-06T09:00:00Z' }, headers });
  const member = { id: 'customer-2', email: 'listed@example.com', name: 'Listed Customer' };
  await request.post(`${shop.url}/v1/members`, { data: member, headers });
  await page.goto('/console/lists');
  await page.getByRole('link', { name: 'Best customers' }).click();
  await page.getByRole('button', { name: 'Put members on the list' }).click();
  await page.getByRole('textbox', { name: 'Members' }).fill('listed@example.com\nnobody@example.com');
  await page.getByRole('button', { name: 'Put on the list' }).click();
  await expect(page.getByText('1 added, 0 were on it already.')).toBeVisible();
  await expect(page.getByText('1 line was left out')).toBeVisible();
  await page.getByRole('button', { name: 'Close' }).last().click();
  await expect(page.getByRole('link', { name: 'Listed Customer' })).toBeVisible();
  await page.getByRole('button', { name: 'Take Listed Customer off the list' }).click();
  await expect(page.getByText('Nobody is on this list')).toBeVisible();
});

test('rewards and lists can be read and used by everybody', async () => {
  test.slow();
  for (const path of ['rewards', 'lists']) {
    await page.goto(`/console/${path}`);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await page.waitForLoadState('networkidle');
    await expectAccessible(page);
  }
});
