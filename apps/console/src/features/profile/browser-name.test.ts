import assert from 'node:assert/strict';
import { test } from 'node:test';
import { browserName } from './browser-name.ts';

const agents: readonly [agent: string | undefined, name: string | undefined][] = [
  [undefined, undefined],
  ['something else', undefined],
  ['Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 Chrome/156.0 Safari/537.36 Edg/156.0', 'Edge · Windows'],
  ['Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) Version/18.0 Mobile Safari/604.1', 'Safari · iPhone'],
  ['Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 Chrome/156.0 Safari/537.36', 'Chrome · Linux'],
];

for (const [agent, name] of agents) {
  test(`${agent ?? 'an unnamed browser'} is called ${name ?? 'nothing'}`, () => assert.equal(browserName(agent), name));
}
