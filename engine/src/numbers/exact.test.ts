import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { allocate, compare, exactText, minus, parseExact, plus, proportion, roundTo, times, whole } from './exact.ts';

const exact = (text: string) => {
  const value = parseExact(text);
  assert.ok(value, text);
  return value;
};

test('what is neither a decimal nor a fraction is not read', () => {
  for (const text of ['', 'x', '1.', '.5', '1/0', '1,5', '--1', '1e3', ' 1', 'Infinity']) {
    assert.equal(parseExact(text), undefined, text);
  }
});

test('a rate is exact: 19.99 at 1.25 is 24.9875 and comes to 24', () => {
  const points = times(exact('19.99'), exact('1.25'));
  assert.equal(exactText(points), '24.9875');
  assert.equal(roundTo(points, 'floor'), 24);
});

test('halves are rounded as the mode says, negatives as mirrors of positives', () => {
  const rows = [
    ['48.5', 49, 48, 48, 49],
    ['47.5', 48, 48, 47, 48],
    ['-48.5', -49, -48, -49, -48],
    ['0.175', 0, 0, 0, 1],
    ['2', 2, 2, 2, 2],
  ] as const;
  for (const [text, halfUp, halfEven, floor, ceiling] of rows) {
    assert.equal(roundTo(exact(text), 'half_up'), halfUp, `${text} half up`);
    assert.equal(roundTo(exact(text), 'half_even'), halfEven, `${text} half even`);
    assert.equal(roundTo(exact(text), 'floor'), floor, `${text} floor`);
    assert.equal(roundTo(exact(text), 'ceiling'), ceiling, `${text} ceiling`);
  }
});

test('a step of 0.50 takes 1.498 down to 1.00 and leaves 1.50', () => {
  assert.equal(roundTo(exact('149.8'), 'floor', 50), 100);
  assert.equal(roundTo(exact('150'), 'floor', 50), 150);
});

test('amounts beyond safe integers stay exact and are refused only as a result', () => {
  const huge = times(whole(Number.MAX_SAFE_INTEGER), whole(Number.MAX_SAFE_INTEGER));
  assert.equal(roundTo(times(huge, { n: 1, d: Number.MAX_SAFE_INTEGER }), 'floor'), Number.MAX_SAFE_INTEGER);
  assert.throws(() => roundTo(huge, 'floor'), RangeError);
});

test('fractions add, subtract and compare as fractions do', () => {
  assert.equal(exactText(plus(exact('1/3'), exact('1/6'))), '0.5');
  assert.equal(exactText(minus(exact('1/3'), exact('2/3'))), '-1/3');
  assert.equal(compare(exact('1/3'), exact('0.333')), 1);
  assert.equal(compare(exact('0.50'), exact('1/2')), 0);
});

test('what is split adds up to the whole, whatever the weights', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: -1_000_000_000, max: 1_000_000_000 }),
      fc.array(fc.integer({ min: 0, max: 1_000_000_000 }), { minLength: 1, maxLength: 20 }),
      (amount, weights) => {
        const parts = allocate(amount, weights);
        assert.equal(
          parts.reduce((sum, part) => sum + part, 0),
          amount,
        );
        const total = weights.reduce((sum, weight) => sum + weight, 0);
        if (total === 0) return;
        for (const [index, part] of parts.entries()) {
          const share = (amount * (weights[index] ?? 0)) / total;
          assert.ok(Math.abs(part - share) < 1.001, `${part} is the share ${share}, to the unit`);
        }
      },
    ),
  );
});

test('the largest remainder gets the odd unit, ties the earlier', () => {
  assert.deepEqual(allocate(100, [1, 1, 1]), [34, 33, 33]);
  assert.deepEqual(allocate(10, [5, 3, 2, 1]), [4, 3, 2, 1]);
  assert.deepEqual(allocate(5, [0, 0]), [5, 0]);
  assert.deepEqual(allocate(-100, [1, 1, 1]), [-34, -33, -33]);
});

test('a part of a line is worth its share, half-up', () => {
  assert.equal(proportion(1001, exact('1'), exact('2')), 501);
  assert.equal(proportion(999, exact('0.5'), exact('1.5')), 333);
});

test('text and value of a decimal are one', () => {
  fc.assert(
    fc.property(fc.integer(), fc.integer({ min: 0, max: 6 }), (n, decimals) => {
      const value = times(whole(n), { n: 1, d: 10 ** decimals });
      assert.equal(compare(exact(exactText(value)), value), 0);
    }),
  );
});
