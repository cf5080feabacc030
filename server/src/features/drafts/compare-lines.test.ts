import assert from 'node:assert/strict';
import { test } from 'node:test';
import { compareLines } from './compare-lines.ts';

const signs = { same: ' ', added: '+', removed: '-' };
const told = (before: string, after: string) => compareLines(before, after).map(({ kind, text }) => signs[kind] + text);

test('a text without a change has every line once', () => {
  assert.deepEqual(told('a\nb\n', 'a\nb'), [' a', ' b']);
  assert.deepEqual(told('', ''), []);
});

test('what went stands before what came', () => {
  assert.deepEqual(told('a\nb\nc', 'a\nx\nc\nd'), [' a', '-b', '+x', ' c', '+d']);
  assert.deepEqual(told('', 'a\nb'), ['+a', '+b']);
  assert.deepEqual(told('a\nb', ''), ['-a', '-b']);
});

test('from the lines of a difference both texts can be read again', () => {
  const letters = (seed: number) => Array.from({ length: 60 }, (_, at) => 'abcde'[(at * seed * 7 + at) % 5] ?? '');
  for (let seed = 1; seed < 20; seed += 1) {
    const [before, after] = [letters(seed).join('\n'), letters(seed + 3).join('\n')];
    const lines = compareLines(before, after);
    const side = (gone: string) => lines.filter(({ kind }) => kind !== gone).map(({ text }) => text);
    assert.equal(side('added').join('\n'), before);
    assert.equal(side('removed').join('\n'), after);
  }
});
