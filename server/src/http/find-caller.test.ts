import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { createClient } from '@trofast/sdk';
import { openBrowser, openOwner, ownerPassword, post, tokenOf } from '../testing/browser.ts';
import { openShop, type Shop, truthfulFetch } from '../testing.ts';

const program = 'corner-shop';
const opened: Shop[] = [];
after(async () => await Promise.all(opened.map(async ({ close }) => await close())));

async function open(options: Parameters<typeof openShop>[0] = {}): Promise<Shop> {
  const shop = await openShop(options);
  opened.push(shop);
  return shop;
}

test('behind a proxy that speaks TLS, the address that the operator says is the one that counts', async () => {
  const origin = 'https://loyalty.example.com';
  const shop = await open({ publicUrl: origin });
  assert.ok(shop.welcomeLink.startsWith(`${origin}/console/welcome#`));
  const browser = openBrowser(shop.url, origin);
  const person = { name: 'First Owner', email: 'owner@example.com', password: ownerPassword };
  await browser.client().redeemWelcome({ token: tokenOf(shop.welcomeLink), ...person });
  assert.match([...browser.cookies.values()].join(), /Secure/i);
  assert.equal((await browser.client().getStaffSession()).staff?.name, 'First Owner');
  await browser.client(program).inviteStaff({ email: 'colleague@example.com', role: 'service' });
  const [row] = (await browser.client(program).listMailbox()).items;
  const { text = '' } = await browser.client(program).getMessage({ messageId: row?.id ?? '' });
  assert.match(text, /https:\/\/loyalty\.example\.com\/console\/invitation#/);

  const elsewhere = openBrowser(shop.url, 'https://loyalty.example.com.evil.example');
  const guess = await post(elsewhere, `${shop.url}/auth/staff/sign-in/email`, {
    email: person.email,
    password: ownerPassword,
  });
  assert.equal(guess.status, 403);
});

test('in a browser that has both, the till’s pages sell as the till and the console’s act as the person', async () => {
  const shop = await open();
  const browser = await openOwner(shop);
  const { pairing } = await browser.client(program).createTill({ name: 'Till 1', store: 'main' });
  await browser.client().pairTill({ code: pairing.code });
  const tillFetch: typeof fetch = async (address, init = {}) => {
    const headers = new Headers(init.headers);
    headers.set('Trofast-Face', 'till');
    return await browser.fetch(address, { ...init, headers });
  };
  const till = createClient({ url: shop.url, program, fetch: tillFetch });
  const { id } = await till.enrolMember({ id: 'a' });
  await browser.client(program).getMember({ memberId: id });
  const { items } = await browser.client(program).listAudit();
  const whoDid = (operation: string) => items.find((row) => row.operation === operation)?.kind;
  assert.deepEqual([whoDid('enrolMember'), whoDid('getMember')], ['till', 'staff']);
});

test('a key counts before any cookie, so that a wrong one is not covered up', async () => {
  const shop = await open();
  const browser = await openOwner(shop);
  const wrong = createClient({ url: shop.url, key: 'trofast_wrong', program, fetch: browser.fetch, retries: 0 });
  const answer = await wrong.exchange('listStaff', {});
  assert.equal(answer.status, 401);
});

test('a program’s name that is none is as good as none', async () => {
  const shop = await open();
  for (const odd of ['a b', '../x', 'X', 'ø'.repeat(3), 'a'.repeat(200)]) {
    const headers = {
      'Trofast-Program': encodeURIComponent(odd).slice(0, 300),
      Cookie: 'trofast_member_x.session_token=1.2',
    };
    const answer = await truthfulFetch(`${shop.url}/auth/members/session`, { headers });
    assert.ok([400, 404].includes(answer.status), odd);
  }
});
