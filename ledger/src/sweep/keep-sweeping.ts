import { setTimeout as wait } from 'node:timers/promises';
import type { Swept } from './sweep.ts';

export interface Sweeping {
  stop(): Promise<void>;
}

interface Work {
  readonly sweep: (limit: number) => Promise<Swept>;
  /** Now and then. */
  readonly tidy: () => Promise<void>;
  readonly log: (line: string) => void;
}

const PAUSE = 1000;
const LIMIT = 500;
const TIDY_EVERY = 600_000;

/** One slice after another while there is work, then a pause. */
export function keepSweeping({ sweep, tidy, log }: Work): Sweeping {
  const stopping = new AbortController();
  let tidied = performance.now();

  const slice = async (): Promise<boolean> => {
    try {
      if (performance.now() - tidied > TIDY_EVERY) {
        tidied = performance.now();
        await tidy();
      }
      return (await sweep(LIMIT)).finished;
    } catch (error) {
      log(`The sweep will be tried again: ${error instanceof Error ? error.message : String(error)}`);
      return true;
    }
  };

  const loop = async () => {
    while (!stopping.signal.aborted) {
      const isFinished = await slice();
      if (isFinished) await wait(PAUSE, undefined, { signal: stopping.signal, ref: false }).catch(() => undefined);
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
