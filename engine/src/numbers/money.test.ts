import assert from 'node:assert/strict';
import { test } from 'node:test';
import { decimalText, moneyText, parseMoney } from './money.ts';

test('money that cannot be is told apart by what is wrong with it', () => {
  assert.equal(parseMoney('350'), 'shape');
  assert.equal(parseMoney('350,00 USD'), 'shape');
  assert.equal(parseMoney('350.00 usd'), 'shape');
  assert.equal(parseMoney('350.00 XQX'), 'currency');
  assert.equal(parseMoney('350.001 USD'), 'digits');
  assert.equal(parseMoney('1.5 JPY'), 'digits');
  assert.equal(parseMoney('99999999999999999.00 USD'), 'size');
});

test('money is whole minor units of its own currency', () => {
  assert.deepEqual(parseMoney('350.00 USD'), { currency: 'USD', amount: 35_000 });
  assert.deepEqual(parseMoney('350 JPY'), { currency: 'JPY', amount: 350 });
  assert.deepEqual(parseMoney('1.234 KWD'), { currency: 'KWD', amount: 1234 });
  assert.deepEqual(parseMoney('-0.05 DKK'), { currency: 'DKK', amount: -5 });
  assert.equal(moneyText({ currency: 'DKK', amount: -5 }), '-0.05 DKK');
});

test('units of declared decimals read as people write them', () => {
  assert.equal(decimalText(1358, 2), '13.58');
  assert.equal(decimalText(5, 2), '0.05');
  assert.equal(decimalText(-1358, 2), '-13.58');
  assert.equal(decimalText(24, 0), '24');
});
