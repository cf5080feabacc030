import { once } from 'node:events';
import { type MessagePort, parentPort, workerData } from 'node:worker_threads';
import { openSource } from '../reading/open-source.ts';
import { Mistake } from '../terminal/mistake.ts';
import { planFile } from './plan-file.ts';
import type { PlanningMessage, PlanningTask } from './plan-in-thread.ts';

/** So many pieces may wait to be fetched. */
const AHEAD = 8;

/** Entry of the thread: reads and plans the file, and hands over piece after piece. */
async function plan(port: MessagePort, { path, survey, mapping, start }: PlanningTask): Promise<void> {
  const say = (message: PlanningMessage) => port.postMessage(message);
  let waiting = 0;
  port.on('message', () => {
    waiting -= 1;
  });
  try {
    const source = await openSource(path);
    for await (const piece of planFile({ source, survey, mapping }, start)) {
      say({ piece: JSON.stringify(piece) });
      waiting += 1;
      while (waiting >= AHEAD) await once(port, 'message');
    }
    say({ done: true });
  } catch (error) {
    if (!(error instanceof Mistake)) throw error;
    say({ mistake: { message: error.message, remedy: error.remedy } });
  } finally {
    port.close();
  }
}

if (parentPort) await plan(parentPort, workerData as PlanningTask);
