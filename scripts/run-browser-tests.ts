import { spawn } from 'node:child_process';
import { globSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { buildFaces } from '@trofast/server/faces';
import { ensureChromium } from '../browser/find-chromium.ts';
import { type BrowserResult, mark } from '../browser/report-lines.ts';
import type { TestReport } from './test-report.ts';
import { repository } from './workspaces.ts';

const config = join(repository, 'browser/playwright.config.ts');

/** The browser tests whose path contains one of the parts; all of them without any. */
export function browserFiles(parts: readonly string[]): readonly string[] {
  return globSync('browser/**/*.spec.ts', { cwd: repository })
    .filter((file) => parts.length === 0 || parts.some((part) => file.includes(part)))
    .map((file) => join(repository, file))
    .toSorted();
}

/** Builds the faces, then clicks through them in a real browser. What cannot be run has failed. */
export async function runBrowserTests(files: readonly string[], report: TestReport, write: (text: string) => void) {
  if (files.length === 0) return;
  const say = (line: string) => write(`${line}\n`);
  const chromium = ensureChromium(say);
  if (chromium === undefined) {
    report.told({
      file: config,
      title: 'a browser is there',
      outcome: 'failed',
      seconds: 0,
      details: 'There is none.',
    });
    return;
  }
  try {
    await Promise.all(Object.values(buildFaces(say)));
  } catch (error) {
    const details = error instanceof Error ? error.message : String(error);
    report.told({ file: config, title: 'the faces can be built', outcome: 'failed', seconds: 0, details });
    return;
  }
  await runPlaywright(files, report, write);
}

async function runPlaywright(files: readonly string[], report: TestReport, write: (text: string) => void) {
  const cli = join(dirname(createRequire(config).resolve('@playwright/test/package.json')), 'cli.js');
  const child = spawn(process.execPath, [cli, 'test', '--config', config, ...files.map(escaped)], {
    cwd: repository,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let told = 0;
  for await (const line of createInterface({ input: child.stdout })) {
    if (!line.startsWith(mark)) {
      if (line !== '') write(`    ${line}\n`);
      continue;
    }
    told += 1;
    report.told(JSON.parse(line.slice(mark.length)) as BrowserResult);
  }
  if (told === 0) {
    report.told({ file: config, title: 'the browser tests ran', outcome: 'failed', seconds: 0, details: 'None did.' });
  }
}

/** Playwright reads names of files as patterns. */
function escaped(file: string): string {
  return file.replaceAll(/[.\\[\](){}+*?^$|]/g, '\\$&');
}
