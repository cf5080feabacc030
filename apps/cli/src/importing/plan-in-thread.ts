import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { SurveyedFile } from '../invoices/survey-file.ts';
import { Mistake } from '../terminal/mistake.ts';
import type { Place } from './import-window.ts';
import type { PlannedPiece } from './plan-file.ts';

/** What the thread is told when it begins. */
export interface PlanningTask extends Pick<SurveyedFile, 'path' | 'survey' | 'mapping'> {
  readonly start: Place;
}

/** A piece as JSON: parsing it costs a fraction of reading the file, which the other thread has done. */
export type PlanningMessage =
  | { readonly piece: string }
  | { readonly mistake: { readonly message: string; readonly remedy: string } }
  | { readonly done: true };

/** Plans a file in a thread of its own, a few pieces ahead, so that this one has its time for deciding. */
export async function* planInThread(task: PlanningTask): AsyncGenerator<PlannedPiece> {
  const thread = new Worker(new URL('./planning-thread.ts', import.meta.url), { workerData: task });
  const arrived: PlanningMessage[] = [];
  let failure: Error | undefined;
  thread.on('message', (message: PlanningMessage) => arrived.push(message));
  thread.on('error', (error) => {
    failure = error instanceof Error ? error : new Error(String(error));
  });
  try {
    for (;;) {
      if (failure) throw failure;
      const message = arrived.shift();
      if (message === undefined) {
        await Promise.race([once(thread, 'message'), once(thread, 'exit')]);
        if (arrived.length === 0 && failure === undefined && thread.threadId === -1) {
          throw new Error('The thread that plans the import ended early');
        }
        continue;
      }
      if ('done' in message) return;
      if ('mistake' in message) throw new Mistake(message.mistake.message, message.mistake.remedy);
      thread.postMessage('next');
      yield JSON.parse(message.piece) as PlannedPiece;
    }
  } finally {
    await thread.terminate();
  }
}
