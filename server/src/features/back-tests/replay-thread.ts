import { type MessagePort, parentPort, workerData } from 'node:worker_threads';
import { type Programs, readProgram } from '@trofast/engine';
import type { ReplayableHistory } from '@trofast/ledger';
import { emptyTally, type Replaying, replayChunk, type Tally } from './replay-chunk.ts';

/** What a thread is started with: documents as texts, since compiled ones cannot pass between threads. */
export interface ReplayTask {
  readonly program: string;
  readonly published: readonly VersionText[];
  readonly draft: readonly VersionText[];
  readonly since: number;
  readonly now: number;
}

export interface VersionText {
  readonly number: number;
  readonly from: number;
  readonly text: string;
}

export type ReplayRequest = { readonly histories: readonly ReplayableHistory[] } | 'end';
export type ReplayMessage = { readonly done: number } | { readonly tally: Tally };

/** Entry of the thread: replays what it is sent, and at the end says what came of it. */
function work(port: MessagePort, { program, published, draft, since, now }: ReplayTask) {
  const say = (message: ReplayMessage) => port.postMessage(message);
  const replaying: Replaying = { published: compiled(program, published), draft: compiled(program, draft), since, now };
  const tally = emptyTally();
  port.on('message', (request: ReplayRequest) => {
    if (request === 'end') {
      say({ tally });
      port.close();
      return;
    }
    replayChunk(tally, replaying, request.histories);
    say({ done: request.histories.length });
  });
}

function compiled(program: string, versions: readonly VersionText[]): Programs {
  return {
    id: program,
    versions: versions.map(({ number, from, text }) => {
      const read = readProgram(text);
      if ('problems' in read) throw new Error(`Version ${number} cannot be read: ${read.problems[0]?.message}`);
      return { number, from, program: read.program };
    }),
  };
}

if (parentPort) work(parentPort, workerData as ReplayTask);
