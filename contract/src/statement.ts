import { z } from 'zod';
import { operation } from './operation.ts';
import { Balances, Outcome } from './outcome.ts';
import { PageQuery, pageOf } from './pages.ts';
import { CurrencyCode, CurrencyKey, Day, Instant, MemberId, Points } from './values.ts';

const params = z.object({ memberId: MemberId });

export const Lot = z
  .object({
    lot: z.string(),
    currency: CurrencyKey,
    amount: Points,
    state: z.enum(['available', 'pending']),
    from: Day.meta({ description: 'Spendable from 00:00 of this day.' }),
    until: Day.exactOptional().meta({ description: 'Gone at 00:00 of this day; absent never expires.' }),
    earned: Day,
  })
  .meta({ id: 'Lot' });

/** A number of what a ladder counts. */
export const Measure = z
  .union([
    z.object({ unit: z.literal('money'), amount: z.int(), currency: CurrencyCode }),
    z.object({ unit: z.literal('points'), amount: Points }),
    z.object({ unit: z.literal('times'), amount: z.int() }),
    z.object({ unit: z.literal('days'), amount: z.int() }),
  ])
  .meta({ id: 'Measure', description: 'Money in minor units, points as text, times or days.' });

export const Standing = z
  .object({
    ladder: z.string(),
    name: z.string(),
    level: z.string(),
    levelName: z.string(),
    since: Instant.exactOptional().meta({ description: 'Absent for a level that nobody has to reach.' }),
    until: Day.exactOptional().meta({ description: 'Kept until 00:00 of this day.' }),
    counted: Measure.exactOptional(),
    next: z
      .object({ level: z.string(), levelName: z.string(), at: Measure, missing: Measure })
      .exactOptional()
      .meta({ description: 'The next level, and what is missing for it.' }),
    keep: z
      .object({ missing: Measure, by: Day })
      .exactOptional()
      .meta({ description: 'What keeps the present level, and by when.' }),
  })
  .meta({ id: 'Standing' });

export const Counter = z
  .object({ counter: z.string(), name: z.string(), sum: Measure })
  .meta({ id: 'Counter', description: 'What a counter of the program has counted in its window so far.' });

export const statement = {
  getBalance: operation({
    method: 'GET',
    path: '/v1/members/{memberId}/balance',
    scope: 'balance:read',
    summary: 'Available, pending, held and owed points',
    params,
    output: z.object({ accountId: z.string(), at: Instant, balances: Balances }),
    refusals: ['unknown_member', 'member_erased', 'not_published'],
  }),
  listLots: operation({
    method: 'GET',
    path: '/v1/members/{memberId}/lots',
    scope: 'balance:read',
    summary: 'Points with the day they can be spent from and the day they expire, in spending order',
    params,
    output: z.object({ at: Instant, items: z.array(Lot) }),
    refusals: ['unknown_member', 'member_erased', 'not_published'],
  }),
  listStatement: operation({
    method: 'GET',
    path: '/v1/members/{memberId}/statement',
    scope: 'balance:read',
    summary: 'What happened to the points, newest first, in plain sentences',
    params,
    query: z.strictObject(PageQuery),
    output: pageOf(Outcome),
    refusals: ['unknown_member', 'member_erased', 'not_published'],
  }),
  listTiers: operation({
    method: 'GET',
    path: '/v1/members/{memberId}/tiers',
    scope: 'balance:read',
    summary: 'Levels, what is missing for the next and what keeps the present',
    params,
    output: z.object({ at: Instant, items: z.array(Standing) }),
    refusals: ['unknown_member', 'member_erased', 'not_published'],
  }),
  listCounters: operation({
    method: 'GET',
    path: '/v1/members/{memberId}/counters',
    scope: 'balance:read',
    summary: 'What the counters of the program have counted: spending, visits, stamps',
    params,
    output: z.object({ at: Instant, items: z.array(Counter) }),
    refusals: ['unknown_member', 'member_erased', 'not_published'],
  }),
};
