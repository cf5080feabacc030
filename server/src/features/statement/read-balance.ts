import type { Input, Output } from '@trofast/contract';
import { balancesAt, dayText, decimalText, isRefusal, lotsAt } from '@trofast/engine';
import { type Answered, type Context, reply } from '../../context.ts';
import { dayField, instantText } from '../../instants.ts';
import { balancesView, decimalsOf, programOfVersion } from '../events/index.ts';
import { loadMember } from '../members/index.ts';

export async function getBalance(
  context: Context,
  { memberId }: Input<'getBalance'>,
): Promise<Answered<Output<'getBalance'>>> {
  const loaded = await loadMember(context, memberId);
  if (isRefusal(loaded)) return loaded;
  const { programs, account, at } = loaded;
  const newest = programOfVersion(programs, Number.POSITIVE_INFINITY);
  return reply({
    accountId: account.id,
    at: instantText(at),
    balances: balancesView(newest, balancesAt(programs, account, at)),
  });
}

export async function listLots(
  context: Context,
  { memberId }: Input<'listLots'>,
): Promise<Answered<Output<'listLots'>>> {
  const loaded = await loadMember(context, memberId);
  if (isRefusal(loaded)) return loaded;
  const { programs, account, at } = loaded;
  const newest = programOfVersion(programs, Number.POSITIVE_INFINITY);
  const items = lotsAt(programs, account, at).map(({ lot, currency, amount, state, from, until, earned }) => ({
    lot,
    currency,
    amount: decimalText(amount, decimalsOf(newest, currency)),
    state,
    from: dayText(from),
    ...dayField('until', until),
    earned: dayText(earned),
  }));
  return reply({ at: instantText(at), items });
}
