import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Account, unopened, upgraded } from './account.ts';

test('a document of earlier days is read as an account that never had what came later', () => {
  const now: Account = { ...unopened('a'), sequence: 7, debts: { points: 3 } };
  const later = new Set(['subscriptions', 'charges', 'transfers']);
  const earlier = Object.fromEntries(Object.entries(now).filter(([name]) => !later.has(name)));
  assert.deepEqual(upgraded(JSON.parse(JSON.stringify(earlier))), now);
});
