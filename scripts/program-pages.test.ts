// Each page of docs/programs has a program and its worked examples: what a page shows is what the engine does.

import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { checkExamples, readProgram } from '@trofast/engine';
import { repository } from './workspaces.ts';

const folder = join(repository, 'docs/programs');
const pages = readdirSync(folder).filter((file) => /^[a-z-]+[.]md$/.test(file) && file !== 'reference.md');

for (const page of pages) {
  test(`what docs/programs/${page} shows is what happens`, () => {
    const text = readFileSync(join(folder, page), 'utf8');
    const [program = '', examples = ''] = [...text.matchAll(/```yaml\n([\s\S]*?)```/g)].map(([, block]) => block);
    const read = readProgram(program);
    assert.ok('program' in read, JSON.stringify(read, undefined, 2));
    const result = checkExamples(read.program, examples);
    assert.ok('examples' in result, JSON.stringify(result, undefined, 2));
    assert.ok(result.examples.length > 0);
    assert.deepEqual(
      result.examples.flatMap(({ difference }) => (difference ? [difference] : [])),
      [],
    );
  });
}
