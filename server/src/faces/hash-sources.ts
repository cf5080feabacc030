import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { type Face, repository } from './faces.ts';

const passedOver = new Set(['node_modules', 'dist', 'browser']);

/** A hash of all that a built face follows from: another hash, another build. */
export async function hashSources(face: Face): Promise<string> {
  const places = [`apps/${face}`, ...(await placesUsedBy(face)), 'package-lock.json'];
  const files = (await Promise.all(places.map(filesBelow))).flat().toSorted();
  const hash = createHash('sha256');
  for (const file of files) {
    hash.update(relative(repository, file)).update('\0');
    hash.update(await readFile(file)).update('\0');
  }
  return hash.digest('hex');
}

/** The places of this repository that a face's manifest names: nothing else may be imported. */
async function placesUsedBy(face: Face): Promise<readonly string[]> {
  const manifest: { readonly dependencies: Readonly<Record<string, string>> } = JSON.parse(
    await readFile(join(repository, 'apps', face, 'package.json'), 'utf8'),
  );
  return Object.keys(manifest.dependencies)
    .filter((name) => name.startsWith('@trofast/'))
    .map((name) => name.replace('@trofast/', ''))
    .map((name) => (name === 'ui' ? 'apps/ui' : `${name}/src`));
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
