import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inflateSync } from 'node:zlib';
import { openShop } from '../../testing.ts';
import { drawIcon } from './draw-icon.ts';

test('a portal is installed under the name and in the colours of its program', async () => {
  const shop = await openShop();
  try {
    const manifest = await fetch(`${shop.url}/portal/corner-shop/manifest.webmanifest`);
    assert.equal(manifest.headers.get('Content-Type'), 'application/manifest+json; charset=utf-8');
    const { name, start_url, icons } = (await manifest.json()) as {
      name: string;
      start_url: string;
      icons: readonly { readonly src: string }[];
    };
    assert.deepEqual([name, start_url], ['The Corner Shop', '/portal/corner-shop']);
    for (const { src } of icons) {
      const icon = await fetch(`${shop.url}${src}`);
      assert.deepEqual([icon.status, icon.headers.get('Content-Type')], [200, 'image/png']);
    }
    assert.equal((await fetch(`${shop.url}/portal/no-shop/manifest.webmanifest`)).status, 404);
    assert.equal((await fetch(`${shop.url}/portal/no-shop/icon-192.png`)).status, 404);
  } finally {
    await shop.close();
  }
});

test('an icon has its ground in every corner and its mark in the middle', () => {
  const size = 32;
  const png = drawIcon(size, { ground: '#102030', mark: '#ffffff', dot: '#f2b705' });
  assert.equal(png.toString('latin1', 1, 4), 'PNG');
  assert.deepEqual([png.readUInt32BE(16), png.readUInt32BE(20)], [size, size]);
  const length = png.readUInt32BE(33);
  const rows = inflateSync(png.subarray(41, 41 + length));
  const pixel = (x: number, y: number) => {
    const at = y * (size * 3 + 1) + 1 + x * 3;
    return rows.subarray(at, at + 3).toString('hex');
  };
  assert.deepEqual([pixel(0, 0), pixel(31, 31), pixel(15, 16)], ['102030', '102030', 'ffffff']);
});
