import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Decimal, decimalTextOf, ExactSum, parseDecimal, worth } from './decimals.ts';

function decimal(text: string): Decimal {
  const read = parseDecimal(text);
  assert.ok(read, `${text} is a decimal`);
  return read;
}

test('what is no exact decimal is not read as one', () => {
  for (const text of ['', '.', '1.', '.5', '1e3', '1.2.3', '0x1', ' 1', '1,5', '99999999999999999999']) {
    assert.equal(parseDecimal(text), undefined, text);
  }
  assert.equal(parseDecimal('1.5', ','), undefined);
});

test('equal values are read alike', () => {
  assert.deepEqual(decimal('2.50'), decimal('2.5'));
  assert.deepEqual(parseDecimal('2,50', ','), decimal('2.5'));
  assert.equal(decimalTextOf(decimal('-0.050')), '-0.05');
  assert.equal(decimalTextOf(decimal('100')), '100');
});

const lines: readonly [quantity: string, price: string, minorUnits: number][] = [
  ['3', '2.55', 765],
  ['1', '0.001', 0],
  ['5', '0.001', 1],
  ['1', '2.505', 251],
  ['3', '1.115', 335],
  ['-1', '2.505', -251],
  ['80995', '2.08', 16846960],
  ['1.5', '0.33', 50],
  ['0.125', '0.36', 5],
];
for (const [quantity, price, minorUnits] of lines) {
  test(`${quantity} × ${price} is ${minorUnits} minor units`, () => {
    assert.equal(worth(decimal(quantity), decimal(price), 2), minorUnits);
  });
}

test('a sum of products loses nothing, whatever their size', () => {
  const sum = new ExactSum();
  for (let at = 0; at < 10; at += 1) sum.addProduct(decimal('1'), decimal('0.1'));
  sum.addProduct(decimal('-1'), decimal('0.001'));
  assert.equal(sum.text(), '0.999');
  sum.addProduct(decimal('9007199254740991'), decimal('9007199254740991'));
  assert.equal(sum.text(), '81129638414606663681390495662081.999');
  assert.equal(new ExactSum().text(), '0');
});
