import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { ReplayableHistory } from '@trofast/ledger';
import { emptyTally, mergeTally, type Tally } from './replay-chunk.ts';
import type { ReplayMessage, ReplayRequest, ReplayTask } from './replay-thread.ts';

/** As many as replay at once; the server's own thread stays free. */
const threads = 2;
const accountsAtOnce = 50;
/** So many chunks wait for each thread, that it is never idle and memory stays small. */
const aheadMost = 4;

interface Thread {
  readonly worker: Worker;
  waiting: number;
  readonly found: Promise<Tally>;
}

/** Replays histories in other threads; `onProgress` hears how many accounts are done. */
export async function replayInThreads(
  task: ReplayTask,
  histories: AsyncIterable<ReplayableHistory>,
  onProgress: (accounts: number) => void,
  signal: AbortSignal,
): Promise<Tally> {
  const pool = Array.from({ length: threads }, () => startThread(task, onProgress));
  const failed = Promise.race(pool.map(({ found }) => found.then(() => new Promise<never>(() => undefined))));
  failed.catch(() => undefined);
  try {
    let chunk: ReplayableHistory[] = [];
    const send = async () => {
      const free = pool.toSorted((one, other) => one.waiting - other.waiting)[0];
      if (!free) return;
      while (free.waiting >= aheadMost) await Promise.race([once(free.worker, 'message', { signal }), failed]);
      free.waiting += 1;
      free.worker.postMessage({ histories: chunk } satisfies ReplayRequest);
      chunk = [];
    };
    for await (const history of histories) {
      signal.throwIfAborted();
      chunk.push(history);
      if (chunk.length === accountsAtOnce) await send();
    }
    if (chunk.length > 0) await send();
    for (const { worker } of pool) worker.postMessage('end' satisfies ReplayRequest);
    const tally = emptyTally();
    const aborted = signal.aborted
      ? Promise.reject(signal.reason)
      : once(signal, 'abort').then(() => signal.throwIfAborted());
    aborted.catch(() => undefined);
    for (const { found } of pool) {
      const part = await Promise.race([found, aborted]);
      if (part) mergeTally(tally, part);
    }
    return tally;
  } finally {
    await Promise.all(pool.map(({ worker }) => worker.terminate()));
  }
}

function startThread(task: ReplayTask, onProgress: (accounts: number) => void): Thread {
  const worker = new Worker(new URL('./replay-thread.ts', import.meta.url), { workerData: task });
  // A server that stops does not wait for a back-test.
  worker.unref();
  const { promise, resolve, reject } = Promise.withResolvers<Tally>();
  const thread: Thread = { worker, waiting: 0, found: promise };
  promise.catch(() => undefined);
  worker.on('message', (message: ReplayMessage) => {
    if ('tally' in message) return resolve(message.tally);
    thread.waiting -= 1;
    onProgress(message.done);
  });
  worker.on('error', reject);
  worker.on('exit', () => reject(new Error('A thread of the back-test ended before it was done')));
  return thread;
}
