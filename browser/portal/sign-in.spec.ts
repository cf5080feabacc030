import { expect, test } from '@playwright/test';
import { createClient } from '@trofast/sdk';
import { startShop } from '../shop.ts';
import { becomeOwner, newestCode } from './portal.ts';

test.use({ viewport: { width: 390, height: 844 } });

test('a member signs in with the code that was sent, and with a passkey the next time', async ({ page, request }) => {
  const shop = await startShop();
  try {
    const client = createClient({ url: shop.url, key: shop.key });
    await client.enrolMember({ id: 'member', name: 'First Customer', email: 'member@example.com' });
    await becomeOwner(request, shop);

    const address = shop.url.replace('127.0.0.1', 'localhost');
    await page.goto(`${address}/portal/${shop.program}`);
    await page.getByLabel('E-mail').fill('member@example.com');
    await page.getByRole('button', { name: 'Send me a code' }).click();
    await expect(page.getByLabel('Code')).toBeFocused();
    await page.getByLabel('Code').fill('000000');
    await expect(page.getByRole('alert')).toBeVisible();
    await page.getByLabel('Code').fill(await newestCode(request, shop));
    await expect(page.getByTestId('balance')).toHaveText('0');

    const devtools = await page.context().newCDPSession(page);
    await devtools.send('WebAuthn.enable');
    await devtools.send('WebAuthn.addVirtualAuthenticator', {
      options: {
        protocol: 'ctap2',
        transport: 'internal',
        hasResidentKey: true,
        hasUserVerification: true,
        isUserVerified: true,
        automaticPresenceSimulation: true,
      },
    });
    await page.getByRole('link', { name: 'More', exact: true }).click();
    await page.getByRole('link', { name: 'Profile' }).click();
    await page.getByRole('button', { name: 'Add a passkey' }).click();
    await expect(page.getByRole('button', { name: 'Remove' })).toBeVisible();
    await page.getByRole('link', { name: 'More', exact: true }).first().click();
    await page.getByRole('button', { name: 'Sign out' }).click();
    await page.getByRole('button', { name: 'Sign in with a passkey' }).click();
    await expect(page.getByTestId('balance')).toHaveText('0');
  } finally {
    await shop.close();
  }
});
