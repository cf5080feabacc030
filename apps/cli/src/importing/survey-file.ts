import { Worker } from 'node:worker_threads';
import type { Survey } from '../invoices/survey-sales.ts';
import type { CsvMapping } from '../mapping/read-mapping.ts';
import { Mistake } from '../terminal/mistake.ts';
import type { Place } from './import-window.ts';
import type { PlannedPiece } from './plan-file.ts';

/** A file that has been read once, whole, and found to be in order. */
export interface SurveyedFile {
  readonly path: string;
  readonly survey: Survey;
  readonly mapping: CsvMapping;
  readonly mappingText: string;
  /** What the file asks for, piece by piece. Once: what was read for it is let go. */
  plan(start: Place): AsyncGenerator<PlannedPiece>;
}

/** What the thread is told when it begins. */
export interface PlanningTask {
  readonly path: string;
  readonly mapping: CsvMapping;
}

/** `next`: a piece has arrived. */
export type PlanningRequest = { readonly start: Place } | 'next';

/** A piece as JSON: parsing it costs a fraction of reading the file, which the other thread has done. */
export type PlanningMessage =
  | { readonly survey: Survey }
  | { readonly piece: string }
  | { readonly mistake: { readonly message: string; readonly remedy: string } }
  | { readonly done: true };

/** Surveys, and later plans, in a thread of its own, a few pieces ahead, so that this one has its time for deciding. */
export async function surveyFile(path: string, mapping: CsvMapping, mappingText: string): Promise<SurveyedFile> {
  const thread = new Worker(new URL('./planning-thread.ts', import.meta.url), {
    workerData: { path, mapping } satisfies PlanningTask,
  });
  const messages = messagesOf(thread);
  const surveyed = await messages.next();
  if (!('survey' in surveyed)) throw new Error('A thread that plans begins with its survey');
  // Until it is asked for the plan, nobody need wait for it.
  thread.unref();

  async function* plan(start: Place): AsyncGenerator<PlannedPiece> {
    const ask = (request: PlanningRequest) => thread.postMessage(request);
    thread.ref();
    ask({ start });
    try {
      for (;;) {
        const message = await messages.next();
        if ('done' in message) return;
        if (!('piece' in message)) throw new Error('A plan is made of pieces');
        ask('next');
        yield JSON.parse(message.piece) as PlannedPiece;
      }
    } finally {
      await thread.terminate();
    }
  }

  return { path, survey: surveyed.survey, mapping, mappingText, plan };
}

/** The thread's messages in their order; throws what went wrong in it. */
function messagesOf(thread: Worker) {
  const arrived: PlanningMessage[] = [];
  let failure: Error | undefined;
  let wake = () => {};
  thread.on('message', (message: PlanningMessage) => {
    arrived.push(message);
    wake();
  });
  thread.on('error', (error) => {
    failure = error instanceof Error ? error : new Error(String(error));
  });
  thread.on('exit', () => {
    failure ??= new Error('The thread that plans the import ended early');
    wake();
  });
  return {
    async next(): Promise<Exclude<PlanningMessage, { mistake: unknown }>> {
      while (arrived.length === 0 && failure === undefined) {
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      }
      const message = arrived.shift();
      if (message === undefined) throw failure;
      if ('mistake' in message) throw new Mistake(message.mistake.message, message.mistake.remedy);
      return message;
    },
  };
}
