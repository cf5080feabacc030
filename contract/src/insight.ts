import { z } from 'zod';
import { operation } from './operation.ts';
import { CurrencyCode, CurrencyKey, Day, Instant, MinorUnits, Name, Points } from './values.ts';

const Count = z
  .object({ now: z.int(), before: z.int() })
  .meta({ id: 'CountFigure', description: 'A number in the period, and in the equally long one before it.' });

const Rate = z
  .object({ now: z.number().exactOptional(), before: z.number().exactOptional() })
  .meta({ id: 'RateFigure', description: 'A share from 0 to 1; absent where there is nothing to take a share of.' });

const Money = z
  .object({ now: z.int(), before: z.int() })
  .meta({ id: 'MoneyFigure', description: 'Minor units of the currency beside it.' });

const PointsFigure = z.object({ now: Points, before: Points }).meta({ id: 'PointsFigure' });

const Sales = z
  .object({
    currency: CurrencyCode,
    revenue: Money.meta({ description: 'What purchases came to, less returns.' }),
    averageOrder: z.object({ now: MinorUnits.exactOptional(), before: MinorUnits.exactOptional() }),
  })
  .meta({ id: 'Sales' });

const PointsFigures = z
  .object({
    currency: CurrencyKey,
    name: z.string(),
    decimals: z.int(),
    earned: PointsFigure,
    spent: PointsFigure,
    expired: PointsFigure,
    takenBack: PointsFigure,
    outstanding: PointsFigure.meta({ description: 'What members hold at the end: available, pending and held.' }),
    owed: PointsFigure.meta({ description: 'What members owe at the end.' }),
    redemptionRate: Rate.meta({ description: 'Spent in the period, of what was earned in it.' }),
    cost: z
      .array(z.object({ currency: CurrencyCode, earned: Money, spent: Money, outstanding: Money }))
      .meta({ description: 'At the cost of a point by the settings, else by the program; empty without one.' }),
  })
  .meta({ id: 'PointsFigures' });

const LadderFigures = z
  .object({
    ladder: z.string(),
    name: z.string(),
    levels: z.array(z.object({ level: z.string(), name: z.string(), members: z.int() })),
    up: Count,
    down: Count,
    same: Count.meta({ description: 'Who ended the period on the level on which they began it.' }),
  })
  .meta({ id: 'LadderFigures' });

const Step = z
  .object({
    from: Day,
    through: Day,
    joined: z.int(),
    activeMembers: z.int(),
    purchases: z.int(),
    revenue: z.record(CurrencyCode, z.int()),
    points: z.record(
      CurrencyKey,
      z.object({ earned: Points, spent: Points, expired: Points, takenBack: Points, outstanding: Points }),
    ),
  })
  .meta({ id: 'OverviewStep', description: 'One day, week or month of the period, for charts.' });

const Period = z.object({ from: Day, through: Day }).meta({ id: 'Period' });

export const insight = {
  getOverview: operation({
    method: 'GET',
    path: '/v1/overview',
    scope: 'insight:read',
    summary: 'The figures of a period against the one before',
    description: 'Days are those of each market. The last thirty days by day when nothing is said.',
    query: z.strictObject({
      from: Day.exactOptional(),
      through: Day.exactOptional().meta({ description: 'The last day; today when absent.' }),
      by: z.enum(['day', 'week', 'month']).exactOptional().meta({ description: 'The steps of the series.' }),
      market: Name.exactOptional(),
    }),
    output: z
      .object({
        at: Instant,
        period: Period,
        comparedWith: Period,
        by: z.enum(['day', 'week', 'month']),
        members: Count.meta({ description: 'At the end of the period.' }),
        joined: Count,
        activeMembers: Count.meta({ description: 'Accounts with a purchase in the period.' }),
        purchases: Count,
        returns: Count,
        repeatRate: Rate.meta({ description: 'Accounts with two purchases or more, of those with any.' }),
        sales: z.array(Sales),
        points: z.array(PointsFigures),
        vouchers: z.array(
          z
            .object({ currency: CurrencyCode, issued: Money, used: Money, expired: Money, open: Money })
            .meta({ id: 'VoucherFigures' }),
        ),
        ladders: z.array(LadderFigures),
        liability: z
          .array(z.object({ currency: CurrencyCode, points: Money, vouchers: Money, total: Money }))
          .meta({ description: 'What outstanding points and open vouchers would cost at the end of the period.' }),
        series: z.array(Step),
      })
      .meta({ id: 'Overview' }),
    refusals: ['not_published', 'unknown_market'],
  }),
};
