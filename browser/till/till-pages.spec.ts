import { expect, type Page } from '@playwright/test';
import { expectAccessible } from '../expect-accessible.ts';
import { type ServedShop, test } from '../shop.ts';
import { find, pairedTill, sell, staffOf } from './till.ts';

test.use({ viewport: { width: 390, height: 844 } });

async function customer(shop: ServedShop, card: string) {
  const staff = staffOf(shop);
  const member = await staff.enrolMember({ id: card, name: 'First Customer', cards: [card] });
  const bought = { id: `${card}-1`, member: { id: member.id }, currency: 'GBP' };
  await staff.recordPurchase({ ...bought, lines: [{ sku: 'MUG', total: 60_000 }] });
  await staff.redeemReward({ id: `${card}-2`, member: { id: member.id }, reward: 'coffee' });
  return member;
}

async function fits(page: Page) {
  const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  expect(over, 'nothing is wider than the phone').toBeLessThanOrEqual(0);
}

test('every page of the till can be used by everybody, in light and dark, on a phone', async ({ context, shop }) => {
  await customer(shop, '7100');
  const unpaired = await context.newPage();
  await unpaired.goto(`${shop.url}/till/`);
  await expect(unpaired.getByRole('heading', { name: 'Pair this till' })).toBeVisible();
  await expectAccessible(unpaired);
  await unpaired.getByLabel('Code').fill('AAAA-AAAA');
  await unpaired.getByRole('button', { name: 'Pair' }).click();
  await expect(unpaired.getByRole('alert')).toBeVisible();
  await expectAccessible(unpaired);

  const page = await pairedTill(context, shop);
  const seen = async () => {
    await expectAccessible(page);
    await fits(page);
  };
  await seen();
  await find(page, 'nobody');
  await expect(page.getByText('Nobody is known by this.')).toBeVisible();
  await seen();
  await page.getByRole('button', { name: 'New member' }).click();
  await page.getByLabel('Phone').fill('20123456');
  await page.getByRole('button', { name: 'Enrol' }).click();
  await expect(page.getByText('country code', { exact: false })).toBeVisible();
  await seen();
  await page.getByRole('button', { name: 'Back', exact: true }).click();

  await find(page, '7100');
  await page.getByLabel('Amount').fill('1250');
  await page.getByRole('button', { name: 'Next item' }).click();
  await page.getByLabel('Amount').fill('500');
  await page.getByRole('button', { name: /^a coffee · / }).click();
  await expect(page.getByText(/^Earns/)).toBeVisible();
  await seen();
  await page.getByRole('button', { name: /^Record/ }).click();
  await expect(page.getByRole('heading', { name: 'Done' })).toBeVisible();
  await seen();
  await page.getByRole('button', { name: 'Next customer' }).click();
  await page.getByRole('button', { name: 'Return' }).click();
  await seen();
  await page.getByRole('button', { name: 'Back', exact: true }).click();
  await page.getByRole('button', { name: 'This till' }).click();
  await seen();
});

test('what is set aside says why and what can be done, and is accessible', async ({ context, shop }) => {
  const staff = staffOf(shop);
  const { id: memberId } = await customer(shop, '7101');
  const page = await pairedTill(context, shop);
  await find(page, '7101');
  await context.setOffline(true);
  await sell(page, 700);
  await expect(page.getByRole('heading', { name: 'Kept on this device' })).toBeVisible();
  await expectAccessible(page);
  await staff.eraseMember({ memberId });
  await context.setOffline(false);
  await page.getByRole('button', { name: /not sent/ }).click();
  await expect(page.getByRole('heading', { name: 'Set aside' })).toBeVisible();
  await expectAccessible(page);
  await fits(page);
  await page.getByRole('button', { name: 'Keep without member' }).click();
  await expect(page.getByText('Everything has been sent.')).toBeVisible();
});

for (const [language, heading, find_] of [
  ['da', 'Hvem er her?', 'Find'],
  ['sv', 'Vem är här?', 'Sök'],
  ['nb', 'Hvem er her?', 'Finn'],
  ['en', 'Who is here?', 'Find'],
] as const) {
  test(`the till speaks ${language}, and remembers it`, async ({ context, shop }) => {
    const page = await pairedTill(context, shop);
    await page.getByRole('button', { name: 'This till' }).click();
    await page.getByLabel('Language').selectOption(language);
    await page.reload();
    await expect(page.getByRole('heading', { name: heading })).toBeVisible();
    await expect(page.getByRole('button', { name: find_, exact: true })).toBeVisible();
    expect(await page.evaluate(() => document.documentElement.lang)).toBe(language);
  });
}
