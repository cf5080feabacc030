import { expect, type Locator, type Page, test } from '@playwright/test';
import { expectAccessible } from '../expect-accessible.ts';
import { type ServedShop, startShop } from '../shop.ts';

const actionsMost = 25;
const secondsMost = 120;

let shop: ServedShop;
test.beforeAll(async () => {
  shop = await startShop('empty');
});
test.afterAll(async () => {
  await shop.close();
});

test('from the printed link to a live program in at most 25 actions and two minutes', async ({ page }) => {
  const startedAt = Date.now();
  let actions = 0;
  const fill = async (field: Locator, text: string) => {
    actions += 1;
    await field.fill(text);
  };
  const click = async (button: Locator) => {
    actions += 1;
    await button.click();
  };

  await page.goto(shop.welcomeLink);
  actions += 1;
  await fill(page.getByLabel('Your name'), 'First Owner');
  await fill(page.getByLabel('E-mail'), 'owner@example.com');
  await fill(page.getByRole('textbox', { name: 'Password' }), 'a quite long sentence');
  await click(page.getByRole('button', { name: 'Create the account' }));
  await fill(page.getByLabel('Name of the shop'), 'The Tea Room');
  await expect(page.getByLabel('Country')).toHaveValue('GB');
  await expect(page.getByLabel('Currency')).toHaveValue('GBP');
  await click(page.getByRole('button', { name: 'Continue' }));
  await click(page.getByRole('button', { name: 'Choose Webshop points' }));
  await expect(page.getByText(/^On every purchase, the member earns/).first()).toBeVisible();
  await fill(page.getByLabel('Points for a voucher'), '120');
  await expect(page.getByText(/As soon as a member has 120 points/)).toBeVisible();
  await click(page.getByRole('button', { name: 'Go live' }));
  await expect(page.getByRole('heading', { name: 'The Tea Room is live' })).toBeVisible();

  expect(actions).toBeLessThanOrEqual(actionsMost);
  expect((Date.now() - startedAt) / 1000).toBeLessThan(secondsMost);
  await expectGivenThings(page);
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Go to the console' }).click();
  await expect(page.getByRole('heading', { name: 'Your program is live. Now it needs members.' })).toBeVisible();
});

test('a link that has been used opens nothing', async ({ page }) => {
  await page.goto(shop.welcomeLink);
  await page.getByLabel('Your name').fill('Second Owner');
  await page.getByLabel('E-mail').fill('second@example.com');
  await page.getByRole('textbox', { name: 'Password' }).fill('a quite long sentence');
  await page.getByRole('button', { name: 'Create the account' }).click();
  await expect(page.getByRole('alert')).toBeVisible();
  await expectAccessible(page);
});

test('who has left signs in again with the password, and a wrong one is told', async ({ page }) => {
  await page.goto(`${shop.url}/console/`);
  await page.getByLabel('E-mail').fill('owner@example.com');
  await page.getByRole('textbox', { name: 'Password' }).fill('another long sentence');
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await expect(page.getByRole('alert')).toHaveText('E-mail or password is wrong.');
  await expectAccessible(page);
  await page.getByRole('textbox', { name: 'Password' }).fill('a quite long sentence');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'The Tea Room' })).toBeVisible();
  await page.getByRole('button', { name: 'Your account, First Owner' }).click();
  await page.getByRole('menuitem', { name: 'Sign out' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Sign in' })).toBeVisible();
});

/** The key works, the portal is there, and the till has its code. */
async function expectGivenThings(page: Page) {
  const key = await page.locator('pre').innerText();
  const answer = await page.request.get(`${shop.url}/v1/members?email=member@example.com`, {
    headers: { Authorization: `Bearer ${key.trim()}` },
  });
  expect(await answer.json()).toEqual({ items: [] });
  const portal = page.getByRole('link', { name: /\/portal\// });
  expect((await page.request.get((await portal.getAttribute('href')) ?? '')).status()).toBe(200);
  await expect(page.getByText(/^[A-Z0-9]{4}-[A-Z0-9]{4}$/)).toBeVisible();
}
