import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { builtFolderOf, FACES, type Face, folderOf, repository } from './faces.ts';
import { hashSources } from './hash-sources.ts';

/** Inside a built face: the hash of what it was built from. */
const sourcesFile = '.sources';

/** Settles, for each face, when it can be served as its sources are now. */
export type Builds = Readonly<Record<Face, Promise<void>>>;

/** Builds the faces that are missing or older than their sources: one after the other, each in a process of its own. */
export function buildFaces(say: (line: string) => void): Builds {
  let before: Promise<unknown> = Promise.resolve();
  const builds = FACES.map((face) => {
    const build = before.then(() => buildFace(face, say));
    before = build.catch((error: unknown) => say(error instanceof Error ? error.message : String(error)));
    return [face, build] as const;
  });
  // FACES names every face.
  return Object.fromEntries(builds) as unknown as Builds;
}

async function buildFace(face: Face, say: (line: string) => void) {
  const sources = await hashSources(face);
  if ((await builtFrom(face)) === sources) return;
  const vite = findVite();
  if (vite === undefined) throw new CannotBuild(face, 'vite is not installed: run npm ci, or build elsewhere.');

  say(`Building the ${face} …`);
  const startedAt = performance.now();
  const folder = await mkdtemp(join(folderOf(face), '.dist-'));
  try {
    await runVite(vite, face, folder);
    await writeFile(join(folder, sourcesFile), sources);
    await replaceFolder(folder, builtFolderOf(face));
  } catch (error) {
    await rm(folder, { recursive: true, force: true });
    throw error;
  }
  say(`The ${face} is built, ${((performance.now() - startedAt) / 1000).toFixed(1)} s.`);
}

async function builtFrom(face: Face): Promise<string | undefined> {
  return await readFile(join(builtFolderOf(face), sourcesFile), 'utf8').catch(() => undefined);
}

function findVite(): string | undefined {
  try {
    const manifest = createRequire(join(repository, 'package.json')).resolve('vite/package.json');
    return join(dirname(manifest), 'bin/vite.js');
  } catch {
    return undefined;
  }
}

/** A face could not be built; the message says which and what its builder printed. */
export class CannotBuild extends Error {
  override readonly name = 'CannotBuild';

  constructor(face: Face, reason: string) {
    super(`The ${face} could not be built: ${reason}`);
  }
}

function runVite(vite: string, face: Face, folder: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const printed: string[] = [];
    const child = spawn(process.execPath, [vite, 'build', '--outDir', folder, '--logLevel', 'warn'], {
      cwd: folderOf(face),
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, NODE_ENV: 'production', NO_COLOR: '1' },
    });
    child.stdout.setEncoding('utf8').on('data', (text: string) => printed.push(text));
    child.stderr.setEncoding('utf8').on('data', (text: string) => printed.push(text));
    child.on('error', reject);
    child.on('close', (code) => (code === 0 ? resolve() : reject(new CannotBuild(face, printed.join('').trim()))));
  });
}

async function replaceFolder(fresh: string, place: string) {
  const old = `${fresh}-old`;
  await rename(place, old).catch(() => undefined);
  await rename(fresh, place);
  await rm(old, { recursive: true, force: true });
}
