import type { Output } from '@trofast/contract';
import { type Currency, dayText, decimalText, type Locale, type Program } from '@trofast/engine';
import { costOf, type Period, pointsHeld, pointsMoved, redemptionRate, vouchersMoved } from '@trofast/insight';
import type { StoredSettings } from '../settings/index.ts';
import { type CountSums, flowSums, stepPoints } from './overview-sums.ts';
import { unitCostIn } from './points-costs.ts';
import type { FlowRow } from './queries.ts';

type Overview = Output<'getOverview'>;
type PointsFigures = Overview['points'][number];

export interface Seen {
  readonly program: Program;
  readonly stored: StoredSettings;
  readonly market: string | undefined;
  readonly period: Period;
  readonly before: Period;
  readonly locale: Locale;
}

export function pointsFigures(seen: Seen, rows: readonly FlowRow[]): PointsFigures[] {
  return [...seen.program.currencies.values()].map((currency) => {
    const { id, decimals, name } = currency;
    const flows = flowSums(rows, id);
    const text = (now: number, before: number) => ({
      now: decimalText(now, decimals),
      before: decimalText(before, decimals),
    });
    const [now, before] = [pointsMoved(flows.within(seen.period)), pointsMoved(flows.within(seen.before))];
    const [end, start] = [pointsHeld(flows.until(seen.period.through)), pointsHeld(flows.until(seen.before.through))];
    const [rateNow, rateBefore] = [redemptionRate(now.spent, now.earned), redemptionRate(before.spent, before.earned)];
    return {
      currency: id,
      name: name[seen.locale]?.other ?? name.en?.other ?? id,
      decimals,
      earned: text(now.earned, before.earned),
      spent: text(now.spent, before.spent),
      expired: text(now.expired, before.expired),
      takenBack: text(now.takenBack, before.takenBack),
      outstanding: text(end.outstanding, start.outstanding),
      owed: text(end.owed, start.owed),
      redemptionRate: {
        ...(rateNow === undefined ? {} : { now: rateNow }),
        ...(rateBefore === undefined ? {} : { before: rateBefore }),
      },
      cost: costsOf(seen, currency, rows),
    };
  });
}

/** By money: what the points of each market cost there. */
function costsOf(seen: Seen, currency: Currency, rows: readonly FlowRow[]): PointsFigures['cost'] {
  const costs = new Map<string, PointsFigures['cost'][number]>();
  for (const { id, currency: money } of marketsSeen(seen)) {
    const unit = unitCostIn(seen.program, seen.stored, currency, id, seen.period.through);
    if (!unit) continue;
    const flows = flowSums(rows, currency.id, id);
    const [now, before] = [pointsMoved(flows.within(seen.period)), pointsMoved(flows.within(seen.before))];
    const held = (day: number) => pointsHeld(flows.until(day)).outstanding;
    const known = costs.get(money) ?? { currency: money, earned: none(), spent: none(), outstanding: none() };
    const plus = (sum: Both, units: Both) => ({
      now: sum.now + costOf(units.now, unit),
      before: sum.before + costOf(units.before, unit),
    });
    costs.set(money, {
      currency: money,
      earned: plus(known.earned, { now: now.earned, before: before.earned }),
      spent: plus(known.spent, { now: now.spent, before: before.spent }),
      outstanding: plus(known.outstanding, { now: held(seen.period.through), before: held(seen.before.through) }),
    });
  }
  return [...costs.values()];
}

interface Both {
  readonly now: number;
  readonly before: number;
}

function none(): Both {
  return { now: 0, before: 0 };
}

function marketsSeen({ program, market }: Pick<Seen, 'program' | 'market'>) {
  return [...program.markets.values()].filter(({ id }) => market === undefined || id === market);
}

export function voucherFigures(seen: Seen, rows: readonly FlowRow[]): Overview['vouchers'] {
  const monies = [...new Set(marketsSeen(seen).map(({ currency }) => currency))];
  return monies.flatMap((currency) => {
    const flows = flowSums(rows, currency);
    const [now, before] = [vouchersMoved(flows.within(seen.period)), vouchersMoved(flows.within(seen.before))];
    const open = {
      now: vouchersMoved(flows.until(seen.period.through)).open,
      before: vouchersMoved(flows.until(seen.before.through)).open,
    };
    if (now.issued === 0 && before.issued === 0 && open.now === 0 && open.before === 0) return [];
    return [
      {
        currency,
        issued: { now: now.issued, before: before.issued },
        used: { now: now.used, before: before.used },
        expired: { now: now.expired, before: before.expired },
        open,
      },
    ];
  });
}

export function liabilities(points: Overview['points'], vouchers: Overview['vouchers']): Overview['liability'] {
  const monies = new Set([
    ...points.flatMap(({ cost }) => cost.map(({ currency }) => currency)),
    ...vouchers.map(({ currency }) => currency),
  ]);
  return [...monies].map((currency) => {
    const costs = points.flatMap(({ cost }) => cost.filter((one) => one.currency === currency));
    const ofPoints = {
      now: costs.reduce((sum, { outstanding }) => sum + outstanding.now, 0),
      before: costs.reduce((sum, { outstanding }) => sum + outstanding.before, 0),
    };
    const ofVouchers = vouchers.find((one) => one.currency === currency)?.open ?? none();
    return {
      currency,
      points: ofPoints,
      vouchers: ofVouchers,
      total: { now: ofPoints.now + ofVouchers.now, before: ofPoints.before + ofVouchers.before },
    };
  });
}

interface Steps {
  readonly steps: readonly Period[];
  readonly sums: CountSums;
  readonly flows: readonly FlowRow[];
  readonly active: readonly number[];
}

export function seriesOf({ program }: Seen, { steps, sums, flows, active }: Steps): Overview['series'] {
  const currencies = [...program.currencies.values()].map(({ id, decimals }) => ({
    id,
    decimals,
    points: stepPoints(flows, id, steps),
  }));
  const monies = sums.keysOf('revenue');
  return steps.map((step, index) => ({
    from: dayText(step.from),
    through: dayText(step.through),
    joined: sums.within(step, 'joined'),
    activeMembers: active[index] ?? 0,
    purchases: sums.within(step, 'purchases'),
    revenue: Object.fromEntries(monies.map((money) => [money, sums.within(step, 'revenue', money)])),
    points: Object.fromEntries(
      currencies.map(({ id, decimals, points }) => {
        const { earned, spent, expired, takenBack, outstanding } = points[index] ?? noPoints;
        const text = (units: number) => decimalText(units, decimals);
        return [
          id,
          {
            ...{ earned: text(earned), spent: text(spent), expired: text(expired) },
            ...{ takenBack: text(takenBack), outstanding: text(outstanding) },
          },
        ];
      }),
    ),
  }));
}

const noPoints = { earned: 0, spent: 0, expired: 0, takenBack: 0, outstanding: 0 };
