import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { optionsPage, serverOptions } from '@trofast/server/options';
import { optionsFile } from './write-options.ts';

test('docs/options.md says what the options are (else: node scripts/write-options.ts)', () => {
  assert.equal(readFileSync(optionsFile, 'utf8'), optionsPage(serverOptions));
});
