import assert from 'node:assert/strict';
import { test } from 'node:test';
import { accountOfEvent, deriveAccountId, deriveEventId, deriveMemberId } from './identifiers.ts';

test('ids follow from program and key alone, and differ when either does', () => {
  const ids = [deriveAccountId('shop', 'anna'), deriveAccountId('shop', 'bert'), deriveAccountId('other', 'anna')];
  assert.equal(new Set(ids).size, 3);
  for (const id of ids) assert.match(id, /^[0-9a-hjkmnp-tv-z]{16}$/);
  assert.equal(deriveAccountId('shop', 'anna'), ids[0]);
  // Written down: ids of existing databases must never change.
  assert.equal(ids[0], 'mjrd6hbsjhwksfsh');
  assert.equal(deriveMemberId('shop', 'anna'), 'mjrd6hbsjhwksfsh-1');
});

test('an event names its account, whatever characters the account has', () => {
  for (const account of [deriveAccountId('shop', 'anna'), 'customer-17850', 'a']) {
    assert.equal(accountOfEvent(deriveEventId('shop', account, 'purchase', '1')), account);
    assert.equal(accountOfEvent(`${account}-clock-1291190400000`), account);
  }
});
