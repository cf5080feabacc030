import type { Input, Output } from '@trofast/contract';
import { isRefusal } from '@trofast/engine';
import { accountOfEvent, deriveJoinedMemberId } from '@trofast/ledger';
import { type Answered, type Context, isRefused, reply } from '../../context.ts';
import { instantOf } from '../../instants.ts';
import { recordEvent } from '../events/index.ts';
import { identitiesOf, knownBody, loadMember, memberView, personOf } from '../members/index.ts';

export async function joinHousehold(
  context: Context,
  { memberId, role, occurredAt, ...said }: Input<'joinHousehold'>,
): Promise<Answered<Output<'joinHousehold'>>> {
  const { program, key } = context;
  const account = accountOfEvent(memberId);
  const member = deriveJoinedMemberId(program, account, key);
  const person = personOf(said);
  const done = await recordEvent(context, {
    kind: 'member_joined',
    account,
    member,
    key,
    body: { role, ...(await knownBody(context, said)) },
    ...(occurredAt === undefined ? {} : { occurredAt: instantOf(occurredAt) }),
    ...(Object.keys(person).length > 0 ? { private: { ...person }, person: { ...person } } : {}),
    claims: identitiesOf(person, said.cards),
  });
  if (isRefused(done)) return done;
  const loaded = await loadMember(context, member);
  if (isRefusal(loaded)) return loaded;
  return reply(await memberView(context, member, loaded), { replayed: done.replayed });
}
