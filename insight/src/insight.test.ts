import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  averageOrderValue,
  costOf,
  type Flow,
  histogramOf,
  levelMovement,
  periodBefore,
  pointsHeld,
  pointsMoved,
  redemptionRate,
  repeatRate,
  stepsOf,
  unitCost,
  vouchersMoved,
} from './index.ts';

const flow = (debit: string, credit: string, amount: number): Flow => ({ debit, credit, amount });
const dayOf = (text: string) => Date.parse(text) / 86_400_000;

test('a share of nothing is no number', () => {
  assert.equal(redemptionRate(10, 0), undefined);
  assert.equal(repeatRate(0, 0), undefined);
  assert.equal(averageOrderValue(0, 0), undefined);
});

test('old points that are spent may be more than what was earned', () => {
  assert.equal(redemptionRate(150, 100), 1.5);
});

test('an average is rounded half up, and returns never make it less than nothing', () => {
  assert.equal(averageOrderValue(5, 2), 3);
  assert.equal(averageOrderValue(-900, 2), 0);
});

test('points that came back from a cancelled voucher were not spent', () => {
  const moved = pointsMoved([
    flow('issued', 'points', 900),
    flow('points', 'converted', 500),
    flow('converted', 'points', 500),
    flow('points', 'taken_back', 300),
    flow('debt', 'taken_back', 20),
  ]);
  assert.deepEqual(moved, { earned: 900, spent: 0, expired: 0, takenBack: 320 });
});

test('what is held is still outstanding, and a debt repaid is owed no longer', () => {
  const flows = [
    flow('issued', 'points', 100),
    flow('points', 'held', 30),
    flow('debt', 'taken_back', 20),
    flow('points', 'debt', 15),
  ];
  assert.deepEqual(pointsHeld(flows), { outstanding: 85, owed: 5 });
});

test('vouchers that are issued are used, gone, cancelled or open', () => {
  const flows = [
    flow('vouchers', 'voucher', 2000),
    flow('voucher', 'vouchers_used', 500),
    flow('vouchers_used', 'voucher', 100),
    flow('voucher', 'vouchers_expired', 300),
    flow('voucher', 'vouchers_cancelled', 200),
  ];
  assert.deepEqual(vouchersMoved(flows), { issued: 2000, used: 400, expired: 300, open: 1100 });
});

test('a cost of a fraction of a penny is rounded once, over all points', () => {
  const penny = unitCost('0.0125', 2, 0);
  assert.equal(costOf(3, penny), 4);
  assert.equal(costOf(1_000_000, penny), 1_250_000);
  assert.equal(costOf(-3, penny), -4);
  assert.equal(costOf(1358, unitCost('1', 2, 2)), 1358);
});

test('who goes up and comes down again has stayed', () => {
  const moves = [
    { account: 'a', from: 'bronze', to: 'gold' },
    { account: 'a', from: 'gold', to: 'bronze' },
    { account: 'b', from: undefined, to: 'silver' },
    { account: 'c', from: 'gold', to: 'silver' },
  ];
  assert.deepEqual(levelMovement(moves, ['bronze', 'silver', 'gold'], 10), { up: 1, down: 1, same: 8 });
});

test('the period before is as long and ends the day before', () => {
  assert.deepEqual(periodBefore({ from: 10, through: 19 }), { from: 0, through: 9 });
});

test('weeks begin on Monday, months on the first, and the ends are cut', () => {
  const period = { from: dayOf('2026-01-29'), through: dayOf('2026-03-02') };
  assert.deepEqual(
    stepsOf(period, 'month').map(({ through }) => through),
    ['2026-01-31', '2026-02-28', '2026-03-02'].map(dayOf),
  );
  assert.equal(stepsOf(period, 'week')[0]?.through, dayOf('2026-02-01'));
  assert.equal(stepsOf(period, 'day').length, 33);
});

test('every value stands in exactly one bar, and nothing in its own', () => {
  const values = [-55, -3, 0, 0, 7, 10, 11, 4000];
  const bars = histogramOf(values);
  assert.equal(
    bars.reduce((sum, { count }) => sum + count, 0),
    values.length,
  );
  assert.deepEqual(
    bars.find(({ from }) => from === 0),
    { from: 0, through: 0, count: 2 },
  );
  assert.deepEqual(bars.at(-1), { from: 2001, through: 5000, count: 1 });
  assert.deepEqual(histogramOf([]), []);
});
