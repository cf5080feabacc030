import { decideEvent, isRefusal, needs, type Recorded, type Refusal, refuse } from '@trofast/engine';
import { eventOf, originOf } from '../book/stored-events.ts';
import { clockOf } from '../programs/known-programs.ts';
import type { Foreseen } from '../requests.ts';
import { advanceInMemory, findAccount, type ReadContext, withEvidence } from './read-account.ts';

/** What each request would come to by itself, asked of the account as it is now; nothing is recorded. */
export async function foresee(
  context: ReadContext,
  program: string,
  account: string,
  asked: readonly Foreseen[],
): Promise<readonly (Recorded | Refusal)[]> {
  const known = await context.known.find(program);
  const row = known && (await findAccount(context, program, account));
  if (!known || !row) return asked.map(() => refuse('unknown_member'));

  const at = Math.max(clockOf(known, context.clock()), row.account.time);
  const advanced = await advanceInMemory(context, known, row.account, at);
  const outcomes = asked.map(async (request) => {
    const header = { id: `${account}-foreseen`, kind: request.kind, at, occurredAt: at };
    const event = eventOf(header, originOf(request), request.body);
    const references = needs(known.programs, advanced, event, at);
    const made = await withEvidence(context, known, advanced, at, references, (evidence) =>
      decideEvent(known.programs, advanced, event, evidence),
    );
    if (isRefusal(made)) return made;
    return 'recorded' in made ? made.recorded : refuse('unknown_member');
  });
  return await Promise.all(outcomes);
}
