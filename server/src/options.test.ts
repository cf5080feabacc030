import assert from 'node:assert/strict';
import { test } from 'node:test';
import { helpOf, readOptions, serverOptions } from './options.ts';

test('a flag wins over the environment, and that over the default', () => {
  const port = (args: readonly string[], env: Record<string, string>) => {
    const read = readOptions(serverOptions, args, env);
    return 'values' in read ? read.values.port : read.wrong;
  };
  assert.equal(port([], {}), 8080);
  assert.equal(port([], { PORT: '9000' }), 9000);
  assert.equal(port([], { PORT: '' }), 8080);
  assert.equal(port(['--port', '9001'], { PORT: '9000' }), 9001);
});

test('what is wrong is said with where it stands and what it must be', () => {
  const wrong = (args: readonly string[], env: Record<string, string> = {}) => {
    const read = readOptions(serverOptions, args, env);
    return 'wrong' in read ? read.wrong : [];
  };
  assert.deepEqual(wrong(['--port', '99999']), ['--port is "99999", but must be a whole number from 0 to 65535.']);
  assert.deepEqual(wrong([], { PORT: 'http' }), ['PORT is "http", but must be a whole number from 0 to 65535.']);
  assert.deepEqual(wrong(['--log-level', 'loud']), [
    '--log-level is "loud", but must be one of trace, debug, info, warn, error, silent.',
  ]);
  assert.deepEqual(wrong([], { TROFAST_TRUST_PROXY: 'maybe' }), [
    'TROFAST_TRUST_PROXY is "maybe", but must be `true` or `false`.',
  ]);
  assert.match(wrong(['--prot', '1'])[0] ?? '', /--prot/);
});

test('the help names every flag and its environment', () => {
  const help = helpOf(serverOptions);
  for (const { flag, env } of Object.values(serverOptions))
    assert.ok(help.includes(`--${flag}`) && help.includes(env), flag);
});
