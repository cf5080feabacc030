import type { NewQueued, Queued, QueueStore } from './queued.ts';

/** For tests: what a device keeps, without the device. */
export function openMemoryStore(kept: readonly Queued[] = []): QueueStore {
  const bySequence = new Map(kept.map((queued) => [queued.sequence, queued]));
  let last = Math.max(0, ...bySequence.keys());
  return {
    add: async (work: NewQueued) => {
      last += 1;
      const queued: Queued = { ...work, sequence: last, state: 'waiting', faults: 0 };
      bySequence.set(last, queued);
      return queued;
    },
    list: async () => [...bySequence.values()].toSorted((a, b) => a.sequence - b.sequence),
    get: async (sequence) => bySequence.get(sequence),
    put: async (queued) => void bySequence.set(queued.sequence, queued),
    remove: async (sequence) => void bySequence.delete(sequence),
  };
}
