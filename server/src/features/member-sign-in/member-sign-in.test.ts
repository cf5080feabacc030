import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import { after, before, test } from 'node:test';
import { type Client, createClient, ProblemError } from '@trofast/sdk';
import { type Browser, openBrowser, openOwner } from '../../testing/browser.ts';
import { openShop, type Shop, truthfulFetch } from '../../testing.ts';

let shop: Shop;
let owner: Browser;
let key: Client;
let memberId: string;
before(async () => {
  shop = await openShop();
  owner = await openOwner(shop);
  key = createClient({ url: shop.url, key: shop.key, fetch: truthfulFetch });
  memberId = (await key.enrolMember({ id: 'first', email: 'member@example.com', externalId: 'customer-1' })).id;
});
after(async () => await shop.close());

const program = 'corner-shop';

async function codeOf(work: Promise<unknown>): Promise<string> {
  try {
    await work;
    return 'ok';
  } catch (error) {
    if (error instanceof ProblemError) return error.problem.code;
    throw error;
  }
}

/** Asks for a code and waits for it: the shop's own mailbox has it where there is no SMTP server. */
async function codeFor(email: string): Promise<string> {
  const mine = async () => (await owner.client(program).listMailbox()).items.filter(({ to }) => to === email);
  const before = new Set((await mine()).map(({ id }) => id));
  await openBrowser(shop.url).client(program).sendMemberCode({ email });
  for (let tries = 0; tries < 100; tries += 1) {
    const row = (await mine()).find(({ id }) => !before.has(id));
    const { text = '' } = row ? await owner.client(program).getMessage({ messageId: row.id }) : {};
    const code = /\b\d{6}\b/.exec(text)?.[0];
    if (code !== undefined) return code;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  throw new Error('No code came');
}

let members = 0;

/** A new member, so that no test uses up the tries of another. */
async function enrol(): Promise<{ readonly email: string; readonly id: string }> {
  members += 1;
  const email = `member-${members}@example.com`;
  return { email, id: (await key.enrolMember({ id: email, email })).id };
}

async function signIn(email: string): Promise<Browser> {
  const browser = openBrowser(shop.url);
  await browser.client(program).signInMember({ email, code: await codeFor(email) });
  return browser;
}

test('the answer does not tell whether an address is a member’s, and no code goes to a stranger', async () => {
  const client = openBrowser(shop.url).client(program);
  const known = await client.exchange('sendMemberCode', { email: 'member@example.com' });
  const unknown = await client.exchange('sendMemberCode', { email: 'stranger@example.com' });
  assert.ok(known.ok && unknown.ok);
  assert.deepEqual([known.output.digits, known.status], [unknown.output.digits, unknown.status]);
  assert.match(await codeFor('member@example.com'), /^\d{6}$/);
  assert.ok((await owner.client(program).listMailbox()).items.every(({ to }) => to !== 'stranger@example.com'));
  assert.equal(await codeOf(client.signInMember({ email: 'stranger@example.com', code: '123456' })), 'code_wrong');
});

test('a code signs in once, and the session says which member it is and nothing else', async () => {
  const browser = openBrowser(shop.url);
  const client = browser.client(program);
  assert.deepEqual(await client.getMemberSession(), { passkeys: 0 });
  const code = await codeFor('member@example.com');
  assert.deepEqual(await client.signInMember({ email: 'Member@Example.com', code }), { memberId, passkeys: 0 });
  assert.deepEqual(await client.getMemberSession(), { memberId, passkeys: 0 });
  const [, cookie = ''] = [...browser.cookies].find(([name]) => name.includes('session_token')) ?? [];
  assert.match(cookie, /HttpOnly/i);
  const again = openBrowser(shop.url).client(program).signInMember({ email: 'member@example.com', code });
  assert.equal(await codeOf(again), 'code_wrong');
});

test('three wrong guesses end a code, and the right one comes too late', async () => {
  await key.enrolMember({ id: 'guessed', email: 'guessed@example.com' });
  const client = openBrowser(shop.url).client(program);
  const email = 'guessed@example.com';
  const code = await codeFor(email);
  const wrong = code === '000000' ? '000001' : '000000';
  for (let tries = 0; tries < 3; tries += 1) {
    assert.equal(await codeOf(client.signInMember({ email, code: wrong })), 'code_wrong');
  }
  assert.equal(await codeOf(client.signInMember({ email, code })), 'code_wrong');
});

test('codes for one address are limited, a member’s or not', async () => {
  const client = openBrowser(shop.url).client(program);
  for (const email of ['often@example.com', 'guessed@example.com']) {
    let answer = 'ok';
    for (let times = 0; times < 6 && answer === 'ok'; times += 1)
      answer = await codeOf(client.sendMemberCode({ email }));
    assert.equal(answer, 'rate_limited', email);
  }
});

test('a member’s session opens nothing but what is their own', async () => {
  const { email, id } = await enrol();
  const client = (await signIn(email)).client(program);
  assert.equal(await codeOf(client.getMember({ memberId: id })), 'unauthenticated');
  assert.equal(await codeOf(client.listStaff()), 'unauthenticated');
  assert.equal(await codeOf(client.recordPurchase({ member: { id }, currency: 'GBP', lines: [] })), 'unauthenticated');
});

test('a session of one program is none in another, even with its cookie renamed', async () => {
  await shop.openProgram('other-shop');
  const browser = await signIn((await enrol()).email);
  assert.deepEqual(await browser.client('other-shop').getMemberSession(), { passkeys: 0 });
  const forged = openBrowser(shop.url);
  for (const [name, value] of browser.cookies) {
    (forged.cookies as Map<string, string>).set(name.replace(program, 'other-shop'), value);
  }
  assert.deepEqual(await forged.client('other-shop').getMemberSession(), { passkeys: 0 });
});

test('signing out ends the session; everywhere ends all of them', async () => {
  const { email, id } = await enrol();
  const [first, second] = [await signIn(email), await signIn(email)];
  assert.equal(
    await codeOf(openBrowser(shop.url, 'https://evil.example').client(program).signOutMember({})),
    'unauthenticated',
  );
  const copied = new Map(first.cookies);
  await first.client(program).signOutMember({});
  const stolen = openBrowser(shop.url);
  for (const [name, value] of copied) (stolen.cookies as Map<string, string>).set(name, value);
  assert.deepEqual(await stolen.client(program).getMemberSession(), { passkeys: 0 });
  assert.equal((await second.client(program).getMemberSession()).memberId, id);
  const third = await signIn(email);
  await third.client(program).signOutMember({ everywhere: true });
  assert.deepEqual(await second.client(program).getMemberSession(), { passkeys: 0 });
});

function token(secret: string, claims: object): string {
  const text = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const signed = `${text({ alg: 'HS256', typ: 'JWT' })}.${text(claims)}`;
  return `${signed}.${createHmac('sha256', secret).update(signed).digest('base64url')}`;
}

test('the shop’s own site hands a member over, once, with a token that it signed', async () => {
  const client = openBrowser(shop.url).client(program);
  const soon = () => Math.floor(Date.now() / 1000) + 60;
  const claims = { external_id: 'customer-1', aud: program, jti: 'a', exp: soon() };
  assert.equal(await codeOf(client.handOverMember({ token: token('none', claims) })), 'hand_over_invalid');
  const { secret } = await owner.client(program).createHandOverSecret({ programId: program });
  const refused: readonly (readonly [string, string])[] = [
    ['another secret', token('another secret', claims)],
    ['another program', token(secret, { ...claims, aud: 'other-shop' })],
    ['expired', token(secret, { ...claims, exp: soon() - 200 })],
    ['too long', token(secret, { ...claims, exp: soon() + 3600 })],
    ['nobody', token(secret, { aud: program, jti: 'b', exp: soon() })],
    ['a stranger', token(secret, { ...claims, external_id: 'customer-2', jti: 'c' })],
    ['unsigned', token(secret, claims).replace(/^[^.]+/, Buffer.from('{"alg":"none"}').toString('base64url'))],
  ];
  for (const [what, given] of refused) {
    assert.equal(await codeOf(client.handOverMember({ token: given })), 'hand_over_invalid', what);
  }
  const right = token(secret, claims);
  assert.equal((await client.handOverMember({ token: right })).memberId, memberId);
  assert.equal((await client.getMemberSession()).memberId, memberId);
  assert.equal(await codeOf(client.handOverMember({ token: right })), 'hand_over_invalid');
});

test('what the library keeps names nobody', async () => {
  const { rows } = await shop.database.query<{ email: string; name: string }>('select email, name from member_user');
  assert.ok(rows.length > 0);
  for (const { email, name } of rows) assert.doesNotMatch(`${email} ${name}`, /example\.com/);
});
