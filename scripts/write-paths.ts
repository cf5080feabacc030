// Writes sdk/src/paths.ts from the contract, so that the client needs no zod at run time.

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Operation, operations } from '@trofast/contract';
import { repository } from './workspaces.ts';

export const pathsFile = join(repository, 'sdk/src/paths.ts');

export function pathsSource(): string {
  const rows = Object.entries<Operation>(operations).map(([name, operation]) => `  ${name}: ${pathText(operation)},`);
  return [
    '// Made from the contract by scripts/write-paths.ts.',
    '',
    '/** What the client must know of an operation to call it. */',
    'export interface Path {',
    '  readonly method: string;',
    '  readonly path: string;',
    '  /** Fields that stand in the query. */',
    '  readonly query?: readonly string[];',
    "  /** Media type of a body that is no JSON; the input's `body` is it. */",
    '  readonly takes?: string;',
    '  readonly gives?: string;',
    '  readonly keyed?: true;',
    '}',
    '',
    'export const paths = {',
    ...rows,
    '} as const satisfies Readonly<Record<string, Path>>;',
    '',
  ].join('\n');
}

function pathText({ method, path, query, takes, gives, keyed }: Operation): string {
  const names = Object.keys(query?.shape ?? {});
  const parts = [
    `method: '${method}'`,
    `path: '${path}'`,
    ...(names.length > 0 ? [`query: [${names.map((name) => `'${name}'`).join(', ')}]`] : []),
    ...(takes ? [`takes: '${takes}'`] : []),
    ...(gives ? [`gives: '${gives}'`] : []),
    ...(keyed ? ['keyed: true'] : []),
  ];
  const line = `{ ${parts.join(', ')} }`;
  return line;
}

if (import.meta.main) writeFileSync(pathsFile, pathsSource());
