import { expect, type Page } from '@playwright/test';
import { expectAccessible } from '../expect-accessible.ts';
import { test as base, type ServedShop, startShop } from '../shop.ts';
import { openColleague, openOwner } from './staff.ts';

// A server of its own, because an owner can be made only once.
const test = base.extend<object, { shop: ServedShop }>({
  shop: [
    // biome-ignore lint/correctness/noEmptyPattern: the form that Playwright wants of a fixture without others
    async ({}, use) => {
      const shop = await startShop();
      await use(shop);
      await shop.close();
    },
    { scope: 'worker' },
  ],
});

let page: Page;
let memberId = '';

test.beforeAll(async ({ browser, shop }) => {
  const context = await browser.newContext({ baseURL: shop.url, locale: 'en-GB' });
  await openOwner(context, shop);
  page = await context.newPage();
  const send = async (path: string, data: object) => {
    const answer = await context.request.post(`${shop.url}${path}`, {
      data,
      headers: { Authorization: `Bearer ${shop.key}` },
    });
    expect(answer.ok(), await answer.text()).toBe(true);
    return (await answer.json()) as { readonly id: string };
  };
  const member = { id: 'customer-1', name: 'First Customer', email: 'member@example.com' };
  memberId = (await send('/v1/members', member)).id;
  const lines = [{ sku: 'MUG', total: 12_450 }];
  await send('/v1/purchases', { id: 'receipt-1', member: { id: memberId }, currency: 'GBP', lines });
});

test('home shows what the program did', async () => {
  await page.goto('/console/');
  await expect(page.getByText('£124.50').first()).toBeVisible({ timeout: 20_000 });
  await expect(page.getByRole('region', { name: 'points', exact: true })).toContainText('124');
  await expectAccessible(page);
});

test('a member is found by the beginning of anything, and each event opens its why', async () => {
  await page.goto('/console/members');
  await page.getByLabel('Search').fill('memb');
  await page.getByRole('link', { name: 'First Customer' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'First Customer' })).toBeVisible();
  await page.getByRole('button', { name: 'Why?' }).first().click();
  await expect(page.getByText('£124.50 × 1 = 124.5 → 124 points')).toBeVisible();
  await expectAccessible(page);
});

test('a correction below the limit is done at once, with its reason in the timeline', async () => {
  await page.goto(`/console/members/${memberId}`);
  await page.getByRole('button', { name: 'Correct points' }).click();
  await expectAccessible(page);
  await page.getByRole('textbox', { name: 'Points' }).fill('20');
  await page.getByRole('textbox', { name: 'Reason' }).fill('The receipt was lost');
  await page.getByRole('button', { name: 'Correct', exact: true }).click();
  await expect(page.getByText('Corrected by staff: The receipt was lost.')).toBeVisible();
});

test('every page of the settings can be read by everybody', async () => {
  test.setTimeout(180_000);
  const areas = ['brand', 'stores', 'tills', 'staff', 'keys', 'webhooks', 'mailbox', 'audit'];
  for (const area of areas) {
    await page.goto(`/console/settings/${area}`);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await expect(page.getByRole('status')).toHaveCount(0);
    await expectAccessible(page);
  }
});

test('by keyboard alone one comes from the top of the page to a member', async () => {
  await page.goto('/console/members');
  await expect(page.getByRole('link', { name: 'First Customer' })).toBeVisible();
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: 'Skip to the content' })).toBeFocused();
  await page.keyboard.press('Enter');
  for (let tabs = 0; tabs < 12; tabs += 1) {
    await page.keyboard.press('Tab');
    if (await page.getByRole('link', { name: 'First Customer' }).evaluate((link) => link === document.activeElement))
      break;
  }
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'First Customer' })).toBeVisible();
});

const languages: readonly [name: string, members: string, since: string][] = [
  ['Dansk', 'Medlemmer', 'medlem siden 5. januar 2026'],
  ['Svenska', 'Medlemmar', 'medlem sedan 5 januari 2026'],
  ['Norsk', 'Medlemmer', 'medlem siden 5. januar 2026'],
  ['English', 'Members', 'member since 5 January 2026'],
];

test('the console speaks four languages, and remembers which', async () => {
  await page.goto(`/console/members/${memberId}`);
  for (const [name, members, since] of languages) {
    await page.getByRole('combobox').first().selectOption(name);
    await expect(page.getByText(since)).toBeVisible();
    await page.reload();
    await expect(page.getByRole('navigation').getByRole('link', { name: members })).toBeVisible();
    await expect(page.getByText(since)).toBeVisible();
  }
});

test('who only reads sees no button that changes anything, and the server refuses it', async ({ browser, shop }) => {
  const context = await browser.newContext({ baseURL: shop.url, locale: 'en-GB' });
  await openColleague(page.context(), context, shop, 'read_only');
  const reader = await context.newPage();
  await reader.goto(`/console/members/${memberId}`);
  await expect(reader.getByRole('heading', { level: 1, name: 'First Customer' })).toBeVisible();
  await expect(reader.getByRole('button', { name: 'Correct points' })).toHaveCount(0);
  await expect(reader.getByRole('link', { name: 'Approvals' })).toHaveCount(0);
  await reader.goto('/console/settings/keys');
  await expect(reader.getByRole('link', { name: 'API keys' })).toHaveCount(0);
  const refused = await context.request.post(`${shop.url}/v1/members/${memberId}/corrections`, {
    data: { id: 'c', amount: 5, reason: 'x' },
    headers: { Origin: shop.url, 'Trofast-Program': shop.program },
  });
  expect(refused.status()).toBe(403);
  await context.close();
});
