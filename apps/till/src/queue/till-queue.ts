import type { ProblemDocument } from '@trofast/contract';
import type { Answer } from './after-answer.ts';
import type { NewQueued, Queued, QueueStore } from './queued.ts';
import { type Sent, sendWaiting } from './send-waiting.ts';

const LOCK = 'trofast-till-queue';
const againMilliseconds = 15_000;

/** What became of work that somebody waits for. */
export type Submitted =
  | { readonly kind: 'done'; readonly output: unknown }
  | { readonly kind: 'refused'; readonly problem: ProblemDocument }
  /** It is kept on the device and will be sent. */
  | { readonly kind: 'kept' };

export interface QueueState {
  readonly items: readonly Queued[];
  readonly isOnline: boolean;
  readonly isUnpaired: boolean;
}

export interface TillQueue {
  submit(work: NewQueued): Promise<Submitted>;
  flush(): Promise<void>;
  change(queued: Queued): Promise<void>;
  discard(sequence: number): Promise<void>;
  state(): QueueState;
  subscribe(listener: () => void): () => void;
  /** Listens to network and other tabs until the answer is called. */
  open(): () => void;
}

/** The device's queue: one for the tab, of one mind with the other tabs. */
export function openTillQueue(store: QueueStore, till: string, send: (queued: Queued) => Promise<Answer>): TillQueue {
  let state: QueueState = { items: [], isOnline: navigator.onLine, isUnpaired: false };
  const listeners = new Set<() => void>();
  const channel = new BroadcastChannel(LOCK);

  async function refresh(change: Partial<QueueState> = {}) {
    state = { ...state, ...change, items: await store.list() };
    for (const listener of listeners) listener();
  }
  async function changed(change: Partial<QueueState> = {}) {
    await refresh(change);
    channel.postMessage('changed');
  }
  /** Another tab may be sending: then it is waited for, and what it left is sent. */
  async function sendAll(): Promise<Sent> {
    const sent = await navigator.locks.request(LOCK, () => sendWaiting({ store, send, alone: (work) => work() }, till));
    const { stopped } = sent ?? { stopped: undefined };
    await changed({ isOnline: stopped !== 'unreachable', isUnpaired: stopped === 'unpaired' });
    return sent ?? { outputs: new Map(), refused: new Map(), stopped: undefined };
  }

  async function submit(work: NewQueued): Promise<Submitted> {
    const { sequence } = await store.add(work);
    await changed();
    const sent = navigator.onLine ? await sendAll() : undefined;
    if (sent?.outputs.has(sequence)) return { kind: 'done', output: sent.outputs.get(sequence) };
    const problem = sent?.refused.get(sequence);
    if (problem) return { kind: 'refused', problem };
    // The customer leaves with it: from now on it is never refused, only recorded as what it was.
    const kept = await store.get(sequence);
    if (kept) await store.put({ ...kept, hasHappened: true });
    await changed({ ...(navigator.onLine ? {} : { isOnline: false }) });
    return { kind: 'kept' };
  }

  async function flush() {
    const waits = (await store.list()).some((one) => one.state === 'waiting' && one.till === till);
    if (waits) await sendAll();
    else await refresh({ isOnline: navigator.onLine });
  }

  return {
    submit,
    flush,
    change: async (queued) => {
      await store.put(queued);
      await flush();
      await changed();
    },
    discard: async (sequence) => {
      await store.remove(sequence);
      await changed();
    },
    state: () => state,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    open: () =>
      listen(channel, {
        refresh: () => void refresh(),
        flush: () => void flush(),
        goOff: () => void refresh({ isOnline: false }),
      }),
  };
}

interface Heard {
  readonly refresh: () => void;
  readonly flush: () => void;
  readonly goOff: () => void;
}

/** To the network, to the other tabs, and to the clock, because a network may come back without saying so. */
function listen(channel: BroadcastChannel, { refresh, flush, goOff }: Heard): () => void {
  channel.onmessage = refresh;
  addEventListener('online', flush);
  addEventListener('offline', goOff);
  const timer = setInterval(flush, againMilliseconds);
  flush();
  return () => {
    removeEventListener('online', flush);
    removeEventListener('offline', goOff);
    clearInterval(timer);
  };
}
