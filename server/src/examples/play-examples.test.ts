import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';
import { after, before, test } from 'node:test';
import { readProgram } from '@trofast/engine';
import { readExamples } from '@trofast/engine/examples';
import { type Client, createClient } from '@trofast/sdk';
import { openShop, type Shop, truthfulFetch } from '../testing.ts';
import { playExample } from './testing/play-example.ts';

const repository = join(import.meta.dirname, '..', '..', '..');

let shop: Shop;
let operator: Client;
before(async () => {
  shop = await openShop();
  operator = createClient({ url: shop.url, key: shop.operatorKey, fetch: truthfulFetch });
});
after(async () => await shop.close());

for (const file of globSync('programs/*/examples.yaml', { cwd: repository }).toSorted()) {
  const name = basename(dirname(file));
  test(`over HTTP the worked examples of ${name} come out as they are written`, async () => {
    const text = readFileSync(join(repository, dirname(file), 'program.yaml'), 'utf8');
    const read = readProgram(text);
    assert.ok('program' in read, `${name} has mistakes`);
    const examples = readExamples(readFileSync(join(repository, file), 'utf8'));
    assert.ok('examples' in examples, `the examples of ${name} have mistakes`);

    const staged = { url: shop.url, operator, text, program: read.program };
    const differences = await Promise.all(
      examples.examples.map(async (example, index) => {
        const difference = await playExample(staged, `${name}-${index}`, example);
        if (!difference) return [];
        const { step, what, expected, actual } = difference;
        const place = `${relative(repository, join(repository, file))}:${examples.lineOf(index, step)}`;
        return [`${place}: ${example.code}: ${what} should be ${expected}, but is ${actual}`];
      }),
    );
    assert.deepEqual(differences.flat(), []);
  });
}
