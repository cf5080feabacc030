import assert from 'node:assert/strict';
import { test } from 'node:test';
import { csvReader } from './csv-reader.ts';

function rowsOf(text: string, pieceLength = text.length, delimiter = ',') {
  const rows: [number, ...string[]][] = [];
  const reader = csvReader(delimiter, (fields, line) => rows.push([line, ...fields]));
  for (let at = 0; at < text.length; at += pieceLength) reader.push(text.slice(at, at + pieceLength));
  reader.end();
  return rows;
}

const mistakes: readonly [name: string, text: string, message: RegExp][] = [
  ['a quote that is never closed', 'a,b\n1,"2\n3,4\n', /opened on line 2 is never closed/],
  ['a row with a field too few', 'a,b\n1,2\n3\n', /Line 3 has 1 fields, the first line has 2/],
  ['a row with a field too many', 'a,b\n1,2,3\n', /Line 2 has 3 fields/],
  ['a quote inside a field', 'a,b\n1,2"x\n', /Line 2 has a quote inside a field/],
  ['text after a closing quote', 'a,b\n"1"x,2\n', /Line 2 has text after a closing quote/],
];

for (const [name, text, message] of mistakes) {
  test(`${name} is told with its line`, () => {
    assert.throws(() => rowsOf(text), message);
    assert.throws(() => rowsOf(text, 1), message);
  });
}

test('a row that is too long to be meant is refused before it fills the memory', () => {
  const reader = csvReader(',', () => {});
  reader.push('a,b\n1,"');
  assert.throws(() => reader.push('x'.repeat(1_000_001)), /row on line 2 is longer/);
});

test('quotes, commas and line breaks inside quotes belong to the field, wherever the text is cut', () => {
  const text = 'a,b\r\n"x ""y"", z","two\nlines"\n\n,""\r\nlast,row';
  const expected = [
    [1, 'a', 'b'],
    [2, 'x "y", z', 'two\nlines'],
    [5, '', ''],
    [6, 'last', 'row'],
  ];
  for (let length = 1; length <= text.length; length += 1) assert.deepEqual(rowsOf(text, length), expected);
});

test('another delimiter may part the fields', () => {
  assert.deepEqual(rowsOf('a;b\n1,5;2\n', 3, ';'), [
    [1, 'a', 'b'],
    [2, '1,5', '2'],
  ]);
});
