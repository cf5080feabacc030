import assert from 'node:assert/strict';
import { Writable } from 'node:stream';
import { after, before, test } from 'node:test';
import { SCOPES } from '@trofast/contract';
import { testDatabase } from '@trofast/db/testing';
import { Overloaded, openLedger } from '@trofast/ledger';
import { pino } from 'pino';
import type { Services } from '../context.ts';
import { openServices } from '../open-services.ts';
import { buildApp } from './build-app.ts';

const caller = { kind: 'key', actor: 'key:k1', name: 'shop', program: 'p', scopes: new Set(SCOPES) } as const;
const secret = 'a secret in the cause';
let services: Services;
let close: () => Promise<void>;
before(async () => {
  const database = await testDatabase();
  const ledger = await openLedger({ database });
  const log = pino({ level: 'silent' });
  const options = { publicUrl: undefined, privateWebhooks: false, smtpUrl: undefined, mailFrom: 'shop@example.com' };
  const opened = await openServices({ database, ledger, log, say: () => undefined, options });
  services = { ...opened.services, callers: { find: async () => caller, forget: () => undefined } };
  close = async () => {
    await ledger.close();
    await database.close();
  };
});
after(async () => await close());

/** The app over a ledger whose programs cannot be read, and what it logs meanwhile. */
async function askBroken(error: Error, url: string) {
  const lines: string[] = [];
  const write = (line: unknown, _encoding: string, done: () => void) => {
    lines.push(String(line));
    done();
  };
  const log = pino({ level: 'info' }, new Writable({ write }));
  const ledger = { ...services.ledger, programs: { ...services.ledger.programs, load: () => Promise.reject(error) } };
  const app = await buildApp({
    services: { ...services, ledger },
    log,
    bodyBytesMax: 1000,
    requestsAMinute: 100,
    trustProxy: false,
  });
  const answer = await app.inject({ url, headers: { 'request-id': 'r-1', authorization: 'Bearer x' } });
  await app.close();
  return { answer, lines };
}

test('a fault of ours is logged once and answered with the id of the request and nothing else', async () => {
  const { answer, lines } = await askBroken(new Error(secret), '/v1/members?email=member@example.com');
  assert.deepEqual(answer.json(), {
    type: '/docs/problems#fault',
    code: 'fault',
    status: 500,
    title: 'Something went wrong here',
    instance: 'r-1',
  });
  assert.equal(lines.filter((line) => line.includes(secret)).length, 1);
  assert.ok(lines.some((line) => line.includes('r-1')));
});

test('the log names no member, not even one that stands in an address', async () => {
  const { lines } = await askBroken(new Error(secret), '/v1/members?email=member@example.com');
  assert.ok(lines.some((line) => line.includes('"route":"/v1/members"')));
  assert.doesNotMatch(lines.join(), /member@example/);
});

test('with no room left it answers 503 and when to come back', async () => {
  const { answer, lines } = await askBroken(new Overloaded(), '/v1/members/m');
  assert.equal(answer.statusCode, 503);
  assert.equal(answer.json().code, 'overloaded');
  assert.equal(answer.headers['retry-after'], '1');
  assert.ok(lines.every((line) => !line.includes('"level":50')));
});
