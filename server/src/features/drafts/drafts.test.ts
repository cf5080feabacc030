import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { type Client, createClient } from '@trofast/sdk';
import { openShop, type Shop, shopDocument, truthfulFetch } from '../../testing.ts';

let shop: Shop;
let client: Client;
const programId = 'corner-shop';
const document = shopDocument(programId);
before(async () => {
  shop = await openShop();
  client = createClient({ url: shop.url, key: shop.key, fetch: truthfulFetch });
});
after(async () => await shop.close());

const example = (points: number) => `
examples:
  - code: CS-1
    name: A purchase of ten pounds
    market: UK
    steps:
      - at: 2026-01-05 10:00
        purchase: { lines: [{ total: "10.00 GBP" }] }
        expect: { earned: { points: ${points} } }
`;

test('a draft that is no document is told by its mistakes, and still compared line by line', async () => {
  const compared = await client.compareDraft({ programId, document: document.replace('mode: floor', 'mode: flor') });
  assert.equal(compared.problems.length, 1);
  assert.deepEqual(compared.parts, []);
  assert.deepEqual(
    compared.lines.filter(({ kind }) => kind !== 'same').map(({ kind, before, after: now }) => [kind, before ?? now]),
    [
      ['removed', compared.problems[0]?.line],
      ['added', compared.problems[0]?.line],
    ],
  );
});

test('the published document is the same as itself', async () => {
  const { isSame, parts, version } = await client.compareDraft({ programId, document });
  assert.deepEqual([isSame, parts, version], [true, [], 1]);
});

test('a changed, an added and a removed part are told in sentences, each with its place', async () => {
  const changed = document
    .replace('points: 1, per: "1.00 GBP"', 'points: 2, per: "1.00 GBP"')
    .replace(/ {2}- id: review[\s\S]*?amount: 20 \} \}\]\n/, '')
    .replace(
      'rewards:\n',
      'rewards:\n  tea:\n    name: { en: a tea, da: en te, sv: ett te, nb: en te }\n    cost: { currency: points, amount: 40 }\n    issued: on_request\n    voucher: { amount: "2.00 GBP", change: kept, valid: P30D }\n',
    );
  const { parts, problems } = await client.compareDraft({ programId, document: changed });
  assert.deepEqual(problems, []);
  assert.deepEqual(
    parts.map(({ change, id, path }) => [change, id, path[0]]),
    [
      ['changed', 'earn', 'rules'],
      ['added', 'tea', 'rewards'],
      ['removed', 'review', 'rules'],
    ],
  );
  assert.match(parts[0]?.before[0] ?? '', /1 point/);
  assert.match(parts[0]?.after[0] ?? '', /2 points/);
  const danish = await client.compareDraft({ programId, document: changed, locale: 'da' });
  assert.match(danish.parts[1]?.after.join(' ') ?? '', /te/);
});

test('worked examples are saved by who has seen the latest, and run against a draft', async () => {
  const first = await client.exchange('saveExamples', { programId, body: example(10) }, { ifMatch: '*' });
  const etag = first.headers.get('ETag') ?? '';
  assert.ok(first.ok && first.output.valid);
  const stale = await client.exchange('saveExamples', { programId, body: 'examples: []' }, { ifMatch: '"old"' });
  assert.equal(stale.ok ? 'ok' : stale.problem.code, 'document_changed');
  assert.equal(await client.getExamples({ programId }), example(10));

  const green = await client.runExamples({ programId });
  assert.deepEqual([green.passed, green.failed], [1, 0]);
  const doubled = document.replace('points: 1, per: "1.00 GBP"', 'points: 2, per: "1.00 GBP"');
  const red = await client.runExamples({ programId, document: doubled });
  assert.deepEqual(red.examples[0]?.difference, { step: 0, what: 'earned.points', expected: '10', found: '20' });
  await client.exchange('saveExamples', { programId, body: example(20) }, { ifMatch: etag });
  assert.equal((await client.runExamples({ programId, document: doubled })).passed, 1);
});

test('examples that cannot be read are told by line', async () => {
  const { exampleProblems } = await client.runExamples({ programId, examples: 'examples:\n  - cod: X\n' });
  assert.ok(exampleProblems.length > 0);
  assert.equal(exampleProblems[0]?.line, 2);
});
