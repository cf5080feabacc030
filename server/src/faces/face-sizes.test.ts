import assert from 'node:assert/strict';
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { before, test } from 'node:test';
import { buildFaces } from './build-faces.ts';
import { builtFolderOf, type Face } from './faces.ts';

interface Chunk {
  readonly file: string;
  readonly isEntry?: boolean;
  readonly imports?: readonly string[];
}

/** What may be loaded before anything is shown: kilobytes of compressed JavaScript. */
const limits: readonly [face: Face, kilobytes: number][] = [
  ['console', 350],
  ['portal', 150],
  ['till', 150],
];

before(async () => {
  await Promise.all(Object.values(buildFaces(() => undefined)));
});

for (const [face, kilobytes] of limits) {
  test(`the ${face} begins with at most ${kilobytes} kB of compressed JavaScript`, () => {
    const folder = builtFolderOf(face);
    const chunks: Record<string, Chunk> = JSON.parse(readFileSync(join(folder, '.vite/manifest.json'), 'utf8'));
    const entry = Object.keys(chunks).filter((name) => chunks[name]?.isEntry);
    const files = [...closure(chunks, entry)].map((name) => chunks[name]?.file ?? '');
    const bytes = files.reduce((sum, file) => sum + compressedSize(join(folder, file)), 0);
    assert.ok(bytes > 10_000, 'the entry was found');
    assert.ok(bytes <= kilobytes * 1000, `${bytes} bytes: ${files.join(', ')}`);
  });
}

function closure(chunks: Readonly<Record<string, Chunk>>, names: readonly string[], seen = new Set<string>()) {
  for (const name of names) {
    if (seen.has(name)) continue;
    seen.add(name);
    closure(chunks, chunks[name]?.imports ?? [], seen);
  }
  return seen;
}

/** Small files are not compressed. */
function compressedSize(file: string): number {
  return statSync(`${file}.gz`, { throwIfNoEntry: false })?.size ?? statSync(file).size;
}
