import { type Answer, afterAnswer } from './after-answer.ts';
import type { Queued, QueueStore } from './queued.ts';

export interface Sending {
  readonly store: QueueStore;
  /** Sends it, under its own key, and says what came of it. */
  readonly send: (queued: Queued) => Promise<Answer>;
  /** Runs the work alone, over all tabs of the device; `undefined` when another tab is at it already. */
  readonly alone: <Result>(work: () => Promise<Result>) => Promise<Result | undefined>;
}

export interface Sent {
  /** What the server answered, by the device's order. */
  readonly outputs: ReadonlyMap<number, unknown>;
  readonly refused: ReadonlyMap<number, Extract<Answer, { kind: 'refused' }>['problem']>;
  readonly stopped: 'unreachable' | 'busy' | 'unpaired' | undefined;
}

/**
 * Sends what waits in the device's order, each until it was answered, and stops where nothing can be sent now. Work is
 * forgotten only after its answer: a tab that closes in between sends it again under the same key, which does it once.
 */
export async function sendWaiting({ store, send, alone }: Sending, till: string): Promise<Sent | undefined> {
  return await alone(async () => {
    const sent = {
      outputs: new Map<number, unknown>(),
      refused: new Map<number, Extract<Answer, { kind: 'refused' }>['problem']>(),
    };
    for (;;) {
      const queued = (await store.list()).find((one) => one.state === 'waiting' && one.till === till);
      if (queued === undefined) return { ...sent, stopped: undefined };
      const next = afterAnswer(queued, await send(queued));
      switch (next.kind) {
        case 'wait':
          if (next.queued) await store.put(next.queued);
          return { ...sent, stopped: next.why };
        case 'done':
          sent.outputs.set(queued.sequence, next.output);
          await store.remove(queued.sequence);
          break;
        case 'refused':
          sent.refused.set(queued.sequence, next.problem);
          await store.remove(queued.sequence);
          break;
        case 'again':
        case 'aside':
          await store.put(next.queued);
          break;
      }
    }
  });
}
