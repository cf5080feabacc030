import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { readProgram } from '@trofast/engine';
import { writtenOf } from '../editing/written.ts';
import { type Basket, firstBasket, textsUnder } from './basket.ts';
import { type Simulation, simulateBasket } from './simulate-basket.ts';

function programOf(name: string) {
  const text = readFileSync(new URL(`../../../../../../programs/${name}/program.yaml`, import.meta.url), 'utf8');
  const reading = readProgram(text);
  assert.ok('program' in reading);
  return { text, program: reading.program };
}

function simulated(name: string, change: Partial<Basket> = {}): Simulation {
  const { program } = programOf(name);
  const simulation = simulateBasket(program, { ...firstBasket(program, '2026-01-10'), ...change }, 'en');
  assert.ok('rules' in simulation, JSON.stringify(simulation));
  return simulation;
}

test('what cannot be read is told by its field, and what the program refuses by its reason', () => {
  const { program } = programOf('points-for-a-webshop');
  const basket = firstBasket(program, '2026-01-10');
  const [line] = basket.lines;
  assert.ok(line);
  assert.deepEqual(simulateBasket(program, { ...basket, at: 'soon' }, 'en'), { field: 'at' });
  assert.deepEqual(simulateBasket(program, { ...basket, lines: [] }, 'en'), { field: 'lines' });
  assert.deepEqual(simulateBasket(program, { ...basket, lines: [{ ...line, price: '1.999' }] }, 'en'), {
    field: 'price',
  });
  assert.deepEqual(simulateBasket(program, { ...basket, lines: [{ ...line, quantity: 'x' }] }, 'en'), {
    field: 'quantity',
  });
  assert.deepEqual(simulateBasket(program, { ...basket, points: { points: '1.5' } }, 'en'), { field: 'points' });
});

test('points come with the arithmetic of the rule that gave them', () => {
  const simulation = simulated('points-for-a-webshop');
  assert.deepEqual(simulation.points, [{ currency: 'points', amount: 50 }]);
  assert.deepEqual(
    simulation.rules.map(({ rule, held }) => [rule, held]),
    [
      ['earn', true],
      ['weekend', true],
    ],
  );
  assert.match(simulation.rules[0]?.arithmetic ?? '', /→ /);
});

test('a rule that does not hold says why', () => {
  const simulation = simulated('points-for-a-webshop', { at: '2026-01-12T12:00' });
  assert.deepEqual(simulation.points, [{ currency: 'points', amount: 25 }]);
  assert.equal(simulation.rules.find(({ rule }) => rule === 'weekend')?.held, false);
});

test('categories that are left out earn nothing', () => {
  const lines = [{ key: '1', sku: '', categories: ['gift_card'], quantity: '1', price: '500' }];
  assert.deepEqual(simulated('points-for-a-webshop', { lines }).points, []);
});

test('the member’s level decides what they earn', () => {
  const bronze = simulated('gift-shop');
  const gold = simulated('gift-shop', { levels: { status: 'gold' } });
  assert.ok((gold.points[0]?.amount ?? 0) > (bronze.points[0]?.amount ?? 0));
});

test('the shop’s own codes are found in the document', () => {
  const written = writtenOf(programOf('points-for-a-webshop').text);
  assert.deepEqual(textsUnder(written, ['categories']), ['gift_card']);
});
