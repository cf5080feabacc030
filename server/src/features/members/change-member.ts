import type { Input, Output } from '@trofast/contract';
import { isRefusal } from '@trofast/engine';
import type { Identity } from '@trofast/ledger';
import { type Answered, type Context, isRefused, reply } from '../../context.ts';
import { recordEvent } from '../events/index.ts';
import { knownBody } from './known-body.ts';
import { loadMember, memberView } from './load-member.ts';
import { identitiesOf, type Person, personOf, storedPerson } from './person.ts';

export async function changeMember(
  context: Context,
  { memberId, id: _key, ...said }: Input<'changeMember'>,
): Promise<Answered<Output<'changeMember'>>> {
  const { ledger, program, key } = context;
  const before = await loadMember(context, memberId);
  if (isRefusal(before)) return before;
  const { account, member } = before;

  const known = storedPerson(await ledger.person(program, account.id, memberId));
  const change = personOf(said);
  const { leaves, cards, byStaff } = said;
  const claims = identitiesOf(change, cards);
  const done = await recordEvent(context, {
    kind: 'member_changed',
    account: account.id,
    member: memberId,
    key,
    body: {
      ...(await knownBody(context, said)),
      ...(byStaff === undefined ? {} : { byStaff }),
      ...(leaves ? { leaves } : {}),
    },
    ...(Object.keys(change).length > 0 ? { private: { ...change }, person: { ...known, ...change } } : {}),
    claims,
    released: givenUp(known, change, cards ? member.cards : [], claims),
  });
  if (isRefused(done)) return done;
  const after = await loadMember(context, memberId);
  if (isRefusal(after)) return after;
  return reply(await memberView(context, memberId, after), { replayed: done.replayed });
}

/** Identities that the change replaces by others. */
function givenUp(
  known: Person,
  change: Person,
  cards: readonly string[],
  kept: readonly Identity[],
): readonly Identity[] {
  const replaced = Object.fromEntries(Object.entries(known).filter(([field]) => field in change));
  return identitiesOf(replaced, cards).filter(
    ({ kind, value }) => !kept.some((identity) => identity.kind === kind && identity.value === value),
  );
}
