import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readProgram } from '../document/read-program.ts';
import { SAMPLE_PROGRAM } from '../document/sample-program.ts';
import { tellParts, tellProgram } from './explain-program.ts';

function sample() {
  const reading = readProgram(SAMPLE_PROGRAM);
  assert.ok('program' in reading);
  return reading;
}

test('every told part stands where it says in the document', () => {
  const { program, document } = sample();
  const parts = tellParts(program, 'en').flatMap(({ parts }) => parts);
  assert.ok(parts.length > 5);
  for (const { path = [] } of parts) {
    const found = path.reduce<unknown>((value, step) => (value as Record<string | number, unknown>)[step], document);
    assert.notEqual(found, undefined, path.join('/'));
  }
});

test('a rule is told with its id, and the whole is what its parts say', () => {
  const { program } = sample();
  const told = tellParts(program, 'en');
  const rules = told
    .flatMap(({ parts }) => parts)
    .filter(({ path }) => path?.[0] === 'rules' || path?.[0] === 'offers' || path?.[0] === 'challenges');
  assert.deepEqual(
    rules.map(({ id }) => id),
    program.rules.map(({ id }) => id),
  );
  for (const { paragraphs } of told.flatMap(({ parts }) => parts)) {
    for (const paragraph of paragraphs) assert.ok(tellProgram(program, 'en').includes(paragraph));
  }
});
