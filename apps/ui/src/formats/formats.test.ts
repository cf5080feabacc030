import assert from 'node:assert/strict';
import { test } from 'node:test';
import { dateText, decimalsOf, moneyText, percentText, pointsText } from './formats.ts';

const plain = (text: string) => text.replaceAll(/[\u00a0\u202f]/g, ' ');

const written: readonly [language: string, money: string, points: string, date: string, percent: string][] = [
  ['en', 'DKK 1,234.50', '12,345.50', '5 January 2026', '12.5%'],
  ['da', '1.234,50 kr.', '12.345,50', '5. januar 2026', '12,5 %'],
  ['sv', '1 234,50 Dkr', '12 345,50', '5 januari 2026', '12,5 %'],
  ['nb', '1 234,50 DKK', '12 345,50', '5. januar 2026', '12,5 %'],
];

for (const [language, money, points, date, percent] of written) {
  test(`money, points, dates and shares are written as in ${language}`, () => {
    assert.equal(plain(moneyText(language, 123_450, 'DKK')), money);
    assert.equal(plain(pointsText(language, '12345.50')), points);
    assert.equal(dateText(language, '2026-01-05'), date);
    assert.equal(plain(percentText(language, 0.125)), percent);
  });
}

test('a currency without minor units is not divided', () => {
  assert.equal(decimalsOf('JPY'), 0);
  assert.equal(plain(moneyText('en', 350, 'JPY')), 'JP¥350');
});

test('points beyond what a float holds keep every digit', () => {
  assert.equal(pointsText('en', '9007199254740993'), '9,007,199,254,740,993');
});
