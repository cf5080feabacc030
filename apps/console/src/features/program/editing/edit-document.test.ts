import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { addTo, removeAt, setAt } from './edit-document.ts';
import { isGroup, isList, type Path, valueAt, type Written, writtenOf } from './written.ts';

const PROGRAM = `# Our program.
program:
  id: shop # never changes
  languages: [en, da]

parameters:
  per: { DK: "10.00 DKK", FI: "1.00 EUR" }

rules:
  # What everyone gets.
  - id: earn
    on: purchase
    then: [{ earn: { currency: points, base: goods, points: 1, per: 1.50 } }] # pays for itself

  # Weekends are quiet.
  - id: weekend
    on: purchase
    when:
      - weekday_is: { days: [saturday, sunday] }
    then: [{ multiply: { currency: points, by: 2 } }]
`;

test('a number changes where it stands, and nothing else does', () => {
  assert.equal(
    setAt(PROGRAM, ['rules', 0, 'then', 0, 'earn', 'points'], '1.25'),
    PROGRAM.replace('points: 1,', 'points: 1.25,'),
  );
  assert.equal(
    setAt(PROGRAM, ['rules', 0, 'then', 0, 'earn', 'per'], '2.50'),
    PROGRAM.replace('per: 1.50', 'per: 2.50'),
  );
});

test('money keeps the quotes that it had', () => {
  assert.equal(setAt(PROGRAM, ['parameters', 'per', 'DK'], '20.00 DKK'), PROGRAM.replace('"10.00 DKK"', '"20.00 DKK"'));
});

test('a word is added on its own line, or inside brackets where the others are', () => {
  assert.equal(
    setAt(PROGRAM, ['rules', 0, 'from'], '2026-03-01'),
    PROGRAM.replace('# pays for itself', '# pays for itself\n    from: 2026-03-01'),
  );
  assert.equal(
    setAt(PROGRAM, ['rules', 0, 'then', 0, 'earn', 'products'], 'coffee'),
    PROGRAM.replace('per: 1.50 }', 'per: 1.50, products: coffee }'),
  );
});

test('conditions are added to a list, also to one that was not there', () => {
  const channel = { channel_is: { channels: ['app'] } };
  assert.equal(
    addTo(PROGRAM, ['rules', 1, 'when'], channel),
    PROGRAM.replace('sunday] }\n', 'sunday] }\n      - channel_is: { channels: [app] }\n'),
  );
  assert.deepEqual(valueAt(writtenOf(addTo(PROGRAM, ['rules', 0, 'when'], channel)), ['rules', 0, 'when']), [channel]);
});

test('a rule is added at the end, and a section that was not there with it', () => {
  // biome-ignore lint/suspicious/noThenProperty: the format's word; the object is never awaited
  const rule = { id: 'hello', on: 'enrolment', then: [{ give: { currency: 'points', amount: '50' } }] };
  const added = '  - id: hello\n    on: enrolment\n    then: [{ give: { currency: points, amount: 50 } }]\n';
  assert.equal(addTo(PROGRAM, ['rules'], rule), PROGRAM + added);
  const [without = ''] = PROGRAM.split('rules:\n');
  assert.equal(
    addTo(without, ['rules'], rule),
    `${without.trimEnd()}\n\nrules:\n${added.trimEnd()}${without.slice(without.trimEnd().length)}`,
  );
});

test('a rule that is removed takes the comment above it along, and no other', () => {
  const without = removeAt(PROGRAM, ['rules', 1]);
  assert.doesNotMatch(without, /weekend|Weekends/);
  assert.match(without, /# What everyone gets\./);
  assert.match(without, /# pays for itself/);
});

test('the last condition of a rule takes the word "when" along', () => {
  const without = removeAt(PROGRAM, ['rules', 1, 'when', 0]);
  assert.equal(valueAt(writtenOf(without), ['rules', 1, 'when']), undefined);
  assert.doesNotMatch(without, /when/);
});

test('the first word behind a dash can be removed', () => {
  const without = removeAt(PROGRAM, ['rules', 0, 'id']);
  assert.match(without, / {2}- on: purchase\n/);
});

test('texts are quoted where YAML would read something else', () => {
  for (const value of ['true', 'a: b', '', ' x', '#1', 'a, b', '[x]', 'it’s', '"', '- x', '007']) {
    const text = setAt(PROGRAM, ['rules', 0, 'id'], value);
    assert.equal(valueAt(writtenOf(text), ['rules', 0, 'id']), value, text);
  }
});

const folder = new URL('../../../../../../programs/', import.meta.url);
for (const file of globSync('*/program.yaml', { cwd: folder })) {
  test(`${file}: every value of it can be changed, and every comment stays`, () => {
    const text = readFileSync(new URL(file, folder), 'utf8');
    const comments = text.match(/(^|\s)#.*$/gm) ?? [];
    const paths = [...leavesIn(writtenOf(text))];
    // Some of each, so that the test is quick.
    for (const path of paths.filter((_, index) => index % 97 === 0)) {
      const next = setAt(text, path, 'something else');
      assert.equal(valueAt(writtenOf(next), path), 'something else', path.join('/'));
      assert.deepEqual(next.match(/(^|\s)#.*$/gm) ?? [], comments, path.join('/'));
      assert.equal(next.split('\n').length, text.split('\n').length, path.join('/'));
      assert.equal(
        valueAt(writtenOf(removeAt(text, path)), path) === valueAt(writtenOf(text), path) &&
          typeof path.at(-1) === 'string',
        false,
      );
    }
  });
}

function* leavesIn(value: Written | undefined, path: Path = []): Generator<Path> {
  if (isGroup(value)) for (const [word, inner] of Object.entries(value)) yield* leavesIn(inner, [...path, word]);
  else if (isList(value)) for (const [index, inner] of value.entries()) yield* leavesIn(inner, [...path, index]);
  else yield path;
}
