import type { Input, Output } from '@trofast/contract';
import { countersAt, isRefusal, nameOfKey } from '@trofast/engine';
import { type Answered, type Context, reply } from '../../context.ts';
import { instantText } from '../../instants.ts';
import { programOfVersion } from '../events/index.ts';
import { loadMember } from '../members/index.ts';
import { measureOf, nameIn } from './measure.ts';

export async function listCounters(
  context: Context,
  { memberId }: Input<'listCounters'>,
): Promise<Answered<Output<'listCounters'>>> {
  const loaded = await loadMember(context, memberId);
  if (isRefusal(loaded)) return loaded;
  const { programs, account, at } = loaded;
  const newest = programOfVersion(programs, Number.POSITIVE_INFINITY);
  const items = countersAt(programs, account, at).map(({ counter: key, sum }) => {
    const counter = newest.counters.get(nameOfKey(key));
    return {
      counter: key,
      name: nameIn(counter?.name, context.locale, key),
      sum: measureOf(newest, account.market, counter, sum),
    };
  });
  return reply({ at: instantText(at), items });
}
