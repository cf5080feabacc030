import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

const usual = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** Where the browser is that the tests click in: what CHROMIUM_PATH names, or the system's. */
export function findChromium(): string | undefined {
  const given = process.env.CHROMIUM_PATH;
  if (given) return existsSync(given) ? given : undefined;
  return usual.find((path) => existsSync(path));
}

/** Finds a browser, or installs Debian's where there is none and this process may. */
export function ensureChromium(say: (line: string) => void): string | undefined {
  const found = findChromium();
  if (found !== undefined) return found;
  if (process.env.CHROMIUM_PATH || process.getuid?.() !== 0) {
    say(missingBrowser);
    return undefined;
  }
  say('installing chromium for the browser tests …');
  for (const args of [['update'], ['install', '--yes', '--no-install-recommends', 'chromium']]) {
    spawnSync('apt-get', args, { stdio: ['ignore', 'ignore', 'inherit'] });
  }
  const installed = findChromium();
  if (installed === undefined) say(missingBrowser);
  return installed;
}

const missingBrowser =
  'There is no browser for the browser tests: apt-get install chromium, or name one with CHROMIUM_PATH.';
