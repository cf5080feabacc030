// Loaded before every test file. In the places that decide and measure, time and chance are arguments:
// their tests fail when code asks the machine for either.

import { relative, sep } from 'node:path';
import { repository } from './workspaces.ts';

const purePlaces = ['engine', 'insight'];

function isPure(testFile: string): boolean {
  return purePlaces.some((place) => relative(repository, testFile).startsWith(place + sep));
}

async function forbidClockAndChance() {
  // fast-check draws its seed from the clock unless it is given one.
  const { configureGlobal } = await import('fast-check');
  const seed = process.env.TROFAST_TEST_SEED ?? crypto.getRandomValues(new Int32Array(1))[0];
  configureGlobal({ seed: Number(seed) });

  const refuse = (what: string) => () => {
    throw new Error(`${what} is forbidden here: time and chance are arguments`);
  };
  const refuseNow = refuse('new Date() without an argument');
  globalThis.Date = new Proxy(Date, {
    construct: (target, args) => (args.length === 0 ? refuseNow() : Reflect.construct(target, args)),
    apply: refuse('Date()'),
  });
  Date.now = refuse('Date.now()');
  Math.random = refuse('Math.random()');
  Temporal.Now.instant = refuse('Temporal.Now.instant()');
}

if (process.argv[1] && isPure(process.argv[1])) await forbidClockAndChance();
