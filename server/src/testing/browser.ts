// A browser for tests: it keeps cookies, and says from which origin its pages ask.

import { type Client, createClient } from '@trofast/sdk';
import { type Shop, truthfulFetch } from '../testing.ts';

export interface Browser {
  /** By name: value and attributes. */
  readonly cookies: ReadonlyMap<string, string>;
  readonly fetch: typeof fetch;
  /** The client of a face that this browser shows. */
  client(program?: string): Client;
}

export function openBrowser(url: string, origin = url): Browser {
  const cookies = new Map<string, string>();
  const browse = async (address: string | URL | Request, init: RequestInit = {}) => {
    const headers = new Headers(init.headers);
    const kept = [...cookies].map(([name, value]) => `${name}=${value.split(';')[0]}`);
    if (kept.length > 0) headers.set('Cookie', kept.join('; '));
    if (init.method !== undefined && init.method !== 'GET') headers.set('Origin', origin);
    const response = await truthfulFetch(address, { ...init, headers });
    for (const cookie of response.headers.getSetCookie()) keep(cookies, cookie);
    return response;
  };
  return {
    cookies,
    fetch: browse,
    client: (program) =>
      createClient({ url, retries: 0, fetch: browse, ...(program === undefined ? {} : { program }) }),
  };
}

function keep(cookies: Map<string, string>, cookie: string) {
  const [, name = '', value = ''] = /^([^=]+)=(.*)$/.exec(cookie) ?? [];
  if (/max-age=0/i.test(value)) cookies.delete(name);
  else cookies.set(name, value);
}

export const ownerPassword = 'the owner has a long sentence';

/** The first owner, signed in. */
export async function openOwner(shop: Pick<Shop, 'url' | 'welcomeLink'>): Promise<Browser> {
  const browser = openBrowser(shop.url);
  const token = tokenOf(shop.welcomeLink);
  const person = { name: 'First Owner', email: 'owner@example.com', password: ownerPassword };
  await browser.client().redeemWelcome({ token, ...person });
  return browser;
}

/** What stands behind `#` in a link. */
export function tokenOf(link: string): string {
  return link.split('#')[1] ?? '';
}

/** What a page sends to the sign-in library, which is no operation of the contract. */
export async function post(browser: Browser, address: string, body: object, program?: string) {
  const headers = {
    'Content-Type': 'application/json',
    ...(program === undefined ? {} : { 'Trofast-Program': program }),
  };
  return await browser.fetch(address, { method: 'POST', headers, body: JSON.stringify(body) });
}
