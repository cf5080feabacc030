import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import { after, before, test } from 'node:test';
import { createClient } from '@trofast/sdk';
import { openAuthenticator } from '../../testing/authenticator.ts';
import { type Browser, openBrowser, openOwner, ownerPassword, post } from '../../testing/browser.ts';
import { openShop, type Shop, truthfulFetch } from '../../testing.ts';

const program = 'corner-shop';
const email = 'owner@example.com';
let shop: Shop;
let owner: Browser;
let auth: string;
before(async () => {
  shop = await openShop();
  owner = await openOwner(shop);
  auth = `${shop.url}/auth/staff`;
});
after(async () => await shop.close());

/** What an authenticator app shows (RFC 6238: SHA-1, six digits, thirty seconds). */
function codeNow(uri: string): string {
  const letters = new URL(uri).searchParams.get('secret') ?? '';
  const bits = [...letters]
    .map((letter) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(letter).toString(2).padStart(5, '0'))
    .join('');
  const key = Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)));
  const step = Buffer.alloc(8);
  step.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 30_000)));
  const mac = createHmac('sha1', key).update(step).digest();
  const offset = (mac.at(-1) ?? 0) & 15;
  return ((mac.readUInt32BE(offset) & 0x7fffffff) % 1_000_000).toString().padStart(6, '0');
}

const passwordSignIn = async (browser: Browser) =>
  await post(browser, `${auth}/sign-in/email`, { email, password: ownerPassword });
const isSignedIn = async (browser: Browser) => (await browser.client().getStaffSession()).staff !== undefined;

test('with a passkey one signs in without a password, and only with one’s own', async () => {
  const authenticator = openAuthenticator(shop.url);
  const options = await (await owner.fetch(`${auth}/passkey/generate-register-options`)).json();
  const added = await post(owner, `${auth}/passkey/verify-registration`, {
    response: authenticator.register(options),
    name: 'Phone',
  });
  assert.equal(added.status, 200);
  assert.equal((await owner.client().getStaffSession()).staff?.passkeys, 1);

  const prove = async (browser: Browser, with_: typeof authenticator) => {
    const asked = await (await browser.fetch(`${auth}/passkey/generate-authenticate-options`)).json();
    return await post(browser, `${auth}/passkey/verify-authentication`, { response: with_.prove(asked) });
  };
  const stranger = openBrowser(shop.url);
  assert.ok((await prove(stranger, openAuthenticator(shop.url))).status >= 400);
  assert.equal(await isSignedIn(stranger), false);
  const browser = openBrowser(shop.url);
  assert.equal((await prove(browser, authenticator)).status, 200);
  assert.equal(await isSignedIn(browser), true);
});

test('a member signs in with a passkey to the program that it was made in, and to no other', async () => {
  const key = createClient({ url: shop.url, key: shop.key, fetch: truthfulFetch });
  const { id } = await key.enrolMember({ id: 'm', email: 'member@example.com' });
  await shop.openProgram('other-shop');
  const browser = openBrowser(shop.url);
  const { secret } = await owner.client(program).createHandOverSecret({ programId: program });
  const claims = { sub: id, aud: program, jti: 'x', exp: Math.floor(Date.now() / 1000) + 60 };
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const signed = `${part({ alg: 'HS256' })}.${part(claims)}`;
  const token = `${signed}.${createHmac('sha256', secret).update(signed).digest('base64url')}`;
  await browser.client(program).handOverMember({ token });

  const members = `${shop.url}/auth/members/passkey`;
  const ask = async (from: Browser, path: string, of: string) =>
    await (await from.fetch(`${members}/${path}`, { headers: { 'Trofast-Program': of } })).json();
  const authenticator = openAuthenticator(shop.url);
  const options = await ask(browser, 'generate-register-options', program);
  const body = { response: authenticator.register(options), name: 'Phone' };
  assert.equal((await post(browser, `${members}/verify-registration`, body, program)).status, 200);

  for (const [of, signsIn] of [
    ['other-shop', false],
    [program, true],
  ] as const) {
    const other = openBrowser(shop.url);
    const asked = await ask(other, 'generate-authenticate-options', of);
    const answer = await post(other, `${members}/verify-authentication`, { response: authenticator.prove(asked) }, of);
    assert.equal(answer.status === 200, signsIn, of);
    assert.equal((await other.client(of).getMemberSession()).memberId, signsIn ? id : undefined);
  }
  assert.equal(
    (await owner.fetch(`${members}/list-user-passkeys`)).status,
    400,
    'without a program nothing is answered',
  );
});

test('with a second factor the password alone signs nobody in', async () => {
  const enabled = await post(owner, `${auth}/two-factor/enable`, { password: ownerPassword });
  const { totpURI, backupCodes } = (await enabled.json()) as { totpURI: string; backupCodes: string[] };
  assert.equal((await post(owner, `${auth}/two-factor/verify-totp`, { code: codeNow(totpURI) })).status, 200);
  assert.equal((await owner.client().getStaffSession()).staff?.hasTwoFactor, true);

  const browser = openBrowser(shop.url);
  const first = (await (await passwordSignIn(browser)).json()) as { twoFactorRedirect?: boolean };
  assert.equal(first.twoFactorRedirect, true);
  assert.equal(await isSignedIn(browser), false);
  assert.ok((await post(browser, `${auth}/two-factor/verify-totp`, { code: '000000' })).status >= 400);
  assert.equal(await isSignedIn(browser), false);
  assert.equal((await post(browser, `${auth}/two-factor/verify-totp`, { code: codeNow(totpURI) })).status, 200);
  assert.equal(await isSignedIn(browser), true);

  const lost = openBrowser(shop.url);
  await passwordSignIn(lost);
  assert.equal((await post(lost, `${auth}/two-factor/verify-backup-code`, { code: backupCodes[0] })).status, 200);
  assert.equal(await isSignedIn(lost), true);
});
