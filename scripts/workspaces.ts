import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

export const repository = dirname(import.meta.dirname);

/** The folders of the workspaces, as package.json names them. */
export function workspaces(): readonly string[] {
  const manifest: { workspaces: string[] } = JSON.parse(readFileSync(join(repository, 'package.json'), 'utf8'));
  return manifest.workspaces.filter((workspace) => existsSync(join(repository, workspace)));
}

/** Every tsconfig that is compiled on its own: the root's, the browser tests' and each workspace's. */
export function compilerConfigs(): readonly string[] {
  return ['.', 'browser', ...workspaces()].flatMap((folder) =>
    readdirSync(join(repository, folder))
      .filter((file) => /^tsconfig([.]test)?[.]json$/.test(file))
      .map((file) => join(folder, file)),
  );
}
