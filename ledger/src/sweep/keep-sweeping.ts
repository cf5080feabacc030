import { setTimeout as wait } from 'node:timers/promises';
import type { Swept } from './sweep.ts';

export interface Sweeping {
  stop(): Promise<void>;
}

const PAUSE = 1000;
const LIMIT = 500;

/** One slice after another while there is work, then a pause. */
export function keepSweeping(sweep: (limit: number) => Promise<Swept>, log: (line: string) => void): Sweeping {
  const stopping = new AbortController();
  const loop = async () => {
    while (!stopping.signal.aborted) {
      const finished = await sweep(LIMIT).then(
        (swept) => swept.finished,
        (error: unknown) => {
          log(`The sweep will be tried again: ${error instanceof Error ? error.message : String(error)}`);
          return true;
        },
      );
      if (finished) await wait(PAUSE, undefined, { signal: stopping.signal, ref: false }).catch(() => undefined);
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
