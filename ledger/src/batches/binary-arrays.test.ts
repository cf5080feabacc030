import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testDatabase } from '@trofast/db/testing';
import { bigintArray, byteaArray, integerArray, textArray } from './binary-arrays.ts';

test('PostgreSQL reads the arrays that are sent in its own format as they were meant', async (t) => {
  const database = await testDatabase();
  t.after(() => database.close());
  const texts = ['', 'å"\\{},\n', null, '😀'];
  const numbers = [0, -1, 2 ** 40 + 3, -(2 ** 40) - 3, Number.MAX_SAFE_INTEGER, null];
  const bytes = [Buffer.from([0, 255]), null, Buffer.alloc(0)];
  const { rows } = await database.query('select $1::text[] as t, $2::bigint[] as b, $3::int[] as i, $4::bytea[] as y', [
    textArray(texts),
    bigintArray(numbers),
    integerArray([0, -7, 2 ** 31 - 1]),
    byteaArray(bytes),
  ]);
  const row = rows[0];
  assert.deepEqual(row?.t, texts);
  assert.deepEqual(
    row?.b.map((value: string | null) => (value === null ? null : Number(value))),
    numbers,
  );
  assert.deepEqual([row?.i, row?.y], [[0, -7, 2 ** 31 - 1], bytes]);
  const empty = await database.query('select cardinality($1::text[]) as none', [textArray([])]);
  assert.deepEqual(empty.rows, [{ none: 0 }]);
});
