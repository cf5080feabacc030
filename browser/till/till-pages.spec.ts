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

test('scan to member and purchase to points take no longer than somebody waits for', async ({ context, shop }) => {
  await customer(shop, '7102');
  const page = await pairedTill(context, shop);
  const times: Record<'member' | 'points', number[]> = { member: [], points: [] };
  for (let round = 0; round < 12; round += 1) {
    await page.getByLabel('Card, phone or e-mail').fill('7102');
    times.member.push(await timed(page, 'form button[type=submit]', '.till-amount input'));
    await page.getByLabel('Amount').fill('1000');
    times.points.push(await timed(page, '.till-last button[type=submit]', '.till-sum'));
    await page.getByRole('button', { name: 'Next customer' }).click();
  }
  for (const [what, all] of Object.entries(times)) {
    // The first is slower than any other: the till has just been opened.
    const warm = all.slice(1).toSorted((a, b) => a - b);
    const told = `median ${Math.round(warm[5] ?? 0)} ms, slowest ${Math.round(warm.at(-1) ?? 0)} ms`;
    test.info().annotations.push({ type: what, description: told });
    // The goal is 300 ms (p95) on a quiet machine; one that runs tests is rarely that.
    expect(warm[5] ?? 0, `${what}: ${told}`).toBeLessThan(1000);
  }
});

/** Milliseconds from a touch to the moment when something is shown. */
async function timed(page: Page, pressed: string, shown: string): Promise<number> {
  return await page.evaluate(
    ([press, wanted]) =>
      new Promise<number>((resolve) => {
        const begun = performance.now();
        const watcher = new MutationObserver(() => {
          if (!document.querySelector(wanted)) return;
          watcher.disconnect();
          requestAnimationFrame(() => resolve(performance.now() - begun));
        });
        watcher.observe(document.body, { childList: true, subtree: true });
        document.querySelector<HTMLButtonElement>(press)?.click();
      }),
    [pressed, shown] as const,
  );
}
