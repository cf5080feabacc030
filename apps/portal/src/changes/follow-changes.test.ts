import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ProblemError } from '@trofast/sdk';
import { followChanges } from './follow-changes.ts';

type Answer = { readonly cursor: string; readonly changed: boolean } | Error;

/** Answers in turn, then ends the following. */
async function followed(...answers: readonly Answer[]) {
  const stop = new AbortController();
  const asked: string[] = [];
  const waits: number[] = [];
  let changes = 0;
  await followChanges({
    client: {
      followChanges: async ({ cursor }) => {
        asked.push(cursor);
        const answer = answers[asked.length - 1];
        if (asked.length >= answers.length) stop.abort();
        if (answer === undefined || answer instanceof Error) throw answer;
        return answer;
      },
    },
    cursor: '4',
    signal: stop.signal,
    onChange: () => {
      changes += 1;
    },
    wait: async (milliseconds) => {
      waits.push(milliseconds);
    },
  });
  return { asked, waits, changes };
}

test('each answer is where the next question begins, and only news are told', async () => {
  const { asked, changes } = await followed(
    { cursor: '4', changed: false },
    { cursor: '6', changed: true },
    { cursor: '7', changed: true },
  );
  assert.deepEqual({ asked, changes }, { asked: ['4', '4', '6'], changes: 2 });
});

test('a lost network is waited for, ever longer, and then nothing is missed', async () => {
  const lost = new TypeError('Failed to fetch');
  const { asked, waits, changes } = await followed(lost, lost, { cursor: '9', changed: true }, lost);
  assert.deepEqual({ asked, waits, changes }, { asked: ['4', '4', '4', '9'], waits: [1000, 2000], changes: 1 });
});

test('whoever is no longer signed in asks no more', async () => {
  const problem = { type: 'x', code: 'unauthenticated', status: 401, title: 'x' } as const;
  const { asked } = await followed(new ProblemError(problem), { cursor: '5', changed: true });
  assert.deepEqual(asked, ['4']);
});
