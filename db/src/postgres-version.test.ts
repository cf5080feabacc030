import assert from 'node:assert/strict';
import { test } from 'node:test';
import { refuseTooOld } from './postgres-version.ts';

test('a PostgreSQL older than 15 is refused with what to do', () => {
  for (const [number, version] of [
    [140011, '14.11'],
    [90624, '9.6.24'],
  ] as const) {
    const message = `DATABASE_URL is PostgreSQL ${version}, and Trofast needs 15 or newer. Upgrade it, or leave DATABASE_URL out: Trofast then runs a PostgreSQL of its own.`;
    assert.throws(() => refuseTooOld(number, version), { name: 'CannotOpenDatabase', message });
  }
});

test('PostgreSQL 15 and everything newer is served', () => {
  for (const number of [150000, 150018, 180004, 200001]) assert.doesNotThrow(() => refuseTooOld(number, ''));
});
