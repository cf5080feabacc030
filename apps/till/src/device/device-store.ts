import type { NewQueued, Queued, QueueStore } from '../queue/queued.ts';
import { deviceDatabase } from './device-database.ts';

/** The queue as the device keeps it: written before anything is sent. */
export const deviceStore: QueueStore = {
  async add(work: NewQueued) {
    const database = await deviceDatabase();
    const value = { ...work, state: 'waiting', faults: 0 } as const;
    // A sale must outlive a dead battery a moment later.
    const transaction = database.transaction('queue', 'readwrite', { durability: 'strict' });
    const sequence = await transaction.store.add(value);
    await transaction.done;
    return { ...value, sequence };
  },
  async list() {
    return (await (await deviceDatabase()).getAll('queue')) as readonly Queued[];
  },
  async get(sequence) {
    return (await (await deviceDatabase()).get('queue', sequence)) as Queued | undefined;
  },
  async put(queued) {
    await (await deviceDatabase()).put('queue', queued);
  },
  async remove(sequence) {
    await (await deviceDatabase()).delete('queue', sequence);
  },
};
