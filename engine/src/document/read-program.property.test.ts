import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { explainProgram } from '../explain/explain-program.ts';
import { readProgram } from './read-program.ts';
import { SAMPLE_PROGRAM } from './sample-program.ts';

const tokens = SAMPLE_PROGRAM.match(/[\w.-]+|[^\w\s]|\s+/g) ?? [];
const lineCount = SAMPLE_PROGRAM.split('\n').length;
const strange = [
  '',
  '{',
  '}',
  '[',
  ']',
  '~',
  'null',
  'true',
  '-1',
  '1e9',
  '.inf',
  '"',
  ': ',
  '\n',
  '*a',
  '&a ',
  '0x1F',
  '__proto__',
];

/** The sample with some of its words replaced by others, or by what does not belong there. */
const damaged = fc
  .array(
    fc.record({
      at: fc.nat(tokens.length - 1),
      by: fc.oneof(fc.constantFrom(...tokens), fc.constantFrom(...strange)),
    }),
    { minLength: 1, maxLength: 4 },
  )
  .map((changes) => {
    const words = [...tokens];
    for (const { at, by } of changes) words[at] = by;
    return words.join('');
  });

test('whatever an author writes is read or told, with a place in the document', () => {
  fc.assert(
    fc.property(damaged, (text) => {
      const reading = readProgram(text);
      if (!('problems' in reading)) return assert.notEqual(explainProgram(text, 'da'), '');
      assert.notEqual(reading.problems.length, 0);
      for (const { line, column, message } of reading.problems) {
        assert.ok(line >= 1 && line <= lineCount + 4 && column >= 1, `${line}:${column}`);
        assert.match(message, /^\S.*[.!]$/s);
      }
      return undefined;
    }),
    { numRuns: 300 },
  );
});
