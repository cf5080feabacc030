import type { Input, Output } from '@trofast/contract';
import {
  type Account,
  dayAt,
  dayText,
  isRefusal,
  marketOf,
  type Program,
  planHeldOn,
  versionAt,
} from '@trofast/engine';
import { type Answered, type Context, reply } from '../../context.ts';
import { dayField } from '../../instants.ts';
import { loadMember } from '../members/index.ts';
import { chargeView } from './club-view.ts';

type Membership = Output<'listMemberships'>['items'][number];

export async function listMemberships(
  context: Context,
  { memberId }: Input<'listMemberships'>,
): Promise<Answered<Output<'listMemberships'>>> {
  const loaded = await loadMember(context, memberId);
  if (isRefusal(loaded)) return loaded;
  const { programs, account, at } = loaded;
  const { program } = versionAt(programs, at);
  const { zone } = marketOf(program, account.market);
  const own = Object.keys(account.subscriptions).filter((key) => !key.includes('@') || key.endsWith(`:${memberId}`));
  return reply({
    items: own.flatMap((key) => membershipView({ program, account, member: memberId }, key, dayAt(zone, at))),
  });
}

interface Whose {
  readonly program: Program;
  readonly account: Account;
  readonly member: string;
}

function membershipView({ program, account, member }: Whose, key: string, today: number): readonly Membership[] {
  const subscription = account.subscriptions[key];
  if (!subscription) return [];
  const { plan, state, until, ends, charge: id } = subscription;
  const charge = id === undefined ? undefined : account.charges[id];
  return [
    {
      club: key.split('@')[0] ?? key,
      plan,
      state,
      benefits: planHeldOn({ program, account, event: { member } }, key, today) !== undefined,
      until: dayText(until),
      ...dayField('ends', ends),
      ...(id !== undefined && charge ? { charge: chargeView(account.id, id, charge) } : {}),
    },
  ];
}
