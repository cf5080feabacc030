import assert from 'node:assert/strict';
import { test } from 'node:test';
import { columnOf, fieldOf } from './columns.ts';
import { type Condition, conditionText, Values } from './conditions.ts';

test('every field has a column of its own and comes back as itself', () => {
  for (const field of ['id', 'userId', 'expiresAt', 'credentialID', 'twoFactorEnabled', 'failedVerificationCount']) {
    assert.equal(fieldOf(columnOf(field)), field);
  }
  assert.equal(columnOf('credentialID'), 'credential_id');
});

test('what is no field is not written into a statement', () => {
  for (const odd of ['id; drop table staff_user', 'a b', 'id"', '', '1=1']) assert.throws(() => columnOf(odd), odd);
  assert.throws(() => conditionText([{ field: 'id', value: 1, operator: 'or 1=1' }], new Values()));
});

test('conditions mean what the library means by them, and values are never text of the statement', () => {
  const cases: readonly (readonly [readonly Condition[], string, readonly unknown[]])[] = [
    [[], '', []],
    [[{ field: 'userId', value: 'a' }], 'user_id = $1', ['a']],
    [[{ field: 'lockedUntil', value: null }], 'locked_until is null', []],
    [[{ field: 'lockedUntil', value: null, operator: 'ne' }], 'locked_until is not null', []],
    [[{ field: 'expiresAt', value: 5, operator: 'lt' }], 'expires_at < $1', [5]],
    [[{ field: 'id', value: ['a', 'b'], operator: 'in' }], 'id = any($1)', [['a', 'b']]],
    [[{ field: 'email', value: 'A@B', mode: 'insensitive' }], 'lower(email) = $1', ['a@b']],
    [[{ field: 'name', value: '%', operator: 'contains' }], 'strpos(name, $1) > 0', ['%']],
    [[{ field: 'name', value: 'x', operator: 'ends_with' }], 'right(name, length($1)) = $1', ['x']],
    [
      [
        { field: 'programId', value: 'p' },
        { field: 'id', value: 'a', connector: 'OR' },
        { field: 'token', value: 'b', connector: 'OR' },
      ],
      'program_id = $1 and (id = $2 or token = $3)',
      ['p', 'a', 'b'],
    ],
  ];
  for (const [conditions, text, given] of cases) {
    const values = new Values();
    assert.equal(conditionText(conditions, values), text);
    assert.deepEqual(values.all, given);
  }
});
