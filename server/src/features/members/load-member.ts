import type { Output } from '@trofast/contract';
import { dayText, type Member, type Refusal, refuse, yearlyText } from '@trofast/engine';
import { type AccountAt, accountOfEvent } from '@trofast/ledger';
import type { Context } from '../../context.ts';
import { dayField } from '../../instants.ts';
import { listsView } from './list-stays.ts';
import { type Person, storedPerson } from './person.ts';
import { referralCodeOf } from './referral-codes.ts';

/** A member with the account it is on, advanced to the program's clock. */
export interface Loaded extends AccountAt {
  readonly member: Member;
}

export async function loadMember(
  { ledger, program }: Pick<Context, 'ledger' | 'program'>,
  memberId: string,
): Promise<Loaded | Refusal> {
  const found = await ledger.account(program, accountOfEvent(memberId));
  const member = found?.account.members[memberId];
  if (found?.redirect) return refuse('member_merged', { ...found.redirect });
  if (found?.account.erased || member?.erased) return refuse('member_erased');
  if (!found || !member) return refuse('unknown_member');
  return { ...found, member };
}

/** The member as it stands now. */
export async function memberView(
  context: Pick<Context, 'ledger' | 'program' | 'programs'>,
  memberId: string,
  { account, member }: Loaded,
): Promise<Output<'getMember'>> {
  const { ledger, program } = context;
  const person: Person = storedPerson(await ledger.person(program, account.id, memberId));
  return {
    id: memberId,
    accountId: account.id,
    market: account.market,
    since: dayText(member.since),
    ...person,
    cards: [...member.cards],
    cardKinds: [...member.cardKinds],
    ...(member.birthday ? { birthday: yearlyText(member.birthday) } : {}),
    attributes: { ...member.attributes },
    ...listsView(member),
    ...(await referralCodeOf(context, account.id, memberId)),
    ...(member.role === undefined ? {} : { role: member.role }),
    ...dayField('left', member.left),
  };
}
