import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isSaid } from './is-said.ts';

const member = {
  id: 'a1-b2',
  email: 'member@example.com',
  phone: '+45 20 12 34 56',
  externalId: 'C-7',
  cards: ['0042'],
};

for (const said of ['a1-b2', 'Member@Example.com', '+4520123456', '004520123456', '20 12 34 56', 'c-7', ' 0042 ']) {
  test(`without a network "${said}" is the member`, () => assert.ok(isSaid(member, said)));
}

for (const said of ['', '42', '3456', '0', 'example.com', '+4620123456']) {
  test(`"${said}" is not`, () => assert.ok(!isSaid(member, said)));
}

test('who has no phone is nobody by phone', () => {
  assert.ok(!isSaid({ id: 'a', cards: [] }, '20123456'));
});
