import assert from 'node:assert/strict';
import { createReadStream, createWriteStream, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { finished } from 'node:stream/promises';
import { after, before, test } from 'node:test';
import { createGunzip } from 'node:zlib';
import { testDatabase } from '@trofast/db/testing';
import { type Ledger, openLedger } from '@trofast/ledger';
import { readMapping } from '../mapping/read-mapping.ts';
import { publishProgram, readDocument } from '../stores/publish-program.ts';
import { sweepAll } from '../stores/sweep-all.ts';
import { importSales } from './import-sales.ts';
import { type SurveyedFile, surveyFile } from './survey-file.ts';

const folder = join(import.meta.dirname, '../../../../programs/gift-shop');
const LINES = 12_000;

let scratch: string;
let path: string;
let undisturbed: string;

/** The first lines of the cut: enough for several pieces, returns and months. */
before(async () => {
  scratch = mkdtempSync(join(tmpdir(), 'trofast-resume-'));
  path = join(scratch, 'sales.csv');
  const file = createWriteStream(path);
  const packed = createReadStream(join(folder, 'online-retail-cut.csv.gz'));
  let lines = 0;
  for await (const line of createInterface({ input: packed.pipe(createGunzip()) })) {
    if (lines > LINES) break;
    file.write(`${line}\n`);
    lines += 1;
  }
  file.end();
  await finished(file);
  undisturbed = await inDatabase(1, async (open) => {
    const ledger = await open();
    await importAll(ledger);
    const { sha256 } = await ledger.exportCanonical('gift-shop', () => {});
    await ledger.close();
    return sha256;
  });
});

after(() => rmSync(scratch, { recursive: true }));

async function inDatabase<Answer>(buckets: number, work: (open: () => Promise<Ledger>) => Promise<Answer>) {
  const database = await testDatabase();
  try {
    return await work(() => openLedger({ database, buckets }));
  } finally {
    await database.close();
  }
}

async function surveyed(): Promise<SurveyedFile> {
  const { mapping, text } = readMapping(join(folder, 'import.yaml'));
  assert.ok(mapping.format === 'csv');
  return await surveyFile(path, mapping, text);
}

/** Imports; with `stopAt`, everything ends without a word once so many requests have been made. */
async function importAll(ledger: Ledger, stopAt = Number.POSITIVE_INFINITY) {
  const file = await surveyed();
  if ((await ledger.programs.get('gift-shop')) === undefined) {
    const document = readDocument(join(folder, 'program.yaml'));
    await publishProgram(ledger, document, { clock: 'sandbox', sandboxTime: file.survey.firstAt });
  }
  let requests = 0;
  const stopping: Ledger = {
    ...ledger,
    record: async (request) => {
      requests += 1;
      if (requests > stopAt) throw new Error('the power went');
      return await ledger.record(request);
    },
  };
  const imported = await importSales({ ...file, ledger: stopping, program: 'gift-shop', onProgress: () => {} });
  await sweepAll(ledger, 'gift-shop');
  return imported;
}

for (const [buckets, stops] of [
  [1, [0, 1, 400]],
  [7, [150, 250]],
] as const) {
  test(`stopped ${stops.length} times, over ${buckets} buckets, an import ends as if it had never stopped`, async () => {
    const found = await inDatabase(buckets, async (open) => {
      for (const stopAt of stops) {
        const ledger = await open();
        await assert.rejects(importAll(ledger, stopAt), /the power went/);
        await ledger.close();
      }
      const ledger = await open();
      await importAll(ledger);
      const { sha256 } = await ledger.exportCanonical('gift-shop', () => {});
      await ledger.close();
      return sha256;
    });
    assert.equal(found, undisturbed);
  });
}

test('the same file once more records nothing and reports the same lines', async () => {
  await inDatabase(1, async (open) => {
    const ledger = await open();
    const first = await importAll(ledger);
    const counts = await ledger.counts('gift-shop');
    const again = await importAll(ledger);
    assert.deepEqual(await ledger.counts('gift-shop'), counts);
    assert.deepEqual(again.report, first.report);
    assert.ok(first.report.length > 0);
    assert.equal(again.resumedAt, LINES);
    await ledger.close();
  });
});
