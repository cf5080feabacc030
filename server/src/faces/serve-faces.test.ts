import assert from 'node:assert/strict';
import { once } from 'node:events';
import { get as httpGet, type IncomingMessage } from 'node:http';
import { after, before, test } from 'node:test';
import { openShop, type Shop } from '../testing.ts';
import { buildFaces } from './build-faces.ts';
import { FACES } from './faces.ts';

let shop: Shop;
before(async () => {
  await Promise.all(Object.values(buildFaces(() => undefined)));
  shop = await openShop();
});
after(() => shop.close());

const get = (path: string, headers: Record<string, string> = {}) => fetch(`${shop.url}${path}`, { headers });
const scriptOf = (page: string) => /<script type="module" crossorigin src="([^"]+)"><\/script>/.exec(page)?.[1] ?? '';

test('a file that is not there is a problem, not a page', async () => {
  for (const path of ['/console/assets/gone-123.js', '/console/assets/../../package.json', '/console/.sources']) {
    const answer = await get(path);
    const text = await answer.text();
    assert.ok(answer.status === 404 || /<div id="root">/.test(text), path);
    assert.doesNotMatch(text, /"dependencies"|^[0-9a-f]{64}$/);
  }
  assert.equal((await get('/console/assets/gone-123.js')).status, 404);
});

for (const face of FACES) {
  test(`every address of the ${face} is its page, with a policy that allows nothing of strangers`, async () => {
    for (const path of [`/${face}`, `/${face}/`, `/${face}/members/1?x=y`]) {
      const answer = await get(path);
      const page = await answer.text();
      const policy = answer.headers.get('Content-Security-Policy') ?? '';
      assert.equal(answer.status, 200);
      assert.equal(answer.headers.get('Cache-Control'), 'no-cache');
      assert.match(policy, /default-src 'none'; script-src 'self'; style-src 'self' 'nonce-[\w-]{20,}'/);
      assert.match(policy, /frame-ancestors 'none'/);
      const nonce = /'nonce-([\w-]+)'/.exec(policy)?.[1];
      assert.ok(page.includes(`content="${nonce}"`), 'the page has the nonce of its policy');
      assert.doesNotMatch(page, /<script(?![^>]* src=)/, 'no script stands in the page');
      assert.doesNotMatch(page, /(src|href)="(https?:)?\/\//, 'nothing comes from another host');
    }
  });

  test(`the files of the ${face} are kept for a year and come compressed`, async () => {
    const path = scriptOf(await (await get(`/${face}/`)).text());
    const answer = await get(path, { 'Accept-Encoding': 'br' });
    assert.equal(answer.status, 200);
    assert.equal(answer.headers.get('Content-Encoding'), 'br');
    assert.match(answer.headers.get('Content-Type') ?? '', /javascript/);
    assert.match(answer.headers.get('Cache-Control') ?? '', /max-age=31536000, immutable/);
    assert.match(answer.headers.get('Vary') ?? '', /accept-encoding/i);
    const plain = await get(path, { 'Accept-Encoding': 'identity' });
    assert.equal(plain.headers.get('Content-Encoding'), null);
    assert.equal(await plain.text(), await answer.text());
  });
}

test('each page gets a nonce of its own', async () => {
  const nonces = await Promise.all(
    [1, 2].map(async () => (await get('/console/')).headers.get('Content-Security-Policy')),
  );
  assert.notEqual(nonces[0], nonces[1]);
});

const greetings: readonly [language: string, text: RegExp][] = [
  ['da-DK', /For medlemmer/],
  ['sv', /För personalen/],
  ['no', /butikkgulvet/],
  ['fr', /For members/],
];

for (const [language, text] of greetings) {
  test(`/ leads to the faces, in the reader's language: ${language}`, async () => {
    const page = await (await get('/', { 'Accept-Language': language })).text();
    assert.match(page, text);
    for (const face of FACES) assert.match(page, new RegExp(`href="/${face}/"`));
  });
}

test('who comes to the portal of a server with one program is led to it; the portal itself still gets its page', async () => {
  const [led] = (await once(
    httpGet(`${shop.url}/portal/`, { headers: { 'Sec-Fetch-Mode': 'navigate' } }),
    'response',
  )) as [IncomingMessage];
  led.resume();
  assert.deepEqual([led.statusCode, led.headers.location], [302, `/portal/${shop.program}`]);
  assert.equal((await get('/portal/')).status, 200);
});
