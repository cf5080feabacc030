import type { Output } from '@trofast/contract';
import { isRefusal } from '@trofast/engine';
import { type Answered, type Context, reply } from '../../context.ts';
import { instantText } from '../../instants.ts';
import { balancesOf } from './balances.ts';
import { rewardsOf } from './my-rewards.ts';
import { vouchersOf } from './my-vouchers.ts';
import { loadMyself } from './myself.ts';
import { standingsOf } from './standings.ts';

const rewardsShown = 3;

export async function getHome(context: Context): Promise<Answered<Output<'getHome'>>> {
  const { ledger, program, locale } = context;
  const myself = await loadMyself(context);
  if (isRefusal(myself)) return myself;
  // Read before the account would miss nothing; read after it might claim to show what it does not.
  const cursor = myself.account.sequence;
  const [vouchers, rewards, [stored]] = await Promise.all([
    vouchersOf(context, myself),
    rewardsOf(context, myself),
    ledger.sequences([{ program, account: myself.account.id }]),
  ]);
  return reply({
    at: instantText(myself.at),
    // An account that is only advanced in memory is ahead of what is stored.
    cursor: String(Math.min(cursor, stored ?? cursor)),
    balances: balancesOf(myself, locale),
    standings: standingsOf(myself, locale),
    vouchers,
    rewards: rewards
      .filter(({ state }) => state === 'ready' || state === 'missing_points' || state === 'automatic')
      .slice(0, rewardsShown),
  });
}
