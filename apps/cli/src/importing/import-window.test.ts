import assert from 'node:assert/strict';
import { test } from 'node:test';
import { importWindow } from './import-window.ts';

const place = (invoices: number) => ({ invoices, lines: invoices, at: invoices });

test('a place is not acknowledged while anything before it is under way', async () => {
  const window = importWindow();
  const [first, second] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  window.start(first.promise);
  window.mark(place(1));
  window.start(second.promise);
  window.mark(place(2));
  second.resolve();
  await second.promise;
  assert.equal(window.acknowledged(), undefined);
  first.resolve();
  await window.drain();
  assert.deepEqual(window.acknowledged(), place(2));
});

test('nothing is acknowledged from a failure on, and the failure is told', async () => {
  const window = importWindow();
  window.start(Promise.resolve());
  window.mark(place(1));
  await window.drain();
  window.start(Promise.reject(new Error('the database went away')));
  window.mark(place(2));
  await assert.rejects(window.drain(), /went away/);
  await assert.rejects(window.room(), /went away/);
  assert.deepEqual(window.acknowledged(), place(1));
});

test('no more is under way than there is room for', async () => {
  const window = importWindow(1);
  const first = Promise.withResolvers<void>();
  window.start(first.promise);
  let hadRoom = false;
  const room = window.room().then(() => {
    hadRoom = true;
  });
  await Promise.resolve();
  assert.equal(hadRoom, false);
  first.resolve();
  await room;
});
