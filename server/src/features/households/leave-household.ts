import type { Input, Output } from '@trofast/contract';
import { isRefusal } from '@trofast/engine';
import { type Answered, type Context, isRefused, reply } from '../../context.ts';
import { instantOf } from '../../instants.ts';
import { outcomeView, recordEvent } from '../events/index.ts';
import { identitiesOf, loadMember, storedPerson } from '../members/index.ts';

/** What finds the person is given up, so that an enrolment of their own can take it. */
export async function leaveHousehold(
  context: Context,
  { memberId, occurredAt }: Input<'leaveHousehold'>,
): Promise<Answered<Output<'leaveHousehold'>>> {
  const { ledger, program, programs, locale, key } = context;
  const loaded = await loadMember(context, memberId);
  if (isRefusal(loaded)) return loaded;
  const { account, member } = loaded;
  const person = storedPerson(await ledger.person(program, account.id, memberId));
  const done = await recordEvent(context, {
    kind: 'member_left',
    account: account.id,
    member: memberId,
    key,
    body: {},
    ...(occurredAt === undefined ? {} : { occurredAt: instantOf(occurredAt) }),
    released: identitiesOf(person, member.cards),
  });
  return isRefused(done) ? done : reply(outcomeView({ programs, ...done, locale }), { replayed: done.replayed });
}
