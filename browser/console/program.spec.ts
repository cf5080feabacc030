import { type BrowserContext, expect, type Page, test } from '@playwright/test';
import { expectAccessible } from '../expect-accessible.ts';
import { type ServedShop, startShop } from '../shop.ts';
import { openColleague, openOwner } from './staff.ts';

let shop: ServedShop;
let context: BrowserContext;
let page: Page;

test.beforeAll(async ({ browser }) => {
  shop = await startShop();
  context = await browser.newContext({ baseURL: shop.url });
  await openOwner(context, shop);
  page = await context.newPage();
  // Leaving with unsaved changes asks.
  page.on('dialog', (dialog) => void dialog.accept());
});

test.afterAll(async () => {
  await context.close();
  await shop.close();
});

async function openProgram() {
  await page.goto('/console/program');
  await expect(page.getByRole('heading', { level: 1, name: 'Program' })).toBeVisible({ timeout: 30_000 });
}

const points = () => page.locator('[data-simulated="points"]');
const earn = () => page.locator('[data-part="/rules/0"]');

test('a number that is changed changes the sentence, the text and the basket together, and comments stay', async () => {
  await openProgram();
  await expect(points()).toHaveText('25 points');
  await page.getByText('Text', { exact: true }).click();
  const text = page.getByRole('textbox', { name: 'The program as text' });
  await text.click();
  await page.keyboard.press('Control+Home');
  await page.keyboard.type('# Ours.');
  await expect(page.getByText('Unsaved changes')).toBeVisible();

  await earn().getByRole('button', { name: 'Edit' }).click();
  await earn().getByRole('textbox', { name: 'Points', exact: true }).fill('3');
  await expect(earn().getByText('earns 3 points for every £1')).toBeVisible();
  await expect(text).toContainText('# Ours.');
  await page.getByText('Try a basket', { exact: true }).click();
  await expect(points()).toHaveText('75 points');
  await expect(page.getByText('£25.00 × 3 = 75 → 75 points')).toBeVisible();

  for (let steps = 0; steps < 9; steps += 1) await page.getByRole('button', { name: 'Undo' }).click({ force: true });
  await expect(points()).toHaveText('25 points');
});

test('a mistake in the text is told at its line, and the sentences stay', async () => {
  await openProgram();
  await page.getByText('Text', { exact: true }).click();
  const text = page.getByRole('textbox', { name: 'The program as text' });
  await text.click();
  await page.keyboard.press('Control+Home');
  await page.keyboard.type('colour: green');
  await expect(page.getByRole('alert').getByText('Line 1:')).toBeVisible();
  await expect(earn().getByText('earns 1 point for every £1')).toBeVisible();
  await expect(page.locator('.cm-problem')).toHaveCount(1);
});

test('a basket becomes an example, which a later change turns red with its first difference', async () => {
  await openProgram();
  await page.getByRole('button', { name: 'Keep as an example' }).click();
  await page.getByLabel('What it shows').fill('A pound is a point');
  await page.getByRole('button', { name: 'Keep as EX-1' }).click();
  const card = page.locator('[data-example="EX-1"]');
  await expect(card).toHaveAttribute('data-passed', 'true');

  await page.getByRole('tab', { name: 'Rules' }).click();
  await earn().getByRole('button', { name: 'Edit' }).click();
  await earn().getByRole('textbox', { name: 'Points', exact: true }).fill('2');
  await page.getByRole('tab', { name: 'Examples' }).click();
  await expect(card).toHaveAttribute('data-passed', 'false');
  await expect(card.getByText('Expected: 25')).toBeVisible();
  await expect(card.getByText('Found: 50')).toBeVisible();
});

test('a condition is added by its sentence and counts at once', async () => {
  await openProgram();
  await earn().getByRole('button', { name: 'Edit' }).click();
  await earn().getByRole('textbox', { name: 'Add a condition' }).fill('is spent on');
  await page.getByRole('option', { name: 'At least … is spent on …' }).click();
  await expect(earn().getByText('if at least £10 is spent on everything')).toBeVisible();
  await earn().getByRole('textbox', { name: 'Amount' }).fill('40');
  await expect(points()).toHaveText('Nothing');
  await expect(page.getByText('(£15.00 to go)')).toBeVisible();
});

