import assert from 'node:assert/strict';
import { test } from 'node:test';
import { changeBetween } from './change-between.ts';

test('only what differs is changed, and equal texts not at all', () => {
  assert.equal(changeBetween('a', 'a'), undefined);
  for (const [before, after] of [
    ['points: 1', 'points: 12'],
    ['aaa', 'aa'],
    ['aa', 'aaaa'],
    ['', 'x'],
    ['x', ''],
    ['one two three', 'one 2 three'],
  ] as const) {
    const change = changeBetween(before, after);
    assert.ok(change);
    assert.equal(before.slice(0, change.from) + change.insert + before.slice(change.to), after);
  }
  assert.deepEqual(changeBetween('one two three', 'one 2 three'), { from: 4, to: 7, insert: '2' });
});
