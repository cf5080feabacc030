import { gzipSync } from 'node:zlib';
import { expect } from '@playwright/test';
import { expectAccessible } from '../expect-accessible.ts';
import { test } from '../shop.ts';
import { newMember } from './portal.ts';

test.use({ viewport: { width: 390, height: 844 } });

test('points become a voucher, once, with a code for the till', async ({ page, shop }) => {
  const member = await newMember(shop);
  await member.buy(60);
  await member.open(page);
  await page.getByRole('link', { name: 'Rewards', exact: true }).click();
  await page.getByRole('button', { name: 'Get it: a coffee' }).click();
  await page.getByRole('button', { name: 'Spend 50 points' }).dblclick();
  await expect(page.getByText('It is yours')).toBeVisible();
  await page.getByRole('button', { name: /^a coffee/ }).click();
  await expect(page.getByRole('dialog').getByRole('img', { name: 'QR code of the card' })).toBeVisible();
  await page.keyboard.press('Escape');
  await page.getByRole('link', { name: 'Card', exact: true }).click();
  await expect(page.getByTestId('balance')).toHaveText('10');
  const { items } = await member.client.listVouchers({ memberId: member.memberId });
  expect(items.length).toBe(1);
});

test('a purchase at the till shows by itself, without reloading', async ({ page, shop }) => {
  const member = await newMember(shop);
  await member.open(page);
  await expect(page.getByTestId('balance')).toHaveText('0');
  // The page has asked for news by then.
  await page
    .waitForRequest((request) => request.url().includes('/v1/me/changes'), { timeout: 5000 })
    .catch(() => undefined);
  await member.buy(24);
  await expect(page.getByTestId('balance')).toHaveText('24');
  await expect(page.getByRole('status').filter({ hasText: '+24 points' })).toBeVisible();
});

test('the card opens without a network, as it was seen last, and says so', async ({ page, context, shop }) => {
  const member = await newMember(shop);
  await member.buy(31);
  await member.open(page);
  await expect(page.getByTestId('balance')).toHaveText('31');
  await page.getByTestId('balance').click();
  await expect(page.getByRole('img', { name: 'Barcode of the card' })).toBeVisible();
  await page.keyboard.press('Escape');
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready;
    // What was loaded before the worker was there is kept after it is told.
    for (let tries = 0; tries < 50 && (await (await caches.open('trofast-portal-1')).keys()).length < 8; tries += 1) {
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  });
  await context.setOffline(true);
  await page.goto(member.at());
  await expect(page.getByTestId('balance')).toHaveText('31');
  await expect(page.getByText(/No connection. This is how it was on/)).toBeVisible();
  await page.getByTestId('balance').click();
  await expect(page.getByRole('img', { name: 'Barcode of the card' })).toBeVisible();
  await context.setOffline(false);
});

test('whoever signs out leaves nothing on the device', async ({ page, shop }) => {
  const member = await newMember(shop);
  await member.open(page);
  await page.getByRole('link', { name: 'More', exact: true }).click();
  await page.getByRole('button', { name: 'Sign out' }).click();
  await expect(page.getByRole('heading', { name: 'Sign in to your card' })).toBeVisible();
  const kept = await page.evaluate(() => JSON.stringify({ ...localStorage }));
  expect(kept).not.toContain('First Customer');
});

test('it speaks four languages, and remembers which', async ({ page, shop }) => {
  const member = await newMember(shop);
  await member.buy(12);
  await member.open(page);
  await page.goto(member.at('more'));
  for (const [code, title, tab] of [
    ['da', 'Mere', 'Belønninger'],
    ['sv', 'Mer', 'Belöningar'],
    ['nb', 'Mer', 'Belønninger'],
    ['en', 'More', 'Rewards'],
  ] as const) {
    await page.locator('.settings select').first().selectOption(code);
    await expect(page.getByRole('heading', { level: 1, name: title, exact: true })).toBeVisible();
    await expect(page.getByRole('link', { name: tab, exact: true })).toBeVisible();
    await expect(page.locator('html')).toHaveAttribute('lang', code);
  }
  await page.locator('.settings select').first().selectOption('da');
  await page.goto(member.at('activity'));
  await page.getByText('Køb', { exact: true }).click();
  await expect(page.getByText(/Ved hvert køb optjener medlemmet/)).toBeVisible();
});

test('everything is done with the keyboard alone', async ({ page, shop }) => {
  const member = await newMember(shop);
  await member.buy(60);
  await member.open(page);
  const focus = async (name: string) => {
    for (let presses = 0; presses < 30; presses += 1) {
      const focused = await page.evaluate(() => document.activeElement?.textContent ?? '');
      const label = await page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? '');
      if (focused.trim() === name || label === name) return;
      await page.keyboard.press('Tab');
    }
    throw new Error(`The keyboard does not reach ${name}`);
  };
  await focus('Rewards');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'Rewards' })).toBeVisible();
  await focus('Get it: a coffee');
  await page.keyboard.press('Enter');
  await focus('Spend 50 points');
  await page.keyboard.press('Enter');
  await expect(page.getByText('It is yours')).toBeVisible();
});

test('everybody can read every page, in light and in dark', async ({ page, shop }) => {
  test.setTimeout(240_000);
  const member = await newMember(shop);
  await page.goto(member.at());
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expectAccessible(page);
  await member.buy(120);
  await member.client.redeemReward({ id: 'axe', member: { id: member.memberId }, reward: 'coffee' });
  await member.open(page);
  await expectAccessible(page);
  await page.getByTestId('balance').click();
  await expect(page.getByRole('img', { name: 'Barcode of the card' })).toBeVisible();
  await expectAccessible(page);
  for (const place of ['rewards', 'activity', 'how-it-works', 'more', 'household', 'profile', 'privacy']) {
    await page.goto(member.at(place));
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await expect(page.getByRole('status').filter({ hasText: 'Loading' })).toHaveCount(0);
    if (place === 'activity') await page.getByText('Purchase', { exact: true }).first().click();
    await expectAccessible(page);
  }
});

test('the first load of the card is at most 150 kB of compressed JavaScript', async ({ page, shop }) => {
  const member = await newMember(shop);
  await member.open(page);
  const sizes = new Map<string, Promise<number>>();
  page.on('response', (response) => {
    if (!response.url().endsWith('.js')) return;
    sizes.set(
      response.url(),
      response.body().then((body) => gzipSync(body, { level: 9 }).length),
    );
  });
  await page.goto(member.at());
  await expect(page.getByRole('img', { name: 'QR code of the card' })).toBeVisible();
  const bytes = (await Promise.all(sizes.values())).reduce((sum, size) => sum + size, 0);
  expect(bytes).toBeGreaterThan(50_000);
  expect(bytes).toBeLessThanOrEqual(150_000);
});
