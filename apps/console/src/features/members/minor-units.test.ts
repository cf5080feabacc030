import assert from 'node:assert/strict';
import { test } from 'node:test';
import { minorUnits } from './minor-units.ts';

const written: readonly [text: string, decimals: number, units: number | undefined][] = [
  ['', 2, undefined],
  ['abc', 2, undefined],
  ['-5', 2, undefined],
  ['1,234', 2, 123_400],
  ['1.2345', 2, undefined],
  ['12,345.678', 2, undefined],
  ['350', 0, 350],
  ['350.5', 0, undefined],
  ['19.99', 2, 1999],
  ['19,9', 2, 1990],
  ['1.234,50', 2, 123_450],
  ['1,234.50', 2, 123_450],
  ['1 234,50', 2, 123_450],
  ['1.234', 2, 123_400],
  ['1.234', 3, 1234],
];

for (const [text, decimals, units] of written) {
  test(`"${text}" with ${decimals} decimals is ${units ?? 'no money'}`, () => {
    assert.equal(minorUnits(text, decimals), units);
  });
}
