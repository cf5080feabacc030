import type { Output, Snapshot } from '@trofast/contract';
import {
  balancesAt,
  type Currency,
  compare,
  dayAt,
  decimalText,
  type Exact,
  marketOf,
  nameOfKey,
  pointsRate,
  roundTo,
  standingsAt,
  times,
  whole,
  ZERO,
} from '@trofast/engine';
import type { Context } from '../../context.ts';
import { instantText } from '../../instants.ts';
import { balancesView, programOfVersion } from '../events/index.ts';
import { isMine, rewardsOf } from '../me/index.ts';
import { type Loaded, memberView } from '../members/index.ts';
import { standingView } from '../statement/index.ts';
import { openVouchers } from '../vouchers/index.ts';
import { selectTill } from './queries.ts';
import { signSnapshot } from './snapshots.ts';

export interface AtTill extends Loaded {
  readonly memberId: string;
}

type View = Output<'findMemberAtTill'>;

const snapshotHours = 24;
const vouchersMax = 50;

/** Who it is, what they have, and what they can use now. */
export async function memberAtTill(context: Context, found: AtTill): Promise<View> {
  const { programs, account, at } = found;
  const newest = programOfVersion(programs, Number.POSITIVE_INFINITY);
  const inMarket = { program: newest, market: account.market, locale: context.locale };
  const balances = Object.fromEntries(
    Object.entries(balancesAt(programs, account, at)).filter(([key]) => isMine(key, found)),
  );
  const payable = payableOf(context, found, balances);
  const vouchers = (await openVouchers(context, found)).filter(({ state }) => state === 'usable');
  const snapshot = await snapshotOf(context, found, payable, vouchers);
  return {
    member: await memberView(context, found.memberId, found),
    levels: standingsAt(programs, account, at)
      .filter(({ ladder }) => isMine(ladder, found))
      .map((standing) => standingView(inMarket, standing))
      .map(({ ladder, name, level, levelName }) => ({ ladder, name, level, levelName })),
    balances: balancesView(newest, balances),
    payable: payable.map(({ view }) => view),
    vouchers,
    rewards: await rewardsOf(context, found),
    snapshot,
    at: instantText(at),
  };
}

interface PayableUnits {
  readonly view: View['payable'][number];
  readonly rate: Exact;
  /** In units of the currency's decimals. */
  readonly available: number;
}

/** Points that are worth something when they pay; none of what the program gives no worth. */
function payableOf(
  { locale }: Context,
  { programs, account, at }: AtTill,
  balances: Readonly<Record<string, { readonly available: number }>>,
): readonly PayableUnits[] {
  const program = programOfVersion(programs, Number.POSITIVE_INFINITY);
  const market = marketOf(program, account.market);
  return Object.entries(balances).flatMap(([key, { available }]): readonly PayableUnits[] => {
    const currency = program.currencies.get(nameOfKey(key));
    const rate = currency && pointsRate(currency, { market: market.id, day: dayAt(market.zone, at) });
    if (!currency || !rate || compare(rate, ZERO) <= 0) return [];
    if (currency.money !== undefined && currency.money !== market.currency) return [];
    const view = {
      currency: currency.id,
      name: pointsName(currency, locale),
      available: decimalText(available, currency.decimals),
      worth: roundTo(times(whole(available), rate), 'half_up'),
      money: market.currency,
      decimals: currency.decimals,
      rate: { units: Number(rate.d), minor: Number(rate.n) },
    };
    return [{ view, rate, available }];
  });
}

export function pointsName({ name, id }: Currency, locale: Context['locale']): string {
  return (name[locale] ?? name.en ?? Object.values(name)[0])?.other ?? id;
}

async function snapshotOf(
  { database, program, caller }: Context,
  { memberId, at }: AtTill,
  payable: readonly PayableUnits[],
  vouchers: View['vouchers'],
): Promise<string> {
  const till = caller.till?.id ?? '';
  const most = (await selectTill(database, program, till))?.offline_limit ?? 0;
  const snapshot: Snapshot = {
    v: 1,
    program,
    till,
    member: memberId,
    from: at,
    until: at + snapshotHours * 3_600_000,
    points: payable.map(({ view, rate, available }) => ({
      currency: view.currency,
      available,
      limit: Math.min(available, roundTo(times(whole(most), { n: rate.d, d: rate.n }), 'floor')),
    })),
    vouchers: vouchers.slice(0, vouchersMax).map(({ code }) => code),
  };
  return await signSnapshot(database, snapshot);
}
