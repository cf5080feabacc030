import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';

const bin = join(import.meta.dirname, '../../bin/trofast.ts');
const program = join(import.meta.dirname, '../../../../programs/gift-shop/program.yaml');
const scratch = mkdtempSync(join(tmpdir(), 'trofast-mistakes-'));
chmodSync(scratch, 0o755);
const data = join(scratch, 'data');

const lines = join(scratch, 'lines.ndjson');
const mapping = join(scratch, 'mapping.yaml');
writeFileSync(
  lines,
  '{"id":"1","occurredAt":"2011-01-05T10:00:00Z","currency":"GBP","member":{"externalId":"a"},"lines":[{"sku":"A","total":100}]}\n',
);
writeFileSync(mapping, 'format: ndjson\nenrolIn: UX\n');

function trofast(...args: readonly string[]) {
  return spawnSync(process.execPath, [bin, ...args, '--data', data], { encoding: 'utf8' });
}

before(() => {
  const { status, stderr } = trofast('apply', program, '--clock', 'sandbox');
  assert.equal(status, 0, stderr);
});

after(() => rmSync(scratch, { recursive: true, force: true }));

const mistakes: readonly [claim: string, args: readonly string[], status: number, said: RegExp][] = [
  [
    'an export to where nothing can be written is a mistake of the path, not a fault',
    ['export', '--canonical', join(scratch, 'none', 'everything.ndjson')],
    1,
    /everything\.ndjson cannot be written: [\s\S]*Give another file/,
  ],
  [
    'a bucket that is not there is no fault in the book',
    ['verify', '--bucket', '3'],
    2,
    /no bucket 3[\s\S]*from 0 to 0/,
  ],
  [
    'a place without its bucket verifies nothing, so it is refused',
    ['verify', '--from', 'a/b'],
    2,
    /--bucket N --from/,
  ],
  [
    'a mapping to a market that the program does not have records nothing',
    ['import', lines, '--program', 'gift-shop', '--mapping', mapping],
    1,
    /names the market UX[\s\S]*Did you mean UK/,
  ],
  ['a place that is none is refused', ['verify', '--bucket', '0', '--from', 'x'], 2, /"x" is no place/],
];

for (const [claim, args, status, said] of mistakes) {
  test(claim, () => {
    const ran = trofast(...args);
    assert.match(ran.stdout + ran.stderr, said);
    assert.doesNotMatch(ran.stderr, /\n\s+at /, 'a mistake of a user shows no stack');
    assert.equal(ran.status, status);
  });
}
