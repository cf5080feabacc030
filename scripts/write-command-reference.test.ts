import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { commandReference } from 'trofast/reference';
import { commandsFile } from './write-command-reference.ts';

test('docs/cli.md says what the commands say (else: node scripts/write-command-reference.ts)', async () => {
  assert.equal(readFileSync(commandsFile, 'utf8'), await commandReference());
});
