import assert from 'node:assert/strict';
import { test } from 'node:test';
import { nameOfMember } from './name-of-member.ts';

test('a member of whom nothing is known has no name', () => {
  assert.equal(nameOfMember({ cards: [] }), undefined);
});

test('without a name, the e-mail stands for it, then phone, own id and card', () => {
  assert.equal(nameOfMember({ name: 'First Customer', email: 'member@example.com', cards: [] }), 'First Customer');
  assert.equal(nameOfMember({ email: 'member@example.com', cards: ['1'] }), 'member@example.com');
  assert.equal(nameOfMember({ externalId: 'customer-1', cards: ['1'] }), 'customer-1');
  assert.equal(nameOfMember({ cards: ['1'] }), '1');
});
