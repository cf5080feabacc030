import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { ROLE_SCOPES, ROLES, type Role } from '@trofast/contract';
import { ProblemError } from '@trofast/sdk';
import { type Browser, openBrowser, openOwner, ownerPassword, post, tokenOf } from '../../testing/browser.ts';
import { openShop, type Shop } from '../../testing.ts';

let shop: Shop;
let owner: Browser;
before(async () => {
  shop = await openShop();
});
after(async () => await shop.close());

const program = 'corner-shop';
const password = 'another quite long sentence';

async function codeOf(work: Promise<unknown>): Promise<string> {
  try {
    await work;
    return 'ok';
  } catch (error) {
    if (error instanceof ProblemError) return error.problem.code;
    throw error;
  }
}

async function join(email: string, role: Role): Promise<Browser> {
  const { link } = await owner.client(program).inviteStaff({ email, role });
  const browser = openBrowser(shop.url);
  await browser.client().acceptInvitation({ token: tokenOf(link), name: `A ${role}`, password });
  return browser;
}

test('a wrong link makes no owner, the right one does so once and signs in', async () => {
  const browser = openBrowser(shop.url);
  const person = { name: 'First Owner', email: 'owner@example.com', password: ownerPassword };
  assert.equal((await browser.client().getStaffSession()).needsOwner, true);
  assert.equal(await codeOf(browser.client().redeemWelcome({ token: 'x'.repeat(43), ...person })), 'link_invalid');
  const short = { token: tokenOf(shop.welcomeLink), ...person, password: 'short' };
  assert.equal(await codeOf(browser.client().redeemWelcome(short)), 'malformed');

  owner = await openOwner(shop);
  const session = await owner.client().getStaffSession();
  assert.deepEqual(
    session.organisations.map(({ role, programs }) => [role, programs.map(({ id }) => id)]),
    [['owner', [program]]],
  );
  const again = { token: tokenOf(shop.welcomeLink), ...person, email: 'thief@example.com' };
  assert.equal(await codeOf(browser.client().redeemWelcome(again)), 'link_invalid');
});

test('a session is a cookie that no script reads and no other site sends', () => {
  const [, value = ''] = [...owner.cookies].find(([name]) => name.includes('session_token')) ?? [];
  assert.match(value, /HttpOnly/i);
  assert.match(value, /SameSite=Lax/i);
});

test('another site cannot use the session, and a page that does not say where it comes from cannot either', async () => {
  const elsewhere = openBrowser(shop.url, 'https://evil.example');
  for (const [name, value] of owner.cookies) (elsewhere.cookies as Map<string, string>).set(name, value);
  assert.equal(await codeOf(elsewhere.client(program).changeProfile({ name: 'Taken' })), 'origin_refused');
  const cookie = [...owner.cookies].map(([name, value]) => `${name}=${value.split(';')[0]}`).join('; ');
  const silent = await fetch(`${shop.url}/v1/staff/me`, {
    method: 'PATCH',
    headers: { Cookie: cookie, 'Content-Type': 'application/json' },
    body: '{"name":"Taken"}',
  });
  assert.equal(silent.status, 403);
  assert.equal((await owner.client().getStaffSession()).staff?.name, 'First Owner');
});

test('staff say which program they mean, and of one that is not theirs they learn nothing', async () => {
  await shop.openProgram('other-shop');
  assert.equal(await codeOf(owner.client().listStaff()), 'program_needed');
  assert.equal(await codeOf(owner.client('nowhere').listKeys({ programId: 'nowhere' })), 'scope_missing');
  assert.equal(await codeOf(owner.client(program).listKeys({ programId: 'other-shop' })), 'unknown_program');
});

test('a guessed password is refused, and guessing ends', async () => {
  const browser = openBrowser(shop.url);
  const guess = async () =>
    (
      await post(browser, `${shop.url}/auth/staff/sign-in/email`, {
        email: 'guessed@example.com',
        password: 'a wrong guess',
      })
    ).status;
  for (let tries = 0; tries < 10; tries += 1) assert.equal(await guess(), 401);
  assert.equal(await guess(), 429);
  const right = await post(browser, `${shop.url}/auth/staff/sign-in/email`, {
    email: 'owner@example.com',
    password: ownerPassword,
  });
  assert.equal(right.status, 200);
  assert.equal((await browser.client().getStaffSession()).staff?.name, 'First Owner');
});

test('nobody signs up, and nothing of the sign-in library answers but what a page needs', async () => {
  const browser = openBrowser(shop.url);
  const person = { name: 'Thief', email: 'thief@example.com', password };
  for (const path of ['sign-up/email', 'update-user', 'delete-user', 'change-email', 'list-sessions']) {
    assert.equal((await post(browser, `${shop.url}/auth/staff/${path}`, person)).status, 404, path);
  }
});

