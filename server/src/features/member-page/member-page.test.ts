import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { SCOPES } from '@trofast/contract';
import { type Client, createClient } from '@trofast/sdk';
import { openShop, type Shop, truthfulFetch } from '../../testing.ts';

let shop: Shop;
let client: Client;
let colleague: Client;
let memberId: string;
const codeOf = async (answer: ReturnType<Client['exchange']>) => {
  const given = await answer;
  return given.ok ? 'ok' : given.problem.code;
};
before(async () => {
  shop = await openShop();
  client = createClient({ url: shop.url, key: shop.key, fetch: truthfulFetch });
  colleague = createClient({ url: shop.url, key: await shop.keyOf(shop.program, SCOPES), fetch: truthfulFetch });
  memberId = (await client.enrolMember({ id: 'a', name: 'First Customer', email: 'member@example.com' })).id;
  await client.recordPurchase({
    id: 'r-1',
    member: { id: memberId },
    currency: 'GBP',
    lines: [
      { sku: 'MUG', quantity: 2, total: 20_000 },
      { sku: 'TEA', total: 1_000 },
    ],
  });
});
after(async () => await shop.close());

test('a page of nobody, and of who was erased, is refused', async () => {
  assert.equal(await codeOf(client.exchange('getMemberPage', { memberId: 'nobody00nobody00-1' })), 'unknown_member');
  const { id } = await client.enrolMember({ id: 'gone', name: 'Gone Person' });
  await client.addNote({ memberId: id, text: 'a note' });
  await client.eraseMember({ memberId: id });
  for (const name of ['getMemberPage', 'listTimeline', 'exportMember', 'listNotes'] as const) {
    assert.equal(await codeOf(client.exchange(name, { memberId: id })), 'member_erased', name);
  }
});

test('the page says who, what they have, and what the program gave and cost', async () => {
  await client.redeemReward({ id: 'c-1', member: { id: memberId }, reward: 'coffee' });
  const [voucher] = (await client.listVouchers({ memberId })).items;
  await client.recordPurchase({
    id: 'r-2',
    member: { id: memberId },
    currency: 'GBP',
    lines: [{ sku: 'MUG', total: 1_000 }],
    vouchers: [voucher?.code ?? ''],
  });
  await client.recordReturn({
    id: 'x-1',
    member: { id: memberId },
    purchase: { key: 'r-1' },
    lines: [{ sku: 'TEA', quantity: 1 }],
  });
  const page = await client.getMemberPage({ memberId });
  assert.equal(page.member.name, 'First Customer');
  assert.equal(page.balances.points?.available, '157');
  assert.deepEqual(
    page.standings.map(({ level, next }) => [level, next?.level]),
    [['basic', 'plus']],
  );
  assert.deepEqual(page.totals.points, [{ currency: 'points', earned: '217', spent: '50', expired: '0' }]);
  assert.deepEqual(page.totals.money, [
    {
      ...{ currency: 'GBP', purchases: 22_000, returned: 1_000, vouchers: 300, discounts: 0, gifts: 0, fees: 0 },
      gave: 300,
    },
  ]);
  assert.deepEqual([page.totals.purchases, page.totals.returns, page.totals.lastPurchase], [2, 1, '2026-01-05']);
});

test('the timeline tells each event with its money, newest first, a page at a time', async () => {
  const { items, next } = await client.listTimeline({ memberId, limit: 2 });
  assert.deepEqual(
    items.map(({ kind, money }) => [kind, money?.amount]),
    [
      ['return', -1_000],
      ['purchase', 700],
    ],
  );
  const rest = await client.listTimeline({ memberId, cursor: next ?? '' });
  assert.deepEqual(
    rest.items.map(({ kind }) => kind),
    ['redemption', 'purchase', 'enrolment'],
  );
  assert.ok(rest.items[1]?.sentences.length);
});

test('an export has what is personal, and notes without who wrote them', async () => {
  await client.addNote({ memberId, text: 'prefers tea' });
  const all = await client.exportMember({ memberId });
  assert.equal(all.events.at(-1)?.personal?.email ?? all.member.email, 'member@example.com');
  assert.deepEqual(
    all.notes.map(({ text }) => text),
    ['prefers tea'],
  );
  assert.equal(all.events.length, 5);
});

test('only who wrote a note deletes it', async () => {
  const { id, isOwn } = await client.addNote({ memberId, text: 'call back' });
  assert.ok(isOwn);
  assert.equal(await codeOf(colleague.exchange('deleteNote', { memberId, noteId: id })), 'not_yours');
  await client.deleteNote({ memberId, noteId: id });
  assert.equal(await codeOf(client.exchange('deleteNote', { memberId, noteId: id })), 'unknown_note');
});

test('a correction within the limit is recorded at once, above it a colleague must accept', async () => {
  const before = Number((await client.getBalance({ memberId })).balances.points?.available);
  const small = await client.askCorrection({ memberId, id: 'k-1', amount: 100, reason: 'a late parcel' });
  assert.equal(small.outcome?.kind, 'correction');

  const asked = { memberId, id: 'k-2', amount: 101, reason: 'a lost parcel' };
  const { approval, outcome } = await client.askCorrection(asked);
  assert.deepEqual([outcome, approval?.state, approval?.isOwn], [undefined, 'waiting', true]);
  assert.equal((await client.askCorrection(asked)).approval?.id, approval?.id);
  assert.equal(await codeOf(client.exchange('askCorrection', { ...asked, amount: 500 })), 'key_reused');
  assert.equal((await client.getMemberPage({ memberId })).waiting, 1);

  const approvalId = approval?.id ?? '';
  assert.equal(await codeOf(client.exchange('acceptApproval', { approvalId })), 'own_request');
  const accepted = await colleague.acceptApproval({ approvalId, comment: 'seen' });
  assert.deepEqual([accepted.approval.state, accepted.outcome.kind], ['accepted', 'correction']);
  assert.equal(await codeOf(colleague.exchange('declineApproval', { approvalId })), 'already_answered');
  assert.equal(Number((await client.getBalance({ memberId })).balances.points?.available), before + 201);
  const [newest] = (await client.listTimeline({ memberId, limit: 1 })).items;
  assert.ok(newest?.approvedBy);
});

test('the settings may ask for a colleague earlier than the program does, and a declined request records nothing', async () => {
  await client.changeSettings({ approvalAbove: 10 });
  const { approval } = await client.askCorrection({ memberId, id: 'k-3', amount: -11, reason: 'a mistake' });
  const declined = await colleague.declineApproval({ approvalId: approval?.id ?? '' });
  assert.equal(declined.state, 'declined');
  const { items } = await client.listApprovals({ state: 'declined' });
  assert.deepEqual(
    items.map(({ amount, eventId }) => [amount, eventId]),
    [['-11', undefined]],
  );
  assert.equal(await codeOf(colleague.exchange('acceptApproval', { approvalId: 'x' })), 'unknown_approval');
});
