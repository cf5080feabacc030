import { join } from 'node:path';

/** The web apps, each served below its own name. */
export const FACES = ['console', 'portal', 'till'] as const;

export type Face = (typeof FACES)[number];

export const repository = join(import.meta.dirname, '../../..');

export function folderOf(face: Face): string {
  return join(repository, 'apps', face);
}

export function builtFolderOf(face: Face): string {
  return join(folderOf(face), 'dist');
}
