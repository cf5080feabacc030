import { setTimeout as wait } from 'node:timers/promises';
import { Overloaded } from '../requests.ts';
import { errorCode, isConnectionLost } from './connections.ts';
import { accountKey, type Job } from './jobs.ts';
import { type BatchContext, type BatchResult, runBatch } from './run-batch.ts';

/** Jobs of one bucket: two batches at a time with disjoint accounts, each account's jobs in the order they came. */
export interface BucketQueue {
  /** Throws `Overloaded`. */
  push(job: Job): void;
  /** When nothing waits and nothing is being written. */
  idle(): Promise<void>;
}

const IN_FLIGHT = 2;
const WAITING_MOST = 10_000;
const BATCH_LEAST = 48;
const BATCH_MOST = 400;
/** Milliseconds of deciding after which a batch is written, so that nobody waits long for the others. */
const DECIDING = 5;
/** With a long queue one waits for the queue, not for the batch: fewer commits shorten it. */
const DECIDING_MOST = 15;
const LONG_QUEUE = 1000;
const ATTEMPTS = 8;

export function openBucketQueue(context: BatchContext): BucketQueue {
  const queues = new Map<string, Job[]>();
  /** Accounts with jobs that no batch in flight has, in the order they are served. */
  const ready = new Set<string>();
  const busy = new Set<string>();
  const idlers: (() => void)[] = [];
  let inFlight = 0;
  let waiting = 0;
  let isScheduled = false;
  /** So many jobs are decided in the time that a batch may take. */
  let size = 64;

  const push = (job: Job) => {
    if (waiting >= WAITING_MOST) throw new Overloaded();
    const key = accountKey(job);
    const queue = queues.get(key);
    if (queue) queue.push(job);
    else queues.set(key, [job]);
    waiting += 1;
    if (!busy.has(key)) ready.add(key);
    schedule();
  };

  // Whatever is asked in one turn of the event loop goes together.
  const schedule = () => {
    if (isScheduled || inFlight >= IN_FLIGHT) return;
    isScheduled = true;
    setImmediate(() => {
      isScheduled = false;
      while (inFlight < IN_FLIGHT && ready.size > 0) void run(takeBatch());
    });
  };

  const takeBatch = (): Job[] => {
    const batch: Job[] = [];
    for (const key of ready) {
      const queue = queues.get(key) ?? [];
      batch.push(...queue.splice(0, Math.max(1, size - batch.length)));
      ready.delete(key);
      busy.add(key);
      if (batch.length >= size) break;
    }
    waiting -= batch.length;
    return batch;
  };

  const run = async (batch: readonly Job[]) => {
    inFlight += 1;
    const deferred = await runSafely(context, batch, decidingMillis(), noteSpeed);
    inFlight -= 1;
    for (const job of deferred.toReversed()) queues.get(accountKey(job))?.unshift(job);
    waiting += deferred.length;
    for (const key of new Set(batch.map(accountKey))) {
      busy.delete(key);
      if (queues.get(key)?.length === 0) queues.delete(key);
      else ready.add(key);
    }
    if (ready.size > 0) schedule();
    else if (inFlight === 0) for (const idler of idlers.splice(0)) idler();
  };

  const decidingMillis = () => Math.min(DECIDING_MOST, DECIDING * (1 + waiting / LONG_QUEUE));

  const noteSpeed = ({ decided, decidingMillis: spent }: BatchResult) => {
    if (decided < BATCH_LEAST) return;
    const affordable = (decidingMillis() / Math.max(spent, 0.1)) * decided;
    size = Math.min(BATCH_MOST, Math.max(BATCH_LEAST, Math.round((size * 3 + affordable) / 4)));
  };

  return {
    push,
    idle: async () => {
      if (inFlight > 0 || ready.size > 0) await new Promise<void>((resolve) => idlers.push(resolve));
    },
  };
}

/** Tries a batch, and after a failure its halves, so that one bad event never fails its neighbours. */
async function runSafely(
  context: BatchContext,
  batch: readonly Job[],
  millis: number,
  noteSpeed: (result: BatchResult) => void,
): Promise<readonly Job[]> {
  try {
    const result = await runBatch(context, batch, millis);
    noteSpeed(result);
    return result.deferred;
  } catch (error) {
    const again = (jobs: readonly Job[]) => runSafely(context, jobs, millis, noteSpeed);
    return await retry(batch, error, again);
  }
}

async function retry(
  batch: readonly Job[],
  error: unknown,
  again: (jobs: readonly Job[]) => Promise<readonly Job[]>,
): Promise<readonly Job[]> {
  const isLost = isConnectionLost(error);
  for (const job of batch) job.attempts += 1;
  const hopeless = batch.filter(({ attempts }) => attempts >= ATTEMPTS || (batch.length === 1 && !isPassing(error)));
  for (const job of hopeless) job.fail(error);
  const hopeful = batch.filter((job) => !hopeless.includes(job));
  if (hopeful.length === 0) return [];
  if (isLost) {
    await wait(50 * 2 ** (hopeful[0]?.attempts ?? 1));
    return await again(hopeful);
  }
  const middle = Math.ceil(hopeful.length / 2);
  const deferred = [...(await again(hopeful.slice(0, middle)))];
  if (middle === hopeful.length) return deferred;
  // Of an account that has to wait, later jobs wait too.
  const waiting = new Set(deferred.map(accountKey));
  const rest = hopeful.slice(middle);
  deferred.push(...rest.filter((job) => waiting.has(accountKey(job))));
  const free = rest.filter((job) => !waiting.has(accountKey(job)));
  if (free.length > 0) deferred.push(...(await again(free)));
  return deferred;
}

/** Another transaction was in the way, or the server was: the same batch may succeed a moment later. */
function isPassing(error: unknown): boolean {
  if (error instanceof Error && error.name === 'Conflict') return true;
  return ['40001', '40P01', '23505', '55P03'].includes(errorCode(error)) || isConnectionLost(error);
}
