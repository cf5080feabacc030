// Writes docs/cli.md from the help of every command.

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { commandReference } from 'trofast/reference';
import { repository } from './workspaces.ts';

export const commandsFile = join(repository, 'docs/cli.md');

if (import.meta.main) writeFileSync(commandsFile, await commandReference());
