import { expect } from '@playwright/test';
import { test } from '../shop.ts';
import { find, nextCustomer, pairedTill, sell, staffOf } from './till.ts';

test('a day at the till, with the network cut, the tab closed in between, and everything sent exactly once', async ({
  context,
  shop,
}) => {
  const staff = staffOf(shop);
  const { id: memberId } = await staff.enrolMember({ id: 'day-1', email: 'day@example.com', cards: ['7001'] });
  let page = await pairedTill(context, shop);
  // The files must be on the device before the network goes.
  await page.evaluate(async () => void (await navigator.serviceWorker.ready));

  await find(page, '7001');
  await sell(page, 12_500);
  await expect(page.getByText('125 points earned', { exact: false })).toBeVisible();
  await nextCustomer(page);

  await context.setOffline(true);
  await find(page, '7001');
  await expect(page.getByText('As known at', { exact: false })).toBeVisible();
  await sell(page, 1000);
  await expect(page.getByRole('heading', { name: 'Kept on this device' })).toBeVisible();
  await nextCustomer(page);
  await page.getByRole('button', { name: 'New member' }).click();
  await page.getByLabel('E-mail').fill('offline@example.com');
  await page.getByRole('button', { name: 'Enrol' }).click();
  await sell(page, 2000);
  await expect(page.getByRole('heading', { name: 'Kept on this device' })).toBeVisible();
  await expect(page.getByRole('button', { name: '3 not sent' })).toBeVisible();
  await page.close();

  page = await context.newPage();
  await page.goto(`${shop.url}/till/`);
  await expect(page.getByRole('button', { name: '3 not sent' })).toBeVisible();
  await find(page, 'day@example.com');
  await sell(page, 3000);
  await expect(page.getByRole('button', { name: '4 not sent' })).toBeVisible();
  const second = await context.newPage();
  await second.goto(`${shop.url}/till/`);
  await expect(second.getByRole('button', { name: '4 not sent' })).toBeVisible();

  await context.setOffline(false);
  for (const tab of [page, second]) await expect(tab.getByRole('button', { name: 'Connected' })).toBeVisible();
  const { items } = await staff.listStatement({ memberId });
  const purchases = items.filter(({ kind }) => kind === 'purchase');
  expect(purchases.map(({ points }) => points['points']?.earned)).toEqual(['30', '10', '125']);
  const enrolled = (await staff.findMember({ email: 'offline@example.com' })).items[0];
  const { balances } = await staff.getBalance({ memberId: enrolled?.id ?? '' });
  expect(balances['points']?.available).toBe('20');
});

test('points pay without a network as far as the signed snapshot goes, and two tills leave a debt and a flag', async ({
  browser,
  shop,
}) => {
  const staff = staffOf(shop);
  const { id: memberId } = await staff.enrolMember({ id: 'debt-1', cards: ['7002'] });
  await staff.recordPurchase({
    id: 'debt-2',
    member: { id: memberId },
    currency: 'GBP',
    lines: [{ sku: 'MUG', total: 30_000 }],
  });
  const contexts = [await browser.newContext(), await browser.newContext()];
  const pages = await Promise.all(contexts.map((context, index) => pairedTill(context, shop, `Till ${index}`)));
  for (const page of pages) {
    await find(page, '7002');
    await expect(page.getByRole('button', { name: /Pay with 300 points/ })).toBeVisible();
    await page.getByRole('button', { name: 'Back', exact: true }).click();
  }
  for (const context of contexts) await context.setOffline(true);
  for (const page of pages) {
    await find(page, '7002');
    await page.getByLabel('Amount').fill('1000');
    await page.getByRole('button', { name: /Pay with 300 points/ }).click();
    await page.getByRole('button', { name: /^Record/ }).click();
    await nextCustomer(page);
    // The snapshot is spent: nothing more can be paid with points here.
    await find(page, '7002');
    await expect(page.getByLabel('Amount')).toBeVisible();
    await expect(page.getByRole('button', { name: /Pay with/ })).toHaveCount(0);
    await page.getByRole('button', { name: 'Back', exact: true }).click();
  }
  for (const context of contexts) await context.setOffline(false);
  for (const page of pages) await expect(page.getByRole('button', { name: 'Connected' })).toBeVisible();
  const { balances } = await staff.getBalance({ memberId });
  expect(Number(balances['points']?.debt)).toBeGreaterThan(0);
  const { items } = await staff.listTillFlags({ settled: 'no' });
  expect(items.filter(({ member }) => member === memberId).map(({ kind }) => kind)).toEqual(['overspent']);
  for (const context of contexts) await context.close();
});

