import type { Client } from '@trofast/sdk';
import { createContext, use, useSyncExternalStore } from 'react';
import type { OwnTill } from '../device/device-database.ts';
import type { QueueState, TillQueue } from '../queue/till-queue.ts';

export interface Till {
  readonly own: OwnTill;
  readonly client: Client;
  readonly queue: TillQueue;
}

export const TillContext = createContext<Till | undefined>(undefined);

export function useTill(): Till {
  const till = use(TillContext);
  if (till === undefined) throw new Error('useTill is called outside a paired till.');
  return till;
}

/** What waits on the device, and whether the server can be reached. */
export function useQueue(): QueueState {
  const { queue } = useTill();
  return useSyncExternalStore(queue.subscribe, queue.state);
}