test('an invitation works once, and a person with an account must sign in to accept another', async () => {
  const { link } = await owner.client(program).inviteStaff({ email: 'colleague@example.com', role: 'service' });
  const token = tokenOf(link);
  const browser = openBrowser(shop.url);
  assert.equal((await browser.client().openInvitation({ token })).hasAccount, false);
  assert.equal(await codeOf(browser.client().acceptInvitation({ token })), 'malformed');
  const session = await browser.client().acceptInvitation({ token, name: 'A Colleague', password });
  assert.deepEqual([session.staff?.name, session.organisations[0]?.role], ['A Colleague', 'service']);
  assert.equal(await codeOf(browser.client().acceptInvitation({ token, name: 'X', password })), 'link_invalid');
  assert.equal(
    await codeOf(owner.client(program).inviteStaff({ email: 'Colleague@example.com', role: 'owner' })),
    'already_staff',
  );

  const staffId = session.staff?.id ?? '';
  await owner.client(program).removeStaff({ staffId });
  const again = tokenOf(
    (await owner.client(program).inviteStaff({ email: 'colleague@example.com', role: 'till' })).link,
  );
  assert.equal(await codeOf(openBrowser(shop.url).client().acceptInvitation({ token: again })), 'sign_in_first');
  assert.equal((await browser.client().acceptInvitation({ token: again })).organisations[0]?.role, 'till');
  await owner.client(program).removeStaff({ staffId });
});

test('the last owner can be neither removed nor made less', async () => {
  const staffId = (await owner.client().getStaffSession()).staff?.id ?? '';
  assert.equal(await codeOf(owner.client(program).removeStaff({ staffId })), 'last_owner');
  assert.equal(await codeOf(owner.client(program).changeRole({ staffId, role: 'manager' })), 'last_owner');
  assert.equal(await codeOf(owner.client(program).changeRole({ staffId: 'nobody', role: 'manager' })), 'unknown_staff');
});

test('a role may do what the table says, from the next request on', async () => {
  const browser = await join('changing@example.com', 'read_only');
  const client = browser.client(program);
  const staffId = (await client.getStaffSession()).staff?.id ?? '';
  assert.equal(await codeOf(client.enrolMember({ id: 'a' })), 'scope_missing');
  await owner.client(program).changeRole({ staffId, role: 'service' });
  assert.equal(await codeOf(client.enrolMember({ id: 'a' })), 'ok');
  assert.equal(await codeOf(client.listStaff()), 'scope_missing');
  await owner.client(program).removeStaff({ staffId });
  assert.equal(await codeOf(client.enrolMember({ id: 'b' })), 'scope_missing');
});

test('nobody but an owner hands out roles or keys, and only a person may', () => {
  for (const role of ROLES) {
    assert.equal(ROLE_SCOPES[role].has('staff:write'), role === 'owner', role);
    assert.equal(ROLE_SCOPES[role].has('keys:write'), role === 'owner', role);
    assert.ok(!ROLE_SCOPES[role].has('self') && !ROLE_SCOPES[role].has('till'), role);
  }
});

test('one ends a session of one’s own and nobody else’s', async () => {
  const browser = await join('sessions@example.com', 'marketer');
  const second = openBrowser(shop.url);
  await post(second, `${shop.url}/auth/staff/sign-in/email`, { email: 'sessions@example.com', password });
  const [first, other] = (await browser.client().listSessions()).items.toSorted((a) => (a.isThis ? -1 : 1));
  assert.ok(first?.isThis && other && !other.isThis);
  assert.equal(await codeOf(owner.client().endSession({ sessionId: other.id })), 'unknown_session');
  await browser.client().endSession({ sessionId: other.id });
  assert.equal((await second.client().getStaffSession()).staff, undefined);
});

test('a forgotten password is made anew by a link that only an owner finds in the mailbox', async () => {
  const manager = await join('manager@example.com', 'manager');
  await post(openBrowser(shop.url), `${shop.url}/auth/staff/request-password-reset`, { email: 'manager@example.com' });
  assert.ok((await manager.client(program).listMailbox()).items.every(({ purpose }) => purpose !== 'password_reset'));
  const [row] = (await owner.client(program).listMailbox()).items.filter(({ purpose }) => purpose === 'password_reset');
  const { text = '' } = await owner.client(program).getMessage({ messageId: row?.id ?? '' });
  const token = /new-password#(\S+)/.exec(text)?.[1];
  const answer = await post(openBrowser(shop.url), `${shop.url}/auth/staff/reset-password`, {
    token,
    newPassword: 'a third and newer sentence',
  });
  assert.equal(answer.status, 200);
  assert.equal((await manager.client().getStaffSession()).staff, undefined, 'the old sessions have ended');
});
