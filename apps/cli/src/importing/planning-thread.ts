import { once } from 'node:events';
import { type MessagePort, parentPort, workerData } from 'node:worker_threads';
import { openSaleLines } from '../invoices/sale-lines-file.ts';
import { surveySales } from '../invoices/survey-sales.ts';
import { Mistake } from '../terminal/mistake.ts';
import type { Place } from './import-window.ts';
import { planFile } from './plan-file.ts';
import type { PlanningMessage, PlanningRequest, PlanningTask } from './survey-file.ts';

/** So many pieces may wait to be fetched. */
const AHEAD = 8;

/** Entry of the thread: surveys the file, and when it is asked to, plans it and hands over piece after piece. */
async function work(port: MessagePort, { path, mapping }: PlanningTask): Promise<void> {
  const say = (message: PlanningMessage) => port.postMessage(message);
  const asked = Promise.withResolvers<Place>();
  let waiting = 0;
  port.on('message', (request: PlanningRequest) => {
    if (request === 'next') waiting -= 1;
    else asked.resolve(request.start);
  });
  try {
    const file = await openSaleLines(path, mapping);
    const survey = await surveySales(file);
    say({ survey });
    for await (const piece of planFile(file, survey, mapping.currency, await asked.promise)) {
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

if (parentPort) await work(parentPort, workerData as PlanningTask);
