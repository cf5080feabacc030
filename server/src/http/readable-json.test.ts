import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readableJson } from './readable-json.ts';

test('what a person reads is the same JSON, with short things on one line', () => {
  const value = {
    short: { a: 1, b: [true, null, 'x"y'] },
    none: {},
    empty: [],
    long: Array.from({ length: 40 }, (_, index) => ({ number: index, text: 'text' })),
  };
  const text = readableJson(value);
  assert.deepEqual(JSON.parse(text), value);
  assert.match(text, /\n {2}"short": \{ "a": 1, "b": \[true, null, "x\\"y"\] \},\n/);
  assert.ok(text.split('\n').every((line) => line.length <= 104));
});
