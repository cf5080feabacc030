import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { test as base } from '@playwright/test';

/** A server with the published program `corner-shop`, whose sandbox clock stands at 5 January 2026, 9:00 UTC. */
export interface ServedShop {
  readonly url: string;
  readonly program: string;
  /** An API key of the program with every scope. */
  readonly key: string;
  readonly operatorKey: string;
  /** Where the first owner begins. */
  readonly welcomeLink: string;
  readonly close: () => Promise<void>;
}

/** Starts a server of one's own: for tests that need it untouched. `empty` has no program yet, as before a first run. */
export async function startShop(kind: 'published' | 'empty' = 'published'): Promise<ServedShop> {
  const child = fork(join(import.meta.dirname, 'serve-shop.ts'), [kind], { execArgv: [] });
  const exited = once(child, 'exit');
  const told = await Promise.race([once(child, 'message'), exited.then(() => undefined)]);
  if (told === undefined) throw new Error('The server for the browser tests ended before it answered.');
  const close = async () => {
    if (child.connected) child.disconnect();
    await exited;
  };
  return { ...(told[0] as Omit<ServedShop, 'close'>), close };
}

/** A test with a `shop`, which the tests of its worker share; addresses are the shop's own. */
export const test = base.extend<object, { shop: ServedShop }>({
  shop: [
    // biome-ignore lint/correctness/noEmptyPattern: the form that Playwright wants of a fixture without others
    async ({}, use) => {
      const shop = await startShop();
      await use(shop);
      await shop.close();
    },
    { scope: 'worker' },
  ],
  baseURL: async ({ shop }, use) => {
    await use(shop.url);
  },
});
