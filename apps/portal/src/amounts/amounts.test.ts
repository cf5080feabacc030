import assert from 'node:assert/strict';
import { test } from 'node:test';
import { amountText, isSome, shareOf, signedAmountText } from './amounts.ts';

const points = { name: { one: 'point', other: 'points' } };
const cashback = { name: { one: 'bonus', other: 'bonus' }, money: 'DKK' };

test('points have the name that goes with their number, money is money', () => {
  assert.equal(amountText('en', '1', points), '1 point');
  assert.equal(amountText('en', '12345', points), '12,345 points');
  assert.equal(amountText('sv', '12345.50', points).replaceAll(/\s/g, ' '), '12 345,50 points');
  assert.equal(amountText('da', '13.50', cashback).replaceAll(/\s/g, ' '), '13,50 kr.');
});

test('whole points are said without decimals, though their currency has some', () => {
  assert.deepEqual([amountText('en', '25.00', points), amountText('en', '1.00', points)], ['25 points', '1 point']);
  assert.equal(amountText('en', '24.50', points), '24.50 points');
});

test('what came has a plus and what went a minus', () => {
  assert.equal(signedAmountText('en', '20', points), '+20 points');
  assert.equal(signedAmountText('en', '-1', points), '−1 point');
});

test('nothing is nothing, however many decimals it has', () => {
  assert.deepEqual(['0', '0.00', '0.10', '5'].map(isSome), [false, false, true, true]);
});

test('the way to a level is never longer than whole nor shorter than nothing', () => {
  const money = (amount: number) => ({ unit: 'money', amount, currency: 'GBP' }) as const;
  assert.equal(shareOf(money(25_000), money(50_000)), 0.5);
  assert.equal(shareOf(money(60_000), money(50_000)), 1);
  assert.equal(shareOf(money(-100), money(50_000)), 0);
  assert.equal(shareOf(money(0), money(0)), 1);
});
