import assert from 'node:assert/strict';
import { test } from 'node:test';
import { changeOf, firstDay } from './period.ts';

test('a week that ends on a Sunday began on the Monday before, also over the end of February', () => {
  assert.equal(firstDay('2028-03-05', 7), '2028-02-28');
  assert.equal(firstDay('2026-01-05', 1), '2026-01-05');
});

test('from nothing there is no share of change', () => {
  assert.equal(changeOf({ now: 5, before: 0 }), undefined);
  assert.equal(changeOf({ now: 5, before: 10 }), -0.5);
});
