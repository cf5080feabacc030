import { type Client, createClient, ProblemError } from '@trofast/sdk';
import type { Answer } from '../queue/after-answer.ts';
import type { Queued } from '../queue/queued.ts';

/** Nobody at the counter waits longer for an answer: the work is kept and the next customer served. */
const answerMilliseconds = 5_000;

/** The client of a till: the device's own cookie, also where staff are signed in to the console beside it. */
export function tillClient(language: string): Client {
  return createClient({
    url: location.origin,
    locale: language,
    retries: 0,
    fetch: (url, init = {}) => {
      const headers = new Headers(init.headers);
      headers.set('Trofast-Face', 'till');
      const limit = AbortSignal.timeout(answerMilliseconds);
      return fetch(url, { ...init, headers, signal: init.signal ? AbortSignal.any([init.signal, limit]) : limit });
    },
  });
}

/** Sends work under its own key. */
export async function sendQueued(client: Client, { work, key }: Queued): Promise<Answer> {
  try {
    return { kind: 'done', output: await sendWork(client, work, key) };
  } catch (error) {
    return error instanceof ProblemError ? { kind: 'refused', problem: error.problem } : { kind: 'unreachable' };
  }
}

async function sendWork(client: Client, work: Queued['work'], key: string): Promise<unknown> {
  switch (work.operation) {
    case 'enrolMember':
      return await client.enrolMember(work.input, { key });
    case 'recordPurchase':
      return await client.recordPurchase(work.input, { key });
    case 'recordReturn':
      return await client.recordReturn(work.input, { key });
  }
}
