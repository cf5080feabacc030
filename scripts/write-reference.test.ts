import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { test } from 'node:test';
import { referenceFiles } from './write-reference.ts';

for (const [file, text] of referenceFiles()) {
  test(`${basename(file)} is what the engine reads (else: node scripts/write-reference.ts)`, () => {
    // The formatter may lay the JSON out in its own way.
    const isJson = file.endsWith('.json');
    const written = readFileSync(file, 'utf8');
    assert.deepEqual(isJson ? JSON.parse(written) : written, isJson ? JSON.parse(text) : text);
  });
}