test('who may not publish sees no button for it, and who only looks changes nothing', async ({ browser }) => {
  test.slow();
  for (const [role, mayEdit] of [
    ['marketer', true],
    ['read_only', false],
  ] as const) {
    const colleague = await browser.newContext({ baseURL: shop.url });
    await openColleague(context, colleague, shop, role);
    const own = await colleague.newPage();
    await own.goto('/console/program');
    await expect(own.getByText('earns 1 point for every £1').first()).toBeVisible({ timeout: 30_000 });
    await expect(own.getByRole('button', { name: 'Publish' })).toHaveCount(0);
    await expect(own.getByRole('button', { name: 'Save draft' })).toHaveCount(mayEdit ? 1 : 0);
    await expect(own.getByRole('button', { name: 'Edit earn' })).toHaveCount(mayEdit ? 1 : 0);
    await colleague.close();
  }
});

test('the program is told in each language', async () => {
  await openProgram();
  for (const [language, sentence, word] of [
    ['da', 'Ved hvert køb optjener medlemmet 1 point', 'Prøv en kurv'],
    ['sv', 'Vid varje köp tjänar medlemmen 1 poäng', 'Testa en kundkorg'],
    ['nb', 'Ved hvert kjøp tjener medlemmet 1 poeng', 'Prøv en handlekurv'],
    ['en', 'On every purchase, the member earns 1 point', 'Try a basket'],
  ] as const) {
    await page.evaluate((code) => localStorage.setItem('trofast-language', code), language);
    await page.reload();
    await expect(page.getByText(sentence).first()).toBeVisible();
    await expect(page.getByText(word)).toBeVisible();
  }
});

test('the rules, their editors and the text can be read and used by everybody', async () => {
  test.slow();
  await openProgram();
  await earn().getByRole('button', { name: 'Edit' }).click();
  await expectAccessible(page);
  await page.getByText('Text', { exact: true }).click();
  await expect(page.getByRole('textbox', { name: 'The program as text' })).toBeVisible();
  await expectAccessible(page);
});

test('examples, changes and versions can be read and used by everybody', async () => {
  test.slow();
  await openProgram();
  for (const tab of ['Examples', 'Changes', 'Versions']) {
    await page.getByRole('tab', { name: tab }).click();
    await expect(page.getByRole('tabpanel', { name: tab })).toBeVisible();
    await expectAccessible(page);
  }
});

test('a back-test says what the draft would have meant on the purchases there were', async ({ request }) => {
  test.slow();
  const headers = { Authorization: `Bearer ${shop.key}` };
  const send = (path: string, data: object) => request.post(`${shop.url}/v1/${path}`, { data, headers });
  await send('members', { id: 'customer-1', email: 'member@example.com', name: 'First Customer' });
  const member = { email: 'member@example.com' };
  const lines = [{ sku: 'A1', total: 10_000 }];
  expect((await send('purchases', { id: 'receipt-1', member, currency: 'GBP', lines })).status()).toBe(201);

  await openProgram();
  await earn().getByRole('button', { name: 'Edit' }).click();
  await earn().getByRole('textbox', { name: 'Points', exact: true }).fill('2');
  await page.getByRole('tab', { name: 'Back-test' }).click();
  await page.getByRole('button', { name: 'Start the back-test' }).click();
  const result = page.locator('[data-back-test="done"]');
  await expect(result.getByText('1 earn more, 0 less, 0 the same')).toBeVisible({ timeout: 30_000 });
  await expect(result.getByText('100 → 200')).toBeVisible();
  await expect(result.getByText('First Customer')).toBeVisible();
  await expectAccessible(page);
});

test('a draft is published: the difference in sentences, then a version that says who and why', async () => {
  await openProgram();
  await earn().getByRole('button', { name: 'Edit' }).click();
  await earn().getByRole('textbox', { name: 'Points', exact: true }).fill('2');
  await page.getByRole('tab', { name: 'Changes' }).click();
  const change = page.locator('[data-change="changed"]');
  await expect(change.locator('del')).toContainText('earns 1 point');
  await expect(change.locator('ins')).toContainText('earns 2 points');

  await page.getByRole('button', { name: 'Publish…' }).click();
  await page.getByLabel('Note').fill('Twice as many');
  await page.getByRole('button', { name: 'Publish', exact: true }).click();
  const version = page.locator('[data-version="2"]');
  await expect(version.getByText('Twice as many')).toBeVisible();
  await expect(version.getByText('by First Owner')).toBeVisible();
});
