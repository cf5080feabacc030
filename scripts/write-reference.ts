// Writes what docs/programs says of the program format from the engine: the JSON Schema and the reference page.

import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { programReference, programSchema } from '@trofast/engine';
import { repository } from './workspaces.ts';

/** Path and text of each file. */
export function referenceFiles(): ReadonlyMap<string, string> {
  const folder = join(repository, 'docs/programs');
  return new Map([
    [join(folder, 'program.schema.json'), `${JSON.stringify(programSchema(), null, 1)}\n`],
    [join(folder, 'reference.md'), programReference()],
  ]);
}

if (import.meta.main) {
  for (const [file, text] of referenceFiles()) {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
}
