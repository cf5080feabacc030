import type { Output } from '@trofast/contract';
import {
  balancesAt,
  dayAt,
  decimalText,
  isRefusal,
  marketOf,
  type Program,
  type Recorded,
  type Refusal,
  type Reward,
  reasonOfRefusal,
  scopedKey,
  versionAt,
} from '@trofast/engine';
import type { Context } from '../../context.ts';
import { type Picture, picturesOf } from '../pictures/index.ts';
import { nameIn } from '../statement/index.ts';
import type { Myself } from './myself.ts';
import { termsOfReward } from './told-rewards.ts';

export type MyReward = Output<'listMyRewards'>['items'][number];

/** Rewards that points buy: what can be had now first, then what is nearest. */
export async function rewardsOf(context: Context, myself: Myself): Promise<MyReward[]> {
  const { ledger, program: programId } = context;
  const { programs, account, at, memberId } = myself;
  const { program } = versionAt(programs, at);
  const priced = pricedRewards(program, myself);
  const foreseen = await ledger.foresee(
    programId,
    account.id,
    priced.map(({ reward }) => ({ kind: 'redemption', member: memberId, body: { reward: reward.id } })),
  );
  const pictures = await picturesOf(context, 'reward');
  return priced
    .flatMap((one, index) => rewardView({ locale: context.locale, program, pictures }, one, foreseen[index]))
    .toSorted(byNearness)
    .map(({ view }) => view);
}

interface Priced {
  readonly reward: Reward;
  readonly key: string;
  readonly decimals: number;
  readonly amount: number;
  /** Of the points that it costs, how many are still missing. */
  readonly missing: number;
}

interface Viewed {
  readonly view: MyReward;
  /** 0: ready; from 0 to 1 by what is missing; 2: something else is in the way. */
  readonly distance: number;
}

function pricedRewards(program: Program, { programs, account, at, memberId }: Myself): readonly Priced[] {
  const market = marketOf(program, account.market);
  const where = { market: market.id, day: dayAt(market.zone, at) };
  const balances = balancesAt(programs, account, at);
  return [...program.rewards.values()].flatMap((reward) => {
    const currency = reward.cost && program.currencies.get(reward.cost.currency);
    const { from, through } = reward.span;
    const isInTime = (from === undefined || from <= where.day) && (through === undefined || where.day <= through);
    if (!reward.cost || !currency || reward.issued === 'by_rules' || !isInTime) return [];
    const key = scopedKey(currency.id, currency.per, { member: memberId });
    const amount = reward.cost.amount(where);
    const missing = Math.max(0, amount - (balances[key]?.available ?? 0));
    return [{ reward, key, decimals: currency.decimals, amount, missing }];
  });
}

interface Shown extends Pick<Context, 'locale'> {
  readonly program: Program;
  readonly pictures: ReadonlyMap<string, Picture>;
}

function rewardView(
  { locale, program, pictures }: Shown,
  { reward, key, decimals, amount, missing }: Priced,
  foreseen: Recorded | Refusal | undefined,
): readonly Viewed[] {
  const refused = foreseen && isRefusal(foreseen) ? foreseen.refused : undefined;
  const state = reward.issued === 'automatically' ? 'automatic' : stateOf(refused);
  // What nobody can ask for here and now is no reward to look at.
  if (state === undefined) return [];
  const picture = pictures.get(reward.id);
  const view = {
    reward: reward.id,
    name: nameIn(reward.name, locale, reward.id),
    terms: termsOfReward(program, reward.id, locale),
    ...(picture ? { picture: picture.url } : {}),
    cost: { currency: key, amount: decimalText(amount, decimals) },
    state,
    ...(missing > 0 ? { missing: decimalText(missing, decimals) } : {}),
    ...(refused !== undefined && state !== 'automatic' ? { reason: sentenceOf(refused, locale) } : {}),
  };
  const isNear = state === 'missing_points' || state === 'automatic';
  return [{ view, distance: state === 'ready' ? 0 : isNear ? missing / Math.max(1, amount) : 2 }];
}

function stateOf(refused: Refusal['refused'] | undefined): MyReward['state'] | undefined {
  switch (refused) {
    case undefined:
      return 'ready';
    case 'insufficient_points':
      return 'missing_points';
    case 'tier_too_low':
      return 'level_too_low';
    case 'limit_reached':
      return 'limit_reached';
    case 'reward_out_of_stock':
      return 'out_of_stock';
    case 'reward_not_offered':
      return undefined;
    default:
      return 'closed';
  }
}

function byNearness(a: Viewed, b: Viewed): number {
  return a.distance - b.distance || Number(a.view.cost.amount) - Number(b.view.cost.amount);
}

function sentenceOf(refused: Refusal['refused'], locale: Context['locale']): string {
  const reason = reasonOfRefusal(refused, locale);
  return `${reason.charAt(0).toLocaleUpperCase(locale)}${reason.slice(1)}.`;
}
