import type { Output } from '@trofast/contract';
import { type Balance, parseDay } from '@trofast/engine';
import { type Expectation, type SeenStanding, unitsOf } from '@trofast/engine/examples';
import { seeChances } from './see-chances.ts';
import type { Stage, StagedMember } from './stage.ts';

/** How a member stands, as the API tells it: only what is expected is asked for. A quote tells its own balances. */
export async function seeStanding(
  stage: Stage,
  { id }: StagedMember,
  expect: Expectation,
  quote: Output<'quotePurchase'> | undefined,
): Promise<SeenStanding> {
  const { client, program } = stage;
  const of = { memberId: id };
  const none = { items: [] };
  const [balance, lots, tiers, counters, vouchers, clubs] = await Promise.all([
    quote ?? (expect.balance ? client.getBalance(of) : { balances: {} }),
    expect.lots ? client.listLots(of) : none,
    expect.level ? client.listTiers(of) : none,
    expect.counters ? client.listCounters(of) : none,
    expect.vouchers || expect.alternative ? client.listVouchers(of) : none,
    seeClubs(stage, id, Object.keys(expect.subscribed ?? {})),
  ]);
  const chances = await seeChances(stage, id, expect);
  const units = (currency: string, points: string) => unitsOf(program, currency, points);
  return {
    balances: Object.fromEntries(
      Object.entries(balance.balances).map(([currency, numbers]) => [
        currency,
        Object.fromEntries(
          Object.entries(numbers).map(([word, points]) => [word, units(currency, points)]),
        ) as unknown as Balance,
      ]),
    ),
    lots: lots.items.map(({ currency, amount, from, until }) => ({
      currency,
      amount: units(currency, amount),
      from: dayIn(from),
      ...(until !== undefined && { until: dayIn(until) }),
    })),
    levels: tiers.items.map(({ ladder, level, until }) => ({
      ladder,
      level,
      ...(until !== undefined && { until: dayIn(until) }),
    })),
    counters: Object.fromEntries(
      counters.items.map(({ counter, sum }) => [
        nameIn(stage, counter),
        sum.unit === 'points' ? units(earnedBy(stage, counter), sum.amount) : sum.amount,
      ]),
    ),
    vouchers: vouchers.items.map(({ voucher, reward, remaining, currency, until }) => ({
      voucher,
      reward,
      ...(remaining !== undefined && { remaining }),
      ...(currency !== undefined && { currency }),
      ...(until !== undefined && { until: dayIn(until) }),
    })),
    clubs,
    ...chances,
  };
}

/** A club that is held per member says whose it is: `club@member:NAME`. */
async function seeClubs(
  { client, members }: Stage,
  id: string,
  keys: readonly string[],
): Promise<SeenStanding['clubs']> {
  const seen = keys.map(async (key) => {
    const [club, holder = ''] = key.split('@member:');
    const { items } = await client.listMemberships({ memberId: members.get(holder)?.id ?? id });
    const found = items.find((one) => one.club === club);
    if (!found) return [key, {}] as const;
    const { plan, benefits, ends, until } = found;
    return [key, { ...(benefits && { plan }), until: dayIn(ends ?? until) }] as const;
  });
  return Object.fromEntries(await Promise.all(seen));
}

/** Examples call members by their names. */
function nameIn({ members }: Stage, key: string): string {
  const named = [...members].find(([, { id }]) => key.endsWith(`:${id}`));
  return named ? key.replace(named[1].id, named[0]) : key;
}

function earnedBy({ program }: Stage, key: string): string {
  const counts = program.counters.get(key.split('@')[0] ?? key)?.counts;
  return counts?.kind === 'earned' ? counts.currency : '';
}

function dayIn(text: string): number {
  const day = parseDay(text);
  if (day === undefined) throw new Error(`${text} is no day`);
  return day;
}
