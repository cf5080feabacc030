import assert from 'node:assert/strict';
import { test } from 'node:test';
import { timeReader } from './time-format.ts';

const london = (pattern?: string) => timeReader('Europe/London', pattern);
const iso = (instant: number | undefined) => (instant === undefined ? undefined : new Date(instant).toISOString());

const noTimes: readonly [text: string, pattern?: string][] = [
  [''],
  ['yesterday'],
  ['2011-06-31T10:00:00'],
  ['2011-13-01T10:00:00'],
  ['2011-06-30'],
  ['2011-06-30T25:00:00Z'],
  ['30/6/2011 10:00', 'M/d/yyyy H:mm'],
  ['6/30/2011', 'M/d/yyyy H:mm'],
];
for (const [text, pattern] of noTimes) {
  test(`"${text}" is no time${pattern ? ` by ${pattern}` : ''}`, () => {
    assert.equal(london(pattern)(text), undefined);
  });
}

test('a pattern that is no date is refused when the mapping is read', () => {
  assert.throws(() => london('M/d H:mm'), /no whole date/);
  assert.throws(() => london('yyyy-MM-dd Q'), /unknown letter "Q"/);
});

test('a local time follows the summer time of its zone', () => {
  assert.equal(iso(london()('2010-12-01T08:26:00')), '2010-12-01T08:26:00.000Z');
  assert.equal(iso(london()('2011-06-30T10:00:00')), '2011-06-30T09:00:00.000Z');
  assert.equal(iso(london('M/d/yyyy H:mm')('6/30/2011 9:05')), '2011-06-30T08:05:00.000Z');
});

test('a time with an offset says itself when it is', () => {
  assert.equal(iso(london()('2011-06-30T10:00:00+02:00')), '2011-06-30T08:00:00.000Z');
});

test('the hour that summer time skips or repeats is read as the engine reads it', () => {
  assert.equal(iso(london()('2011-03-27T00:30:00')), '2011-03-27T00:30:00.000Z');
  assert.equal(iso(london()('2011-03-27T02:30:00')), '2011-03-27T01:30:00.000Z');
  assert.equal(iso(london()('2011-10-30T01:30:00')), '2011-10-30T00:30:00.000Z');
  assert.equal(iso(london()('2011-10-30T03:00:00')), '2011-10-30T03:00:00.000Z');
});
