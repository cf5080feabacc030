import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Account, unopened, upgraded } from './account.ts';

test('a document of earlier days is read as an account that never had what came later', () => {
  const { subscriptions: _, charges: __, ...earlier } = { ...unopened('a'), sequence: 7, debts: { points: 3 } };
  assert.deepEqual(upgraded(earlier as Account), { ...unopened('a'), sequence: 7, debts: { points: 3 } });
});
