import type { Input, Output } from '@trofast/contract';
import { dayAt, decimalText, type Reward, refuse, tellParts, versionAt } from '@trofast/engine';
import { type Answered, type Context, isRefused, reply } from '../../context.ts';
import { decimalsOf, programOfVersion } from '../events/index.ts';
import { dropPicture, keepPicture, picturesOf } from '../pictures/index.ts';
import { catchUp } from '../read-models/index.ts';
import { selectTaken, selectVoucherCounts } from './queries.ts';

type RewardView = Output<'listRewards'>['items'][number];

export async function listRewards(context: Context): Promise<Answered<Output<'listRewards'>>> {
  const { ledger, database, program: programId, programs, locale } = context;
  const at = await ledger.clock(programId);
  const { program } = versionAt(programs, at);
  const [market] = program.markets.values();
  const today = dayAt(market?.zone ?? 'UTC', at);
  await catchUp(context);
  const [taken, counts, pictures] = await Promise.all([
    selectTaken(database, programId),
    selectVoucherCounts(database, programId),
    picturesOf(context, 'reward'),
  ]);
  const told = tellParts(program, locale).flatMap(({ parts }) => parts.filter(({ path }) => path?.[0] === 'rewards'));
  const costOf = ({ cost }: Reward): Pick<RewardView, 'cost'> => {
    if (!cost || !market) return {};
    const units = cost.amount({ market: market.id, day: today });
    return { cost: { currency: cost.currency, amount: decimalText(units, decimalsOf(program, cost.currency)) } };
  };
  return reply({
    items: [...program.rewards.values()].map((reward) => {
      const { id, name, span, stock } = reward;
      const gone = Math.max(0, taken.get(id) ?? 0);
      const picture = pictures.get(id);
      return {
        id,
        name: name[locale] ?? name.en ?? id,
        sentence: told.find((part) => part.id === id)?.paragraphs.join(' ') ?? '',
        ...costOf(reward),
        isOffered: (span.from ?? today) <= today && today <= (span.through ?? today),
        ...(stock === undefined ? {} : { stock: { total: stock, taken: gone, left: Math.max(0, stock - gone) } }),
        issued: counts.get(id)?.issued ?? 0,
        used: counts.get(id)?.used ?? 0,
        ...(picture ? { picture } : {}),
      };
    }),
  });
}

export async function saveRewardPicture(
  context: Context,
  { rewardId, body }: Input<'saveRewardPicture'>,
): Promise<Answered<Output<'saveRewardPicture'>>> {
  const newest = programOfVersion(context.programs, Number.POSITIVE_INFINITY);
  if (!newest.rewards.has(rewardId)) return refuse('unknown_reward');
  const kept = await keepPicture(context, 'reward', rewardId, body);
  return isRefused(kept) ? kept : reply(kept);
}

export async function removeRewardPicture(
  context: Context,
  { rewardId }: Input<'removeRewardPicture'>,
): Promise<Answered<undefined>> {
  await dropPicture(context, 'reward', rewardId);
  return reply(undefined);
}
