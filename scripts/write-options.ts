// Writes docs/options.md from the server's table of options.

import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { optionsPage, serverOptions } from '@trofast/server/options';
import { repository } from './workspaces.ts';

export const optionsFile = join(repository, 'docs/options.md');

if (import.meta.main) {
  mkdirSync(dirname(optionsFile), { recursive: true });
  writeFileSync(optionsFile, optionsPage(serverOptions));
}
