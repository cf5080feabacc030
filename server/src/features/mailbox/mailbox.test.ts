import assert from 'node:assert/strict';
import { createServer, type Server, type Socket } from 'node:net';
import { after, before, test } from 'node:test';
import { type Client, createClient } from '@trofast/sdk';
import { type Browser, openBrowser, openOwner } from '../../testing/browser.ts';
import { openShop, type Shop, truthfulFetch } from '../../testing.ts';

const program = 'corner-shop';

/** As much of SMTP as one message needs; it refuses whoever is called `refused@…`. */
function answerMail(socket: Socket, received: string[]) {
  let isText = false;
  let text = '';
  const say = (line: string) => socket.write(`${line}\r\n`);
  say('220 test');
  socket.on('data', (data) => {
    for (const line of data.toString().split('\r\n').slice(0, -1)) {
      if (isText && line !== '.') text += `${line}\n`;
      else if (isText) {
        isText = false;
        received.push(text);
        say('250 kept');
      } else if (/^DATA/i.test(line)) {
        isText = true;
        text = '';
        say('354 go on');
      } else if (/^RCPT TO:<refused/i.test(line)) say('550 5.1.1 <refused@example.com> nobody here');
      else say(/^QUIT/i.test(line) ? '221 bye' : '250 yes');
    }
  });
  socket.on('error', () => undefined);
}

let shop: Shop;
let browser: Browser;
let owner: Client;
let smtp: Server;
const received: string[] = [];
before(async () => {
  smtp = createServer((socket) => answerMail(socket, received)).listen(0, '127.0.0.1');
  await new Promise((resolve) => smtp.once('listening', resolve));
  const { port } = smtp.address() as { port: number };
  shop = await openShop({
    smtpUrl: `smtp://127.0.0.1:${port}?ignoreTLS=true`,
    mailFrom: 'The Shop <shop@example.com>',
  });
  browser = await openOwner(shop);
  owner = browser.client(program);
  const key = createClient({ url: shop.url, key: shop.key, fetch: truthfulFetch });
  for (const email of ['member@example.com', 'refused@example.com']) await key.enrolMember({ id: email, email });
});
after(async () => {
  await shop.close();
  smtp.close();
});

/** The message to an address, once it is no longer waiting. */
async function sentTo(email: string) {
  for (let tries = 0; tries < 200; tries += 1) {
    const row = (await owner.listMailbox()).items.find(({ to, state }) => to === email && state !== 'waiting');
    if (row) return await owner.getMessage({ messageId: row.id });
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  throw new Error(`Nothing was sent to ${email}`);
}

test('with an SMTP server a code is sent, and then the mailbox no longer has it', async () => {
  await openBrowser(shop.url).client(program).sendMemberCode({ email: 'member@example.com' });
  const message = await sentTo('member@example.com');
  assert.deepEqual([message.state, message.text, message.subject], ['sent', undefined, 'sign_in_code']);
  assert.equal(received.length, 1);
  assert.match(received[0] ?? '', /From: The Shop <shop@example.com>/);
  const code = /\b(\d{6})\b/.exec(received[0] ?? '')?.[1] ?? '';
  const member = openBrowser(shop.url);
  assert.ok((await member.client(program).signInMember({ email: 'member@example.com', code })).memberId);
});

test('a message that could not be sent is marked with the reason, which names nobody', async () => {
  await openBrowser(shop.url).client(program).sendMemberCode({ email: 'refused@example.com' });
  const message = await sentTo('refused@example.com');
  assert.equal(message.state, 'failed');
  assert.match(message.failure ?? '', /550/);
  assert.doesNotMatch(message.failure ?? '', /@/);
});

test('a code that is ten minutes old signs nobody in', async () => {
  const email = 'member@example.com';
  const before = received.length;
  await openBrowser(shop.url).client(program).sendMemberCode({ email });
  while (received.length === before) await new Promise((resolve) => setTimeout(resolve, 20));
  const code = /\b(\d{6})\b/.exec(received.at(-1) ?? '')?.[1] ?? '';
  await shop.database.query('update member_verification set expires_at = expires_at - $1::interval', ['10 minutes']);
  const answer = await openBrowser(shop.url).client(program).exchange('signInMember', { email, code });
  assert.equal(answer.ok ? 'ok' : answer.problem.code, 'code_wrong');
});

test('an erased person’s messages are gone', async () => {
  await openBrowser(shop.url).client(program).sendMemberCode({ email: 'member@example.com' });
  await sentTo('member@example.com');
  const [member] = (await owner.findMember({ email: 'member@example.com' })).items;
  await owner.eraseMember({ memberId: member?.id ?? '' });
  assert.ok((await owner.listMailbox()).items.every(({ to }) => to !== 'member@example.com'));
  const { rows } = await shop.database.query('select from member_user where member_id = $1', [member?.id]);
  assert.equal(rows.length, 0);
});

test('messages are read page by page, newest first, and of one program no other sees any', async () => {
  const all = (await owner.listMailbox()).items.map(({ id }) => id);
  const first = await owner.listMailbox({ limit: 1 });
  assert.deepEqual([first.items[0]?.id, first.next !== undefined], [all[0], all.length > 1]);
  await shop.openProgram('other-shop');
  const other = (await browser.client('other-shop').listMailbox()).items.filter(
    ({ purpose }) => purpose === 'sign_in_code',
  );
  assert.deepEqual(other, []);
});
