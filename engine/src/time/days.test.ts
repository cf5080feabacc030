import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import {
  addMonths,
  addToDay,
  civilDay,
  dayOf,
  dayText,
  parseDay,
  parseDuration,
  subtractFromDay,
  weekday,
} from './days.ts';

const day = (text: string) => {
  const value = parseDay(text);
  assert.ok(value !== undefined, text);
  return value;
};
const duration = (text: string) => {
  const value = parseDuration(text);
  assert.ok(value, text);
  return value;
};

test('days that are not in the calendar are not read', () => {
  for (const text of [
    '2026-02-29',
    '2026-13-01',
    '2026-00-10',
    '2026-04-31',
    '26-01-01',
    '2026-1-1',
    '',
    '2100-02-29',
  ]) {
    assert.equal(parseDay(text), undefined, text);
  }
  assert.equal(dayText(day('2028-02-29')), '2028-02-29');
});

test('a civil day and its number are one, over four thousand years', () => {
  fc.assert(
    fc.property(fc.integer({ min: -700_000, max: 800_000 }), (number) => {
      assert.equal(dayOf(civilDay(number)), number);
    }),
  );
  assert.equal(day('1970-01-01'), 0);
});

test('months clamp to their end and come back to their anchor', () => {
  assert.equal(dayText(addMonths(day('2026-01-31'), 1)), '2026-02-28');
  assert.equal(dayText(addMonths(day('2028-01-31'), 1)), '2028-02-29');
  assert.equal(dayText(addMonths(day('2026-02-28'), 1, 31)), '2026-03-31');
  assert.equal(dayText(addMonths(day('2028-02-29'), 12)), '2029-02-28');
  assert.equal(dayText(addMonths(day('2029-02-28'), 36, 29)), '2032-02-29');
  assert.equal(dayText(addMonths(day('2026-03-31'), -1)), '2026-02-28');
});

test('a window of twelve months begins on the same date a year earlier', () => {
  assert.equal(dayText(subtractFromDay(day('2011-12-09'), duration('P12M'))), '2010-12-09');
  assert.equal(dayText(subtractFromDay(day('2028-02-29'), duration('P12M'))), '2027-02-28');
});

test('durations that are none are not read', () => {
  for (const text of ['P', 'PT', 'P12', '12M', 'P-1D', 'P1.5D', 'p1d', 'P1DT']) {
    assert.equal(parseDuration(text), undefined, text);
  }
  assert.deepEqual(duration('P1Y2M3W4DT5H6M7S'), { months: 14, days: 25, seconds: 18_367 });
});

test('ninety days from 12 January are 12 April', () => {
  assert.equal(dayText(addToDay(day('2026-01-12'), duration('P90D'))), '2026-04-12');
});

test('weeks begin on Monday', () => {
  assert.equal(weekday(day('2026-11-22')), 7);
  assert.equal(weekday(day('1969-12-29')), 1);
});
