import assert from 'node:assert/strict';
import { test } from 'node:test';
import { dayText, parseDay } from '../time/days.ts';
import { addToCounter, sumBetween } from './days.ts';
import { membershipYear, windowEnd, windowStart } from './windows.ts';

const day = (text: string) => parseDay(text) as number;

test('windows hold the days that their kind says', () => {
  const since = day('2025-02-15');
  const rows = [
    [{ kind: 'rolling', length: { months: 12, days: 0, seconds: 0 } }, '2026-07-10', '2025-07-10', '2027-07-11'],
    [{ kind: 'day' }, '2026-07-10', '2026-07-10', '2026-07-11'],
    [{ kind: 'month' }, '2026-12-31', '2026-12-01', '2027-01-01'],
    [{ kind: 'quarter' }, '2026-11-22', '2026-10-01', '2027-01-01'],
    [{ kind: 'calendar_year' }, '2026-07-10', '2026-01-01', '2027-01-01'],
    [{ kind: 'membership_year' }, '2026-02-14', '2025-02-15', '2026-02-15'],
    [{ kind: 'membership_year' }, '2026-02-15', '2026-02-15', '2027-02-15'],
  ] as const;
  for (const [window, on, start, end] of rows) {
    assert.equal(dayText(windowStart(window, day(on), since)), start, `${window.kind} start`);
    assert.equal(dayText(windowEnd(window, day(on), since)), end, `${window.kind} end`);
  }
});

test('who joined on 29 February has membership years that begin on the 28th where there is no 29th', () => {
  const since = day('2024-02-29');
  const first = membershipYear(day('2025-02-27'), since);
  assert.deepEqual([dayText(first.start), dayText(first.end)], ['2024-02-29', '2025-02-28']);
  const leap = membershipYear(day('2028-03-01'), since);
  assert.deepEqual([dayText(leap.start), dayText(leap.end)], ['2028-02-29', '2029-02-28']);
});

test('a counter keeps its days in order, whenever they are reported', () => {
  let days = addToCounter([], 10, 5);
  days = addToCounter(days, 12, 7);
  days = addToCounter(days, 11, 1);
  days = addToCounter(days, 10, -5);
  assert.deepEqual(days, [
    [11, 1],
    [12, 7],
  ]);
  assert.equal(sumBetween(days, 11, 11), 1);
  assert.equal(sumBetween(days, 10, 12), 8);
});
