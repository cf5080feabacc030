import type { Client } from '@trofast/sdk';
import { ProblemError } from '@trofast/sdk';

const waitAfterFailureMilliseconds = [1000, 2000, 5000, 10_000, 30_000] as const;

export interface Followed {
  readonly client: Pick<Client, 'followChanges'>;
  /** Of the home page as it is shown. */
  readonly cursor: string;
  readonly signal: AbortSignal;
  readonly onChange: () => void;
  readonly wait?: (milliseconds: number, signal: AbortSignal) => Promise<void>;
}

/** Asks again and again until the signal ends it; a lost network is waited for, ever longer. Ends when nobody is signed in. */
export async function followChanges({ client, cursor: from, signal, onChange, wait = pause }: Followed): Promise<void> {
  let cursor = from;
  let failures = 0;
  while (!signal.aborted) {
    try {
      const answer = await client.followChanges({ cursor }, { signal });
      failures = 0;
      cursor = answer.cursor;
      if (answer.changed) onChange();
    } catch (error) {
      if (signal.aborted || (error instanceof ProblemError && error.problem.status === 401)) return;
      await wait(waitAfterFailureMilliseconds[failures] ?? 30_000, signal);
      failures += 1;
    }
  }
}

function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, milliseconds);
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      resolve();
    });
  });
}
