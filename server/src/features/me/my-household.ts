import type { Input, Output } from '@trofast/contract';
import { dayAt, dayText, type HouseholdRole, isRefusal, marketOf, refuse, versionAt } from '@trofast/engine';
import { type Answered, type Context, isRefused, reply } from '../../context.ts';
import { instantOf } from '../../instants.ts';
import { households } from '../households/index.ts';
import { storedPerson } from '../members/index.ts';
import { nameIn } from '../statement/index.ts';
import { loadMyself, type Myself } from './myself.ts';

type Household = Output<'getMyHousehold'>;

export async function getMyHousehold(context: Context): Promise<Answered<Household>> {
  const myself = await loadMyself(context);
  return isRefusal(myself) ? myself : reply(await householdView(context, myself));
}

export async function addToMyHousehold(
  context: Context,
  { role, name, email, address }: Input<'addToMyHousehold'>,
): Promise<Answered<Household>> {
  const myself = await loadMyself(context);
  if (isRefusal(myself)) return myself;
  if (!isHead(myself)) return refuse('head_only');
  const joined = await households.joinHousehold(context, {
    memberId: myself.memberId,
    role,
    name,
    ...(email === undefined ? {} : { email }),
    ...(address === undefined ? {} : { address }),
  });
  if (isRefused(joined)) return joined;
  const after = await loadMyself(context);
  if (isRefusal(after)) return after;
  return reply(await householdView(context, after), { replayed: joined.replayed ?? false });
}

export async function leaveMyHousehold(
  context: Context,
  { member }: Input<'leaveMyHousehold'>,
): Promise<Answered<Output<'leaveMyHousehold'>>> {
  const myself = await loadMyself(context);
  if (isRefusal(myself)) return myself;
  const memberId = member ?? myself.memberId;
  if (memberId !== myself.memberId && !isHead(myself)) return refuse('head_only');
  if (!myself.account.members[memberId]) return refuse('unknown_member');
  const left = await households.leaveHousehold(context, { memberId });
  if (isRefused(left)) return left;
  const { account, programs } = myself;
  const zone = marketOf(versionAt(programs, myself.at).program, account.market).zone;
  return reply({ left: dayText(dayAt(zone, instantOf(left.output.occurredAt))) }, { replayed: left.replayed ?? false });
}

function isHead({ member }: Myself): boolean {
  return member.role === undefined;
}

async function householdView(context: Context, myself: Myself): Promise<Household> {
  const { locale } = context;
  const { account, programs, at } = myself;
  const { program } = versionAt(programs, at);
  const { households: terms } = program;
  const present = Object.entries(account.members).filter(([, { left, erased }]) => left === undefined && !erased);
  const today = dayAt(marketOf(program, account.market).zone, at);
  const free = (role: HouseholdRole) => role.atMost - present.filter(([, member]) => member.role === role.id).length;
  const roles = [...(terms?.roles.values() ?? [])].filter(({ span: { from, through } }) => {
    return (from === undefined || from <= today) && (through === undefined || today <= through);
  });
  return {
    ...(terms ? { name: nameIn(terms.name, locale, '') } : {}),
    mayAdd: isHead(myself) && roles.some((role) => free(role) > 0),
    people: await Promise.all(
      present.map(async ([id, { role, since }]) => {
        const { name } = storedPerson(await context.ledger.person(context.program, account.id, id));
        return {
          id,
          ...(name === undefined ? {} : { name }),
          isMe: id === myself.memberId,
          ...(role === undefined ? {} : { role, roleName: nameIn(terms?.roles.get(role)?.name, locale, role) }),
          since: dayText(since),
        };
      }),
    ),
    roles: roles
      .filter((role) => free(role) > 0)
      .map((role) => ({
        role: role.id,
        name: nameIn(role.name, locale, role.id),
        free: free(role),
        sameAddress: role.sameAddress,
      })),
  };
}
