import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { testDatabase } from '@trofast/db/testing';
import { balancesAt } from '@trofast/engine';
import { type Ledger, openLedger } from '@trofast/ledger';
import { parseMapping } from '../mapping/read-mapping.ts';
import { openSource } from '../reading/open-source.ts';
import { publishProgram, readDocument } from '../stores/publish-program.ts';
import { importPurchaseLines } from './import-purchases.ts';
import { surveyPurchases } from './survey-purchases.ts';

const document = join(import.meta.dirname, '../../../../programs/gift-shop/program.yaml');
const scratch = mkdtempSync(join(tmpdir(), 'trofast-ndjson-'));
after(() => rmSync(scratch, { recursive: true }));

const ENROLLING = 'format: ndjson\nenrolIn: UK\nstore: shop\n';

function purchase(id: string, minute: number, more: object) {
  const occurredAt = `2011-01-03T10:${String(minute).padStart(2, '0')}:00Z`;
  return { id, occurredAt, currency: 'GBP', lines: [{ sku: 'MUG', total: 1999 }], ...more };
}

async function sourceOf(lines: readonly unknown[]) {
  const path = join(scratch, 'purchases.ndjson');
  writeFileSync(path, lines.map((line) => (typeof line === 'string' ? line : JSON.stringify(line))).join('\n'));
  return await openSource(path);
}

async function withLedger(work: (ledger: Ledger) => Promise<void>) {
  const database = await testDatabase();
  const ledger = await openLedger({ database });
  try {
    await publishProgram(ledger, readDocument(document), { clock: 'sandbox', sandboxTime: Date.UTC(2011, 0, 1) });
    await work(ledger);
  } finally {
    await ledger.close();
    await database.close();
  }
}

async function importLines(ledger: Ledger, lines: readonly unknown[], mappingText = ENROLLING) {
  const mapping = parseMapping(mappingText, 'mapping.yaml');
  assert.ok(mapping.format === 'ndjson');
  const source = await sourceOf(lines);
  const survey = await surveyPurchases(source);
  const job = { ledger, program: 'gift-shop', source, survey, mapping, mappingText, onProgress: () => {} };
  return await importPurchaseLines(job);
}

const mistakes: readonly [claim: string, lines: readonly unknown[], message: RegExp][] = [
  ['a line that is no JSON is told', [purchase('1', 0, {}), '{'], /Line 2 is no JSON/],
  ['a field of the wrong kind is told by its place', [purchase('1', 0, { lines: 'MUG' })], /Line 1 .*\n {2}\/lines/],
  [
    'a line without an id could not be repeated',
    [{ ...purchase('1', 0, {}), id: undefined }],
    /lacks id or occurredAt/,
  ],
  ['an id that is used twice is told', [purchase('1', 0, {}), purchase('1', 1, {})], /Lines 1 and 2 have the same id/],
  ['a member named in two ways is told', [purchase('1', 0, { member: { card: '1', externalId: '2' } })], /one way/],
  ['a file without a purchase is told', [''], /has no purchase/],
];
for (const [claim, lines, message] of mistakes) {
  test(claim, async () => {
    await assert.rejects(async () => surveyPurchases(await sourceOf(lines)), message);
  });
}

test('a purchase of somebody unknown is refused unless the mapping says where to enrol', async () => {
  await withLedger(async (ledger) => {
    const lines = [purchase('1', 0, { member: { externalId: 'ann' } }), purchase('2', 1, {})];
    const { refused } = await importLines(ledger, lines, 'format: ndjson\nstore: shop\n');
    assert.deepEqual(
      refused.map(({ fileLine, code }) => [fileLine, code]),
      [[1, 'unknown_member']],
    );
    assert.equal((await ledger.receipts.counts('gift-shop'))[0]?.receipts, 1);
  });
});

test('members are enrolled by their first purchase and found again by any line that names them', async () => {
  await withLedger(async (ledger) => {
    const lines = [
      purchase('1', 0, { member: { externalId: 'ann' } }),
      purchase('2', 1, { member: { externalId: 'ann' } }),
      purchase('3', 2, { member: { email: 'bea@example.com' } }),
    ];
    assert.deepEqual((await importLines(ledger, lines)).refused, []);
    // Another file, longer than the first: what was there is not doubled.
    await importLines(ledger, [...lines, purchase('4', 3, { member: { email: 'Bea@Example.com' } })]);
    assert.deepEqual((await ledger.counts('gift-shop')).eventsByKind, { enrolment: 2, purchase: 4 });
    const found = await ledger.findMember('gift-shop', { kind: 'external_id', value: 'ann' });
    const account = await ledger.account('gift-shop', found?.account ?? '');
    assert.ok(account);
    const { pending } = balancesAt(account.programs, account.account, account.at).points ?? {};
    assert.equal(pending, 38);
  });
});
