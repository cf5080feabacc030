import type { AccountName, Ledger } from '@trofast/ledger';
import type { Changes } from '../../context.ts';

const lookEveryMilliseconds = 500;
const waitMilliseconds = 25_000;

interface Waiting extends AccountName {
  readonly after: number;
  readonly until: number;
  readonly answer: (sequence: number) => void;
}

/**
 * Waits for accounts together: one question for all of them, twice a second, and none while nobody waits. What other
 * servers record is seen in the same way.
 */
export function watchChanges(ledger: Pick<Ledger, 'sequences'>): Changes {
  const waiting = new Set<Waiting>();
  let timer: NodeJS.Timeout | undefined;
  let ended = false;

  const answer = (one: Waiting, sequence: number) => {
    waiting.delete(one);
    one.answer(sequence);
  };
  const look = async () => {
    const all = [...waiting];
    // A database that is away for a moment is no news: who waits goes on waiting.
    const sequences = await ledger.sequences(all).catch(() => []);
    const now = performance.now();
    for (const [index, one] of all.entries()) {
      const sequence = sequences[index] ?? one.after;
      if (sequence > one.after || now >= one.until || ended) answer(one, sequence);
    }
    timer = waiting.size > 0 && !ended ? setTimeout(look, lookEveryMilliseconds) : undefined;
  };

  return {
    next: async ({ program, account }, after) => {
      const [now = after] = await ledger.sequences([{ program, account }]);
      if (now > after || ended) return now;
      return await new Promise((resolve) => {
        waiting.add({ program, account, after, until: performance.now() + waitMilliseconds, answer: resolve });
        timer ??= setTimeout(look, lookEveryMilliseconds);
      });
    },
    end: () => {
      ended = true;
      clearTimeout(timer);
      for (const one of waiting) answer(one, one.after);
    },
  };
}
