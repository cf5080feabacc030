import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { testDatabase } from '@trofast/db/testing';
import { type Program, readProgram } from '@trofast/engine';
import { deriveAccountId, deriveMemberId, type Ledger, openLedger } from '@trofast/ledger';
import { publishProgram, readDocument } from '../stores/publish-program.ts';
import { sweepAll } from '../stores/sweep-all.ts';
import { planText } from './plan-text.ts';
import { planVersion } from './plan-version.ts';

const path = join(import.meta.dirname, '../../../../programs/gift-shop/program.yaml');
const DAY = 86_400_000;
const now = Date.UTC(2011, 5, 15);

function changedProgram(change: (text: string) => string): Program {
  const read = readProgram(change(readFileSync(path, 'utf8')));
  assert.ok('program' in read, 'the changed document is a program');
  return read.program;
}

/** Ann bought long ago and lately, Bea only long ago. */
async function withPurchases(work: (ledger: Ledger) => Promise<void>) {
  const database = await testDatabase();
  const ledger = await openLedger({ database });
  try {
    await publishProgram(ledger, readDocument(path), { clock: 'sandbox', sandboxTime: Date.UTC(2011, 0, 1) });
    const buy = async (name: string, at: number, total: number) => {
      const who = { program: 'gift-shop', account: deriveAccountId('gift-shop', name) };
      const member = deriveMemberId('gift-shop', name);
      const when = { at, occurredAt: at, member };
      await ledger.record({ ...who, ...when, kind: 'enrolment', key: name, body: { market: 'UK' } });
      const body = { currency: 'GBP', lines: [{ sku: 'MUG', total }] };
      await ledger.record({ ...who, ...when, kind: 'purchase', key: String(at), body });
    };
    await buy('bea', Date.UTC(2011, 0, 10), 30_000);
    await buy('ann', Date.UTC(2011, 0, 12), 30_000);
    await buy('ann', Date.UTC(2011, 5, 5), 10_000);
    await ledger.moveClock('gift-shop', now);
    await sweepAll(ledger, 'gift-shop');
    await work(ledger);
  } finally {
    await ledger.close();
    await database.close();
  }
}

async function planned(ledger: Ledger, program: Program) {
  const programs = await ledger.programs.load('gift-shop');
  assert.ok(programs);
  return await planVersion(ledger, programs, program, now - 90 * DAY, now, () => {});
}

test('the version that is in force changes nothing for anyone', async () => {
  await withPurchases(async (ledger) => {
    const program = changedProgram((text) => text);
    const plan = await planned(ledger, program);
    assert.deepEqual(plan.changes, []);
    assert.match(planText(plan, program, 20), /2 accounts\nNothing would change for anyone/);
  });
});

test('a higher rate changes only those who bought in the last 90 days, and only what they bought then', async () => {
  await withPurchases(async (ledger) => {
    const program = changedProgram((text) => text.replace('points: 1\n', 'points: 2\n'));
    const plan = await planned(ledger, program);
    assert.deepEqual(
      plan.changes.map(({ account, before, after }) => [account, before.points.points, after.points.points]),
      [[deriveAccountId('gift-shop', 'ann'), 400, 500]],
    );
    assert.match(planText(plan, program, 20), /points held\s+400 → 500 \(\+100\)/);
  });
});

test('a plan records nothing', async () => {
  await withPurchases(async (ledger) => {
    const before = await ledger.exportCanonical('gift-shop', () => {});
    await planned(
      ledger,
      changedProgram((text) => text.replace('amount: 500 }', 'amount: 100 }')),
    );
    assert.deepEqual(await ledger.exportCanonical('gift-shop', () => {}), before);
  });
});
