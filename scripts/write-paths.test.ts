import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { pathsFile, pathsSource } from './write-paths.ts';

test("the client's table of paths is the contract's (else: node scripts/write-paths.ts)", () => {
  assert.equal(withoutLayout(readFileSync(pathsFile, 'utf8')), withoutLayout(pathsSource()));
});

/** The formatter may break lines that the script writes as one. */
function withoutLayout(source: string): string {
  return source.replaceAll(/\s+/g, '').replaceAll(',}', '}').replaceAll(',]', ']');
}
