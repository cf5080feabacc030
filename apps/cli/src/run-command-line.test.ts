import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';

const bin = join(import.meta.dirname, '../bin/trofast.ts');
const giftShop = join(import.meta.dirname, '../../../programs/gift-shop');
const scratch = mkdtempSync(join(tmpdir(), 'trofast-cli-'));
after(() => rmSync(scratch, { recursive: true }));

function trofast(...args: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [bin, ...args], { encoding: 'utf8' });
  return { status, stdout, stderr };
}

function file(name: string, text: string): string {
  const path = join(scratch, name);
  writeFileSync(path, text);
  return path;
}

const mapping = join(giftShop, 'import.yaml');
const mistakes: readonly [claim: string, args: readonly string[], status: number, said: RegExp][] = [
  ['an unknown command is told with the one that was meant', ['chekc'], 2, /Did you mean npx trofast check\?/],
  ['an unknown flag is told', ['check', giftShop, '--bogus'], 2, /Unknown option '--bogus'/],
  ['a missing argument is named', ['explain'], 2, /FILE is missing/],
  ['an argument too many is named', ['explain', 'a', 'b'], 2, /"b" is one argument too many/],
  ['a language that nobody speaks is refused', ['explain', 'x', '--locale', 'xx'], 2, /one of en, da, sv, nb/],
  ['a data folder that is not there is not created', ['verify', '--data', join(scratch, 'none')], 1, /no data folder/],
  ['a demo of no file says where the file is', ['demo', join(scratch, 'none.csv')], 1, /docs\/demo.md/],
  ['an import without a program asks for it', ['import', 'x.csv'], 2, /Name it with --program/],
  [
    'a mapping with a wrong word is told by its place',
    ['simulate', join(giftShop, 'program.yaml'), 'x.csv', '--mapping', file('wrong.yaml', 'format: csv\nzone: Mars\n')],
    1,
    /zone: is no IANA zone/,
  ],
  [
    'a file without the columns of its mapping is told those it has',
    ['simulate', join(giftShop, 'program.yaml'), file('other.csv', 'a,b\n1,2\n'), '--mapping', mapping],
    1,
    /no column "InvoiceNo"[\s\S]*Its columns are a, b/,
  ],
  [
    'a program with a mistake is told with line and column',
    ['check', file('bad.yaml', 'program:\n  id: bad\n  nmae: Bad\n')],
    1,
    /bad.yaml:3:3: .*nmae/,
  ],
];

for (const [claim, args, status, said] of mistakes) {
  test(claim, () => {
    const ran = trofast(...args);
    assert.match(ran.stdout + ran.stderr, said);
    assert.doesNotMatch(ran.stderr, /\n\s+at /, 'a mistake of a user shows no stack');
    assert.equal(ran.status, status);
  });
}

test('the version is told', () => {
  const { status, stdout } = trofast('--version');
  assert.equal(status, 0);
  assert.match(stdout, /^\d+\.\d+\.\d+\n$/);
});

test('a mistake is JSON for those who ask for JSON', () => {
  const ran = trofast('verify', '--json', '--data', join(scratch, 'none'));
  const { error } = JSON.parse(ran.stdout);
  assert.match(error.message, /no data folder/);
  assert.match(error.remedy, /--data/);
  assert.equal(ran.status, 1);
});

test('the programs that are shipped pass their checks', () => {
  const ran = trofast('check', join(giftShop, '..'), '--json');
  const { programs } = JSON.parse(ran.stdout);
  assert.ok(programs.length > 0 && programs.every((one: { ok: boolean }) => one.ok));
  const codes = programs.flatMap((one: { examples: { code: string }[] }) => one.examples.map(({ code }) => code));
  assert.ok(codes.includes('GS-1') && codes.includes('SB-1'));
  assert.equal(ran.status, 0);
});

test('the check lists each worked example by its code', () => {
  const ran = trofast('check', join(giftShop, 'program.yaml'));
  assert.match(ran.stdout, /^ok .*program.yaml: \d+ worked examples\n {2}ok GS-1 /);
});

test('a worked example that comes out otherwise fails the check and says the difference', () => {
  const program = file('shop.yaml', readText('program.yaml'));
  file('shop.examples.yaml', readText('examples.yaml').replace(/points: (\d+)/, 'points: 1$1'));
  const ran = trofast('check', program);
  assert.match(ran.stdout, /FAILED[\s\S]* {2}FAILED GS-1 .*\n {4}.*shop.examples.yaml:\d+: .* should be .*, but is /);
  assert.equal(ran.status, 1);
});

function readText(name: string): string {
  return readFileSync(join(giftShop, name), 'utf8');
}
