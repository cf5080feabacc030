import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { type Face, repository } from './faces.ts';

/** What every face is made of besides its own folder. */
const sharedSources = ['apps/ui', 'sdk/src', 'contract/src', 'engine/src', 'insight/src', 'package-lock.json'];
const passedOver = new Set(['node_modules', 'dist', 'browser']);

/** A hash of all that a built face follows from: another hash, another build. */
export async function hashSources(face: Face): Promise<string> {
  const files = (await Promise.all([`apps/${face}`, ...sharedSources].map(filesBelow))).flat().toSorted();
  const hash = createHash('sha256');
  for (const file of files) {
    hash.update(relative(repository, file)).update('\0');
    hash.update(await readFile(file)).update('\0');
  }
  return hash.digest('hex');
}

async function filesBelow(place: string): Promise<readonly string[]> {
  const path = join(repository, place);
  if (place.endsWith('.json')) return [path];
  const entries = await readdir(path, { withFileTypes: true });
  const found = await Promise.all(
    entries
      .filter(({ name }) => !passedOver.has(name) && !name.startsWith('.') && !name.endsWith('.test.ts'))
      .map((entry) =>
        entry.isDirectory() ? filesBelow(join(place, entry.name)) : Promise.resolve([join(path, entry.name)]),
      ),
  );
  return found.flat();
}
