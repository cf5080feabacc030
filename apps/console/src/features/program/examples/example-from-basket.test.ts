import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { checkExamples, readProgram } from '@trofast/engine';
import { firstBasket } from '../simulator/basket.ts';
import { simulateBasket } from '../simulator/simulate-basket.ts';
import { exampleFromBasket, freeCode, withExample } from './example-from-basket.ts';

const folder = new URL('../../../../../../programs/', import.meta.url);

function fileOf(path: string): string {
  return readFileSync(new URL(path, folder), 'utf8');
}

for (const name of ['points-for-a-webshop', 'gift-shop', 'cashback-for-a-grocer', 'tiers-for-a-salon']) {
  test(`${name}: a simulated basket becomes an example that is green, behind those that were there`, () => {
    const reading = readProgram(fileOf(`${name}/program.yaml`));
    assert.ok('program' in reading);
    const { program } = reading;
    const basket = firstBasket(program, '2026-01-12');
    const simulation = simulateBasket(program, basket, 'en');
    assert.ok('rules' in simulation);
    const before = fileOf(`${name}/examples.yaml`);
    const example = exampleFromBasket(program, { code: 'EX-1', name: 'As tried', basket, simulation });
    assert.ok(example);
    const after = withExample(before, example);
    assert.ok(after.startsWith(before.trimEnd()));
    const checked = checkExamples(program, after);
    assert.ok('examples' in checked, JSON.stringify(checked));
    assert.deepEqual(checked.examples.at(-1)?.code, 'EX-1');
    assert.ok(
      checked.examples.every(({ passed }) => passed),
      JSON.stringify(checked.examples),
    );
    const alone = checkExamples(program, withExample('', example));
    assert.ok('examples' in alone && alone.examples[0]?.passed);
  });
}

test('a level that an example cannot bring a member to gives no example', () => {
  const reading = readProgram(fileOf('gift-shop/program.yaml'));
  assert.ok('program' in reading);
  const basket = { ...firstBasket(reading.program, '2026-01-12'), levels: { status: 'gold' } };
  const simulation = simulateBasket(reading.program, basket, 'en');
  assert.ok('rules' in simulation);
  assert.equal(exampleFromBasket(reading.program, { code: 'EX-1', name: '', basket, simulation }), undefined);
});

test('a new example has a code of its own', () => {
  assert.equal(freeCode(['EX-1', 'PW-1', 'EX-2']), 'EX-3');
});
