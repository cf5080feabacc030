import type { Input, Output } from '@trofast/contract';
import { dayAt, dayText, type Program, parseDay, refuse } from '@trofast/engine';
import { averageOrderValue, type Period, periodBefore, repeatRate, stepsOf } from '@trofast/insight';
import { type Answered, type Context, fail, type Malformed, malformed, reply } from '../../context.ts';
import { instantText } from '../../instants.ts';
import { catchUp } from '../read-models/index.ts';
import { storedSettings } from '../settings/index.ts';
import { ladderFigures } from './ladder-figures.ts';
import { countSums } from './overview-sums.ts';
import { liabilities, pointsFigures, seriesOf, voucherFigures } from './points-figures.ts';
import { type About, selectActive, selectBuyers, selectCounts, selectFlows, selectMoves } from './queries.ts';

type Overview = Output<'getOverview'>;

const daysUsual = 30;
const stepsMax = 1100;

export async function getOverview(
  context: Context,
  { from, through, by = 'day', market }: Input<'getOverview'>,
): Promise<Answered<Overview>> {
  const { ledger, database, program, programs } = context;
  const newest = programs.versions.at(-1)?.program;
  if (!newest) return fail('not_published');
  if (market !== undefined && !newest.markets.has(market)) return refuse('unknown_market');
  const at = await ledger.clock(program);
  const period = periodOf(newest, at, { from, through });
  if ('malformed' in period) return period;
  const steps = stepsOf(period, by);
  if (steps.length > stepsMax) return malformed('/by', 'These are too many steps: choose `week` or `month`.');

  await catchUp(context);
  const before = periodBefore(period);
  const about: About = { program, market };
  const [counts, flows, buyersNow, buyersBefore, active, moves, stored] = await Promise.all([
    selectCounts(database, about, before.from, period.through),
    selectFlows(database, about, before.from, period.through),
    selectBuyers(database, about, period),
    selectBuyers(database, about, before),
    selectActive(database, about, steps),
    selectMoves(database, about, { from: before.from, through: period.through }),
    storedSettings(context),
  ]);
  const sums = countSums(counts);
  const seen = { program: newest, stored, market, period, before, locale: context.locale };
  const both = (of: (one: Period) => number) => ({ now: of(period), before: of(before) });
  const points = pointsFigures(seen, flows);
  const vouchers = voucherFigures(seen, flows);
  return reply({
    at: instantText(at),
    period: periodText(period),
    comparedWith: periodText(before),
    by,
    members: both(({ through: last }) => sums.until(last, 'joined') - sums.until(last, 'left')),
    joined: both((one) => sums.within(one, 'joined')),
    activeMembers: { now: buyersNow.active, before: buyersBefore.active },
    purchases: both((one) => sums.within(one, 'purchases')),
    returns: both((one) => sums.within(one, 'returns')),
    repeatRate: bothRates(
      repeatRate(buyersNow.active, buyersNow.repeating),
      repeatRate(buyersBefore.active, buyersBefore.repeating),
    ),
    sales: sums.keysOf('revenue').map((currency) => {
      const revenue = both((one) => sums.within(one, 'revenue', currency));
      const purchases = both((one) => sums.within(one, 'purchases'));
      return {
        currency,
        revenue,
        averageOrder: bothRates(
          averageOrderValue(revenue.now, purchases.now),
          averageOrderValue(revenue.before, purchases.before),
        ),
      };
    }),
    points,
    vouchers,
    ladders: ladderFigures(seen, sums, moves),
    liability: liabilities(points, vouchers),
    series: seriesOf(seen, { steps, sums, flows, active }),
  });
}

function periodOf(
  { markets }: Program,
  at: number,
  { from, through }: { readonly from?: string | undefined; readonly through?: string | undefined },
): Period | Malformed {
  const zone = [...markets.values()][0]?.zone ?? 'UTC';
  const last = (through === undefined ? undefined : parseDay(through)) ?? dayAt(zone, at);
  const first = (from === undefined ? undefined : parseDay(from)) ?? last - daysUsual + 1;
  return first > last ? malformed('/from', 'The period ends before it begins.') : { from: first, through: last };
}

function periodText({ from, through }: Period) {
  return { from: dayText(from), through: dayText(through) };
}

/** What is unknown is left out. */
function bothRates(now: number | undefined, before: number | undefined) {
  return { ...(now === undefined ? {} : { now }), ...(before === undefined ? {} : { before }) };
}