test('a voucher is used, a sale is undone, and a receipt is taken back', async ({ context, shop }) => {
  const staff = staffOf(shop);
  const { id: memberId } = await staff.enrolMember({ id: 'use-1', cards: ['7003'] });
  await staff.recordPurchase({
    id: 'use-2',
    member: { id: memberId },
    currency: 'GBP',
    lines: [{ sku: 'MUG', total: 20_000 }],
  });
  await staff.redeemReward({ id: 'use-3', member: { id: memberId }, reward: 'coffee' });
  const page = await pairedTill(context, shop);
  await find(page, '7003');
  await page.getByRole('button', { name: /^a coffee · £3/ }).click();
  await sell(page, 1000);
  await expect(page.locator('.till-sum')).toContainText('£7.00');
  const receipt = (await page.getByText('Receipt', { exact: false }).textContent())?.split(' ')[1] ?? '';
  await nextCustomer(page);
  await find(page, '7003');
  await sell(page, 500);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByText('It was taken back.')).toBeVisible();
  await page.getByRole('button', { name: 'Return' }).click();
  await page.getByLabel('Receipt number').fill(receipt.toLowerCase());
  await page.getByRole('button', { name: 'Take back' }).click();
  await expect(page.locator('.till-sum')).toContainText('£7.00');
  expect((await staff.listVouchers({ memberId })).items.map(({ remaining }) => remaining)).toEqual([300]);
});

test('only some of a purchase comes back', async ({ context, shop }) => {
  const staff = staffOf(shop);
  await staff.enrolMember({ id: 'some-1', cards: ['7005'] });
  const page = await pairedTill(context, shop);
  await find(page, '7005');
  await page.getByLabel('Amount').fill('1250');
  await page.getByRole('button', { name: 'Next item' }).click();
  await sell(page, 500);
  const receipt = (await page.getByText('Receipt', { exact: false }).textContent())?.split(' ')[1] ?? '';
  await nextCustomer(page);
  await page.getByRole('button', { name: 'Return' }).click();
  await page.getByLabel('Receipt number').fill(receipt);
  await page.getByRole('button', { name: 'Only some of it' }).click();
  await page.getByRole('button', { name: '2 · £5.00' }).click();
  await page.getByRole('button', { name: 'Take back' }).click();
  await expect(page.locator('.till-sum')).toContainText('£5.00');
});

test('a customer is served with the keyboard alone', async ({ context, shop }) => {
  const staff = staffOf(shop);
  const { id: memberId } = await staff.enrolMember({ id: 'keys-1', cards: ['7004'] });
  const page = await pairedTill(context, shop);
  // A scanner that types: digits and Enter, into whatever has the focus.
  await page.keyboard.type('7004');
  await page.keyboard.press('Enter');
  await expect(page.getByLabel('Amount')).toBeFocused();
  await page.keyboard.type('1999');
  await expect(page.getByLabel('Amount')).toHaveValue('£19.99');
  await page.keyboard.press('Backspace');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: 'Next customer' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByLabel('Card, phone or e-mail')).toBeFocused();
  const { items } = await staff.listStatement({ memberId });
  expect(items.find(({ kind }) => kind === 'purchase')?.points['points']?.earned).toBe('1');
});
