import type { Input, Output } from '@trofast/contract';
import { isRefusal, versionAt } from '@trofast/engine';
import { type Answered, type Context, isRefused, reply } from '../../context.ts';
import { members, memberView } from '../members/index.ts';
import { nameIn } from '../statement/index.ts';
import { loadMyself } from './myself.ts';

export async function getMe(context: Context): Promise<Answered<Output<'getMe'>>> {
  const { locale } = context;
  const myself = await loadMyself(context);
  if (isRefusal(myself)) return myself;
  const { program } = versionAt(myself.programs, myself.at);
  const [number = myself.memberId] = myself.member.cards;
  return reply({
    program: {
      id: program.id,
      name: nameIn(program.name, locale, program.id),
      languages: [...program.languages],
      hasHouseholds: program.households !== undefined,
      birthdayIsFixed: program.birthdays.changedBy === 'staff',
    },
    member: await memberView(context, myself.memberId, myself),
    card: { number },
  });
}

export async function changeMe(
  context: Context,
  { name, phone, birthday }: Input<'changeMe'>,
): Promise<Answered<Output<'changeMe'>>> {
  const myself = await loadMyself(context);
  if (isRefusal(myself)) return myself;
  return await members.changeMember(context, {
    memberId: myself.memberId,
    ...(name === undefined ? {} : { name }),
    ...(phone === undefined ? {} : { phone }),
    ...(birthday === undefined ? {} : { birthday }),
  });
}

export async function eraseMe(context: Context): Promise<Answered<undefined>> {
  const myself = await loadMyself(context);
  if (isRefusal(myself)) return myself;
  const erased = await members.eraseMember(context, { memberId: myself.memberId });
  return isRefused(erased) ? erased : reply(undefined);
}
