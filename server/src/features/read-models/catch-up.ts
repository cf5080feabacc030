import { setTimeout as wait } from 'node:timers/promises';
import type { Context } from '../../context.ts';
import { endOfBatch, eventsAtOnce, followBucket } from './follow-bucket.ts';
import { beginAnew, type Place, selectPlaces } from './queries.ts';

type Reading = Pick<Context, 'database' | 'ledger'>;

/** Counts up when what is kept of an event changes: then everything is read anew. */
const rules = 1;
const pauseMilliseconds = 2000;
/** A screen does not wait longer for the newest events; after a large import they come a little later. */
const patienceMilliseconds = 400;

const running = new WeakMap<object, Promise<void>>();

/** Brings the tables of the screens up to the end of the feed. */
function followFeed(reading: Reading): Promise<void> {
  const known = running.get(reading.database);
  if (known) return known;
  const run = readOn(reading).finally(() => running.delete(reading.database));
  running.set(reading.database, run);
  return run;
}

/** The same before a screen reads them, as far as it can be done at once. */
export async function catchUp(reading: Reading): Promise<void> {
  const giveUp = new AbortController();
  const patience = wait(patienceMilliseconds, undefined, { signal: giveUp.signal, ref: false }).catch(() => undefined);
  // A run that had begun may have passed what was recorded just now.
  const joined = running.get(reading.database);
  const caughtUp = joined ? joined.then(() => followFeed(reading)) : followFeed(reading);
  await Promise.race([caughtUp, patience]);
  giveUp.abort();
  // Whoever gave up does not hear of its failure; the loop does, and tries again.
  caughtUp.catch(() => undefined);
}

export interface Following {
  stop(): Promise<void>;
}

/** Follows the feed until it is stopped. */
export function keepFollowing(reading: Reading, log: (line: string) => void): Following {
  const stopping = new AbortController();
  const loop = async () => {
    while (!stopping.signal.aborted) {
      await wait(pauseMilliseconds, undefined, { signal: stopping.signal, ref: false }).catch(() => undefined);
      if (stopping.signal.aborted) return;
      await followFeed(reading).catch((error: Error) =>
        log(`The screens' figures will be tried again: ${error.message}`),
      );
    }
  };
  const running = loop();
  return {
    stop: async () => {
      stopping.abort();
      await running;
    },
  };
}

async function readOn(reading: Reading): Promise<void> {
  let places = await selectPlaces(reading.database);
  if (places.some(isOutdated)) {
    await reading.database.transaction((client) => beginAnew(client, rules));
    places = await selectPlaces(reading.database);
  }
  for (const place of places) {
    if (place.batch === place.head && place.ordinal === endOfBatch) continue;
    while ((await followBucket(reading, place)) === eventsAtOnce) await nextTurn();
  }
}

function isOutdated({ buckets, follower_buckets, rules: read }: Place): boolean {
  return follower_buckets !== buckets || read !== rules;
}

/** Others that wait for this thread come first. */
function nextTurn(): Promise<void> {
  return new Promise((resolve) => {
    setImmediate(resolve);
  });
}
