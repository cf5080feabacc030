import assert from 'node:assert/strict';
import { test } from 'node:test';
import { exactText } from '../numbers/exact.ts';
import type { Effect, Program } from '../program.ts';
import { parseDay } from '../time/days.ts';
import { readProgram } from './read-program.ts';
import { SAMPLE_PROGRAM } from './sample-program.ts';

const UK = { market: 'UK', day: 0 };
const NO = { market: 'NO', day: 0 };

function programOf(...changes: readonly (readonly [good: string, other: string])[]): Program {
  const text = changes.reduce((before, [good, other]) => {
    assert.ok(before.includes(good), good);
    return before.replace(good, () => other);
  }, SAMPLE_PROGRAM);
  const reading = readProgram(text);
  if ('problems' in reading) assert.fail(JSON.stringify(reading.problems));
  return reading.program;
}

function earning(program: Program): Extract<Effect, { kind: 'earn' }> {
  const [effect] = program.rules.flatMap(({ then: effects }) => effects);
  assert.equal(effect?.kind, 'earn');
  return effect as Extract<Effect, { kind: 'earn' }>;
}

test('a rate is exactly what is written, however many digits it has', () => {
  const { points } = earning(programOf(['points: 1, per', 'points: 0.10000000000000000001, per']));
  assert.equal(exactText(points(UK)), '0.10000000000000000001');
});

test('a rate may be a fraction', () => {
  assert.equal(exactText(earning(programOf(['points: 1, per', 'points: 1/3, per'])).points(UK)), '1/3');
});

test('a rate with trailing zeros is the same rate', () => {
  assert.equal(exactText(earning(programOf(['points: 1, per', 'points: 1.50, per'])).points(UK)), '1.5');
});

test('earning is in units of the currency, so that two decimals make one point a hundred', () => {
  const program = programOf(['decimals: 0', 'decimals: 2'], ['amount: 50 }', 'amount: 0.5 }']);
  assert.equal(exactText(earning(program).points(UK)), '100');
  const [give] = program.rules[1]?.then ?? [];
  assert.equal(give?.kind === 'give' && give.amount(UK), 50);
});

test('a number alone is money of each market’s own currency', () => {
  const program = programOf(
    ['currency: NOK', 'currency: JPY'],
    ['large: { UK: "40.00 GBP", NO: "500.00 NOK" }', 'large: 1'],
  );
  const { per } = earning(program);
  assert.deepEqual([per(UK), per(NO)], [100, 1]);
});

test('a parameter changes on its date in its market only', () => {
  const cost = programOf().rewards.get('five')?.cost?.amount;
  const day = parseDay('2025-10-01') ?? 0;
  assert.deepEqual(
    [cost?.({ market: 'NO', day: day - 1 }), cost?.({ market: 'NO', day }), cost?.({ market: 'UK', day })],
    [100, 150, 500],
  );
});

test('a rule for one market may name that market’s currency', () => {
  const program = programOf(
    [
      '  - id: earn\n    on: purchase\n',
      '  - id: earn\n    on: purchase\n    when: [{ market_is: { markets: [UK] } }]\n',
    ],
    ['per: 1 }', 'per: "2.00 GBP" }'],
  );
  assert.equal(earning(program).per(UK), 200);
});

test('a market called NO and the word "on" mean what they look like', () => {
  const program = programOf();
  assert.deepEqual([...program.markets.keys()], ['UK', 'NO']);
  assert.equal(program.rules[0]?.on.kind, 'purchase');
});

test('skus of digits keep their zeros and the star is a beginning', () => {
  const program = programOf(['not: { skus: [BAG] }', 'skus: [0085, "gift_*"]']);
  const has = (sku: string) => program.products.get('goods')?.has({ sku });
  assert.deepEqual(['0085', '85', 'gift_1', 'gift', 'GIFT_1'].map(has), [true, false, true, false, false]);
});

test('products are excluded exactly', () => {
  const has = (sku: string) => programOf().products.get('goods')?.has({ sku });
  assert.deepEqual(['BAG', 'BAG1', 'bag'].map(has), [false, true, true]);
});

test('a level that a factor does not name earns as much as the first', () => {
  const program = programOf(['per: 1 }', 'per: 1, factor: { ladder: status, levels: { gold: 1.5 } } }']);
  const by = earning(program).factor?.by;
  assert.deepEqual(
    [...(by ?? [])].map(([level, rate]) => [level, exactText(rate)]),
    [
      ['bronze', '1'],
      ['silver', '1'],
      ['gold', '1.5'],
    ],
  );
});

test('a document may be JSON', () => {
  const reading = readProgram(SAMPLE_PROGRAM);
  assert.ok('document' in reading);
  const again = readProgram(JSON.stringify(reading.document, null, 2));
  assert.ok('program' in again, JSON.stringify(again));
  assert.deepEqual(again.document, reading.document);
});

test('an anchor stands for what it names', () => {
  const program = programOf(
    ['UK: { name: { en: Britain, da: Storbritannien }', 'UK: { name: &britain { en: Britain, da: Storbritannien }'],
    ['{ en: Norway, da: Norge }', '*britain'],
  );
  assert.equal(program.markets.get('NO')?.name.da, 'Storbritannien');
});

test('a voucher whose change is lost is used once, one whose change is kept until it is empty', () => {
  const uses = (change: string) => programOf(['change: kept', `change: ${change}`]).rewards.get('five')?.voucher.uses;
  assert.deepEqual([uses('kept'), uses('lost')], [undefined, 1]);
});
