import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { dayText, parseDay, parseDuration } from './days.ts';
import { addDuration, dayAt, isZone, localInstant, minuteOfDay, startOfDay } from './zones.ts';

const day = (text: string) => parseDay(text) as number;
const at = (text: string) => Date.parse(text);

test('unknown zones are told apart from known ones', () => {
  assert.equal(isZone('Europe/Oslo'), true);
  assert.equal(isZone('Europe/Trondheim'), false);
  assert.equal(isZone('+01:00'), false);
  assert.equal(isZone(''), false);
});

test('a day begins at local midnight, in winter and in summer time', () => {
  assert.equal(startOfDay('Europe/London', day('2011-07-01')), at('2011-06-30T23:00:00Z'));
  assert.equal(startOfDay('Europe/London', day('2011-12-01')), at('2011-12-01T00:00:00Z'));
  assert.equal(startOfDay('America/New_York', day('2026-01-01')), at('2026-01-01T05:00:00Z'));
  assert.equal(startOfDay('Pacific/Auckland', day('2026-01-01')), at('2025-12-31T11:00:00Z'));
});

test('where summer time skips midnight, the day begins at the change', () => {
  assert.equal(startOfDay('America/Sao_Paulo', day('2018-11-04')), at('2018-11-04T03:00:00Z'));
});

test('every instant lies in its day, around each change of the clock', () => {
  const zones = [
    'Europe/London',
    'Europe/Copenhagen',
    'America/Sao_Paulo',
    'Australia/Lord_Howe',
    'Asia/Kathmandu',
    'Pacific/Apia',
    'UTC',
  ];
  fc.assert(
    fc.property(
      fc.constantFrom(...zones),
      fc.integer({ min: at('2005-01-01T00:00:00Z'), max: at('2030-01-01T00:00:00Z') }),
      (zone, instant) => {
        const on = dayAt(zone, instant);
        assert.ok(startOfDay(zone, on) <= instant, `${dayText(on)} has begun`);
        assert.ok(instant < startOfDay(zone, on + 1), `${dayText(on)} has not ended`);
      },
    ),
    { numRuns: 2000 },
  );
});

test('a local time that the clock skips or shows twice is one instant', () => {
  assert.equal(localInstant('Europe/Copenhagen', '2026-03-29T02:30:00'), at('2026-03-29T01:30:00Z'));
  assert.equal(localInstant('Europe/Copenhagen', '2026-10-25 02:30'), at('2026-10-25T00:30:00Z'));
  assert.equal(localInstant('Europe/London', '2010-12-01T08:26:00'), at('2010-12-01T08:26:00Z'));
  assert.equal(localInstant('Europe/London', '2010-12-01T25:26:00'), undefined);
  assert.equal(localInstant('Europe/London', 'yesterday'), undefined);
});

test('calendar units keep the wall clock over a change of the clock', () => {
  const before = at('2026-03-28T12:00:00Z');
  const later = addDuration('Europe/Copenhagen', before, parseDuration('P1D') ?? { months: 0, days: 0, seconds: 0 });
  assert.equal(later - before, 23 * 3_600_000);
  assert.equal(minuteOfDay('Europe/Copenhagen', later), 13 * 60);
});
