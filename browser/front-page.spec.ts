import { expect } from '@playwright/test';
import { expectAccessible } from './expect-accessible.ts';
import { test } from './shop.ts';

test('/ leads to each of the faces', async ({ page }) => {
  for (const face of ['Console', 'Portal', 'Till']) {
    await page.goto('/');
    await page.getByRole('link', { name: new RegExp(`^${face}`) }).click();
    await expect(page).toHaveURL(new RegExp(`/${face.toLowerCase()}/`));
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  }
});

test('/ can be read by everybody', async ({ page }) => {
  await page.goto('/');
  await expectAccessible(page);
});

test('no face asks another host, and nothing breaks its policy', async ({ page, baseURL }) => {
  const strangers: string[] = [];
  const complaints: string[] = [];
  page.on('request', (request) => {
    if (!request.url().startsWith(baseURL ?? '') && !request.url().startsWith('data:')) strangers.push(request.url());
  });
  page.on('console', (message) => {
    if (/Content Security Policy/.test(message.text())) complaints.push(message.text());
  });
  for (const face of ['console', 'portal', 'till']) {
    await page.goto(`/${face}/`);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  }
  expect(strangers).toEqual([]);
  expect(complaints).toEqual([]);
});
