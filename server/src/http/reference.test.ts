import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { PROBLEM_CODES } from '@trofast/contract';
import { openShop, type Shop } from '../testing.ts';

let shop: Shop;
before(async () => {
  shop = await openShop();
});
after(async () => await shop.close());

test('the reference page loads from this server and from nowhere else', async () => {
  const page = await fetch(`${shop.url}/docs/`);
  const html = await page.text();
  assert.equal(page.status, 200);
  assert.doesNotMatch(html.replaceAll('http://www.w3.org', ''), /(?:src|href)="(?:https?:)?\/\//);
  assert.match(page.headers.get('Content-Security-Policy') ?? '', /connect-src 'self'/);
  const scripts = [...html.matchAll(/<script[^>]* src="([^"]+)"/g)].map(([, source]) => source ?? '');
  assert.ok(scripts.length > 0);
  for (const source of scripts) {
    const script = await fetch(new URL(source, `${shop.url}/docs/`));
    assert.match(script.headers.get('Content-Type') ?? '', /javascript/);
    assert.ok((await script.text()).length > 100_000);
  }
});

test('anyone may read what the API is, and what each problem means', async () => {
  const document = (await (await fetch(`${shop.url}/openapi.json`)).json()) as { openapi: string };
  assert.equal(document.openapi, '3.1.0');
  const problems = await (await fetch(`${shop.url}/docs/problems`)).text();
  for (const code of PROBLEM_CODES) assert.ok(problems.includes(`id="${code}"`), code);
  assert.equal(new URL((await fetch(`${shop.url}/docs`)).url).pathname, '/docs/');
});
