import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { gunzipSync } from 'node:zlib';

const bin = join(import.meta.dirname, '../../bin/trofast.ts');
const cut = join(import.meta.dirname, '../../../../programs/gift-shop/online-retail-cut.csv.gz');
const LINES = 8000;
/** An end without a database is told soon, not after everything accepted has been tried to the last. */
const ENDS_WITHIN_MS = 20_000;

const scratch = mkdtempSync(join(tmpdir(), 'trofast-killed-'));
// PostgreSQL does not run as root and has to enter.
chmodSync(scratch, 0o755);
after(() => rmSync(scratch, { recursive: true, force: true }));

const sales = join(scratch, 'sales.csv');
const text = gunzipSync(readFileSync(cut)).toString();
writeFileSync(sales, `${text.split('\n', LINES).join('\n')}\n`);

interface Victims {
  readonly postgres?: true;
  readonly trofast?: true;
}

interface Ended {
  readonly code: number | null;
  readonly output: string;
  readonly said: string;
  readonly wasKilled: boolean;
  /** From the kill to the end. */
  readonly lasted: number;
}

/** Runs a command; once it says what `at` looks for, its victims are killed. */
async function trofast(data: string, args: readonly string[], at?: RegExp, victims: Victims = {}): Promise<Ended> {
  const child = spawn(process.execPath, [bin, ...args, '--data', data]);
  let [output, said, killedAt] = ['', '', 0];
  child.stdout.on('data', (piece) => {
    output += piece;
  });
  child.stderr.on('data', (piece) => {
    said += piece;
    if (killedAt > 0 || at === undefined || !at.test(said)) return;
    killedAt = performance.now();
    if (victims.trofast) child.kill('SIGKILL');
    if (victims.postgres) process.kill(postmasterOf(data), 'SIGKILL');
  });
  const [code] = (await once(child, 'close')) as [number | null];
  return { code, output, said, wasKilled: killedAt > 0, lasted: performance.now() - killedAt };
}

function postmasterOf(data: string): number {
  return Number.parseInt(readFileSync(join(data, 'postgres', 'postmaster.pid'), 'utf8'), 10);
}

function demo(data: string, buckets: number, at?: RegExp, victims?: Victims): Promise<Ended> {
  return trofast(data, ['demo', sales, '--exit', '--json', '--port', '0', '--buckets', String(buckets)], at, victims);
}

/** What the demo tells, without what depends on when and how often it ran; and what the book says. */
async function endOf(data: string, buckets: number) {
  const { code, output, said } = await demo(data, buckets);
  assert.equal(code, 0, said + output);
  const { file, counts, receipts, figures, addsUp, verify } = JSON.parse(output);
  assert.ok(addsUp && verify.clean);
  return { file, counts, receipts, figures, sha256: await sha256Of(data) };
}

async function sha256Of(data: string): Promise<string> {
  const { code, output, said } = await trofast(data, ['export', '--canonical', '--json']);
  assert.equal(code, 0, said + output);
  return JSON.parse(output).sha256;
}

test('whatever is killed, and whenever, the same command ends with the same book and the same summary', async () => {
  const undisturbed = await endOf(join(scratch, 'undisturbed'), 1);
  const kills: readonly [at: RegExp, victims: Victims][] = [
    [/Migrated the database: 0001/, { trofast: true }],
    [/importing/, { postgres: true }],
    [/importing/, { trofast: true, postgres: true }],
    [/Verifying/, { postgres: true }],
  ];
  const data = join(scratch, 'killed');
  for (const [at, victims] of kills) {
    const { code, said, wasKilled, lasted } = await demo(data, 7, at, victims);
    assert.ok(wasKilled, said);
    assert.ok(lasted < ENDS_WITHIN_MS, `it ended after ${lasted} ms`);
    if (victims.trofast) continue;
    assert.equal(code, 1, said);
    assert.doesNotMatch(said, /\n\s+at /, 'a lost database shows no stack');
  }
  assert.deepEqual(await endOf(data, 7), undisturbed);
  const moved = await trofast(data, ['rebucket', '3']);
  assert.equal(moved.code, 0, moved.said);
  assert.equal(await sha256Of(data), undisturbed.sha256);
});
