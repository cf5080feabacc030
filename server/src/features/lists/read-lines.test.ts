import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readLines } from './read-lines.ts';

test('a table says in its heading who is who, and on which days', () => {
  const [first, second] = readLines(
    'Email;from;through\nmember@example.com;2026-01-05;2026-12-31\n;;\n"x@example.com";;',
  );
  assert.deepEqual(first?.references, [{ email: 'member@example.com' }]);
  assert.deepEqual([first?.line, first?.from, first?.through], [2, '2026-01-05', '2026-12-31']);
  assert.deepEqual([second?.references, second?.from], [[], undefined]);
});

test('without a heading each line is tried as what it looks like', () => {
  assert.deepEqual(
    readLines('member@example.com\r\n\r\n+4790000001\n2640').map(({ line, references }) => [line, references]),
    [
      [1, [{ email: 'member@example.com' }]],
      [3, [{ phone: '+4790000001' }]],
      [4, [{ card: '2640' }, { externalId: '2640' }, { id: '2640' }]],
    ],
  );
});
