import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isPrivateHost } from './addresses.ts';

test('what stands in a private network is not to be called from outside', () => {
  const hosts = ['localhost', '127.0.0.1', '10.1.2.3', '172.20.0.1', '192.168.1.1', '169.254.169.254', '0.0.0.0'];
  for (const host of [...hosts, '[::1]', '[fd00::1]', '[fe80::1]', '[::ffff:127.0.0.1]', '2130706433', 'db.internal']) {
    assert.ok(isPrivateHost(`https://${host}/hook`), host);
  }
});

test('what stands on the internet may be called', () => {
  for (const host of ['shop.example.com', '93.184.216.34', '[2606:2800:220:1::1]']) {
    assert.ok(!isPrivateHost(`https://${host}/hook`), host);
  }
});
