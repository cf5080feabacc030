import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { type Client, createClient } from '@trofast/sdk';
import { openShop, type Shop, shopDocument, truthfulFetch } from '../testing.ts';

let shop: Shop;
let operator: Client;
before(async () => {
  shop = await openShop();
  operator = createClient({ url: shop.url, key: shop.operatorKey, fetch: truthfulFetch });
});
after(async () => await shop.close());

const codeOf = (answer: { readonly ok: boolean }) =>
  'problem' in answer ? (answer.problem as { code: string }).code : 'ok';

test('a document with mistakes is not created, and each mistake is shown where it is', async () => {
  const document = shopDocument('mistaken').replace('points: 1, per', 'point: 1, per');
  const answer = await operator.exchange('createProgram', { body: document });
  assert.ok(!answer.ok);
  assert.equal(answer.problem.code, 'document_invalid');
  const line = document.split('\n').findIndex((text) => text.includes('point: 1')) + 1;
  assert.ok(answer.problem.problems?.some((problem) => problem.line === line && problem.column > 1));
  const checked = await operator.checkDocument({ body: document });
  assert.deepEqual(checked, { valid: false, problems: answer.problem.problems });
  assert.deepEqual(await operator.checkDocument({ body: shopDocument('right') }), { valid: true, problems: [] });
});

test('a program is created, published and in force; before that its members cannot be', async () => {
  const created = await operator.createProgram({
    body: shopDocument('fresh'),
    clock: 'sandbox',
    time: '2026-01-05T09:00:00Z',
  });
  assert.deepEqual(created, {
    id: 'fresh',
    name: 'The Corner Shop',
    clock: { kind: 'sandbox', time: '2026-01-05T09:00:00Z' },
  });
  assert.equal(codeOf(await operator.exchange('createProgram', { body: shopDocument('fresh') })), 'program_exists');
  const { secret } = await operator.createKey({ programId: 'fresh', name: 'shop' });
  const fresh = createClient({ url: shop.url, key: secret, fetch: truthfulFetch });
  assert.equal(codeOf(await fresh.exchange('enrolMember', { id: 'a' })), 'not_published');
  assert.equal(codeOf(await fresh.exchange('explainProgram', { programId: 'fresh' })), 'not_published');

  const version = await fresh.publishVersion({ programId: 'fresh', note: 'first' });
  assert.equal(version.number, 1);
  await fresh.enrolMember({ id: 'a' });
  assert.deepEqual((await fresh.listVersions({ programId: 'fresh' })).items, [version]);
  assert.equal((await fresh.getVersion({ programId: 'fresh', number: 1 })).document, shopDocument('fresh'));
  assert.equal(codeOf(await fresh.exchange('getVersion', { programId: 'fresh', number: 2 })), 'unknown_version');
  const explained = await fresh.explainProgram({ programId: 'fresh', locale: 'da' });
  assert.equal(explained.locale, 'da');
  assert.match(explained.text, /The Corner Shop/);
});

test('of two who edit the draft, the second must first see what the first wrote', async () => {
  const programId = 'corner-shop';
  const read = await operator.exchange('getDraft', { programId });
  const etag = read.headers.get('ETag') ?? '';
  assert.ok(read.ok && read.output === shopDocument(programId));
  assert.equal(codeOf(await operator.exchange('saveDraft', { programId, body: 'x' })), 'match_needed');
  const first = await operator.exchange(
    'saveDraft',
    { programId, body: `${shopDocument(programId)}# first\n` },
    { ifMatch: etag },
  );
  assert.equal(codeOf(first), 'ok');
  const second = await operator.exchange('saveDraft', { programId, body: 'lost' }, { ifMatch: etag });
  assert.equal(codeOf(second), 'document_changed');
  assert.match(await operator.getDraft({ programId }), /# first/);

  const broken = await operator.exchange(
    'saveDraft',
    { programId, body: 'program: [' },
    { ifMatch: first.headers.get('ETag') ?? '' },
  );
  assert.ok(broken.ok && !broken.output.valid && broken.output.problems.length > 0);
  assert.equal(codeOf(await operator.exchange('publishVersion', { programId })), 'document_invalid');
});

test('a version starts after the newest one and not in the past', async () => {
  await shop.openProgram('dated');
  const publish = (from: string) => operator.exchange('publishVersion', { programId: 'dated', from });
  assert.equal(codeOf(await publish('2025-12-31T00:00:00Z')), 'version_too_early');
  const next = await publish('2026-03-01T00:00:00Z');
  assert.ok(next.ok && next.output.from === '2026-03-01T00:00:00Z' && next.output.number === 2);
  assert.equal(codeOf(await publish('2026-03-01T00:00:00Z')), 'version_too_early');
  assert.equal((await operator.getProgram({ programId: 'dated' })).version, 1);
  await operator.moveClock({ programId: 'dated', time: '2026-03-02T00:00:00Z' });
  assert.equal((await operator.getProgram({ programId: 'dated' })).version, 2);
});

test('a sandbox clock moves forward only, and what falls due on the way happens', async () => {
  const client = createClient({ url: shop.url, key: await shop.openProgram('clocked'), fetch: truthfulFetch });
  const programId = 'clocked';
  const { id } = await client.enrolMember({ id: 'a' });
  await client.recordPurchase({ member: { id }, currency: 'GBP', lines: [{ sku: 'LAMP', total: 10_000 }] });
  assert.deepEqual(await client.moveClock({ programId, time: '2027-02-01T00:00:00Z' }), {
    kind: 'sandbox',
    time: '2027-02-01T00:00:00Z',
  });
  assert.equal((await client.getBalance({ memberId: id })).balances.points?.available, '0');
  const [latest] = (await client.listStatement({ memberId: id, limit: 1 })).items;
  assert.deepEqual(
    [latest?.kind, latest?.points.points?.expired, latest?.occurredAt],
    ['clock', '100', '2027-02-01T00:00:00Z'],
  );
  assert.equal(
    codeOf(await client.exchange('moveClock', { programId, time: '2026-01-01T00:00:00Z' })),
    'clock_backwards',
  );

  await operator.createProgram({ body: shopDocument('real') });
  assert.equal(
    codeOf(await operator.exchange('moveClock', { programId: 'real', time: '2030-01-01T00:00:00Z' })),
    'clock_is_real',
  );
});
