import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { readProgram } from '@trofast/engine';
import { withList } from './with-list.ts';

const folder = new URL('../../../../../programs/', import.meta.url);

for (const file of globSync('*/program.yaml', { cwd: folder })) {
  test(`${file}: a list that is made there is read`, () => {
    const text = withList(readFileSync(new URL(file, folder), 'utf8'), 'Our best customers', true);
    const reading = readProgram(text);
    assert.ok('program' in reading, JSON.stringify(reading));
    assert.equal(reading.program.lists.get('our-best-customers')?.hidden, true);
  });
}
