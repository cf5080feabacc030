import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { type Client, createClient } from '@trofast/sdk';
import { type Browser, openBrowser, openOwner } from '../../testing/browser.ts';
import { openShop, type Shop, truthfulFetch } from '../../testing.ts';

const program = 'corner-shop';
let shop: Shop;
let browser: Browser;
let owner: Client;
let key: Client;
let memberId: string;
before(async () => {
  shop = await openShop();
  browser = await openOwner(shop);
  owner = browser.client(program);
  key = createClient({ url: shop.url, key: shop.key, fetch: truthfulFetch });
  memberId = (await key.enrolMember({ id: 'first', email: 'member@example.com', name: 'First Customer' })).id;
});
after(async () => await shop.close());

const newest = async (query: Parameters<Client['listAudit']>[0] = {}) => (await owner.listAudit(query)).items;

test('a look at a member is written down, with who looked and at whom, by whatever way they were found', async () => {
  await owner.getMember({ memberId });
  await owner.findMember({ email: 'member@example.com' });
  await owner.getBalance({ memberId });
  const rows = await newest({ memberId, looks: true });
  assert.deepEqual(
    rows.map(({ operation, name, kind, outcome }) => [operation, name, kind, outcome]),
    ['getBalance', 'findMember', 'getMember'].map((operation) => [operation, 'First Owner', 'staff', 'ok']),
  );
  assert.equal(rows[0]?.actor, `staff:${(await owner.getStaffSession()).staff?.id}`);
});

test('what staff and tills write is in the log, and so is what they were refused', async () => {
  await owner.changeMember({ id: 'c', memberId, name: 'Another Name' });
  await owner.exchange('getMember', { memberId: 'nobody00nobody00-1' });
  const { pairing } = await owner.createTill({ name: 'Till 1', store: 'main' });
  const till = openBrowser(shop.url);
  await till.client().pairTill({ code: pairing.code });
  await till
    .client()
    .recordPurchase({ id: 'p', member: { id: memberId }, currency: 'GBP', lines: [{ sku: 'MUG', total: 1999 }] });
  const rows = await newest();
  const found = (operation: string) => rows.find((row) => row.operation === operation);
  assert.deepEqual([found('recordPurchase')?.kind, found('recordPurchase')?.memberId], ['till', memberId]);
  assert.equal(found('recordPurchase')?.name, 'Till 1');
  assert.equal(found('getMember')?.outcome, 'unknown_member');
  assert.equal(found('changeMember')?.isLook, false);
  assert.ok(found('createTill'));
});

test('what was sent is not kept, and nobody is named but who acted', async () => {
  const { rows } = await shop.database.query<{ row: string }>('select audit_entry::text as row from audit_entry');
  for (const { row } of rows) assert.doesNotMatch(row, /example\.com|Customer|Another Name|MUG/);
});

test('a key that records purchases fills the book, not the log; what leaves no event is in the log', async () => {
  await key.recordPurchase({
    id: 'q',
    member: { id: memberId },
    currency: 'GBP',
    lines: [{ sku: 'MUG', total: 1999 }],
  });
  const { id } = await owner.createKey({ programId: program, name: 'short-lived' });
  await key.revokeKey({ programId: program, keyId: id });
  const rows = await newest({ kind: 'key' });
  assert.deepEqual(
    rows.map(({ operation }) => operation),
    ['revokeKey'],
  );
});

test('the log is read page by page and by who, what and when', async () => {
  const all = await newest();
  const pages: string[] = [];
  let cursor: string | undefined;
  do {
    const page = await owner.listAudit({ limit: 3, ...(cursor === undefined ? {} : { cursor }) });
    pages.push(...page.items.map(({ id }) => id));
    cursor = page.next;
  } while (cursor !== undefined);
  assert.deepEqual(
    pages,
    all.map(({ id }) => id),
  );
  assert.ok((await newest({ operation: 'getMember' })).every(({ operation }) => operation === 'getMember'));
  assert.deepEqual(await newest({ until: '2020-01-01T00:00:00Z' }), []);
  assert.deepEqual(await newest({ actor: 'staff:nobody' }), []);
});

test('the log of one program says nothing of another', async () => {
  await shop.openProgram('other-shop');
  assert.deepEqual((await browser.client('other-shop').listAudit()).items, []);
});
