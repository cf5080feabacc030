import { z } from 'zod';
import { Membership } from './clubs.ts';
import { Member } from './members.ts';
import { operation } from './operation.ts';
import { Balances, Outcome } from './outcome.ts';
import { PageQuery, pageOf } from './pages.ts';
import { Counter, Lot, Standing } from './statement.ts';
import { CurrencyCode, CurrencyKey, Day, Instant, MemberId, MinorUnits, Points } from './values.ts';
import { Voucher } from './vouchers.ts';

const params = z.object({ memberId: MemberId });

const Hold = z
  .object({ id: z.string(), currency: CurrencyKey, amount: Points, until: Instant })
  .meta({ id: 'OpenHold' });

const GaveAndCost = z
  .object({
    points: z
      .array(z.object({ currency: CurrencyKey, earned: Points, spent: Points, expired: Points }))
      .meta({ description: 'By currency, over the whole time.' }),
    money: z.array(
      z.object({
        currency: CurrencyCode,
        purchases: MinorUnits.meta({ description: 'What was bought, before anything was taken off.' }),
        returned: MinorUnits,
        vouchers: MinorUnits.meta({ description: 'What vouchers took off.' }),
        discounts: MinorUnits.meta({ description: 'What rules took off.' }),
        gifts: MinorUnits.meta({ description: 'What gifts were worth.' }),
        gave: MinorUnits.meta({ description: 'Vouchers, discounts and gifts together.' }),
        fees: MinorUnits.meta({ description: 'What clubs cost the member, less what was paid back.' }),
      }),
    ),
    purchases: z.int(),
    returns: z.int(),
    firstPurchase: Day.exactOptional(),
    lastPurchase: Day.exactOptional(),
  })
  .meta({ id: 'GaveAndCost', description: 'What the program has given and cost a member.' });

const TimelineItem = z
  .object({
    ...Outcome.shape,
    money: z
      .object({ currency: CurrencyCode, amount: z.int() })
      .exactOptional()
      .meta({ description: 'What a purchase came to; less than nothing what was paid back for a return.' }),
    purchaseId: z.string().exactOptional().meta({ description: 'The purchase that a return is about.' }),
    till: z.string().exactOptional(),
    channel: z.string().exactOptional(),
    actor: z.string().exactOptional().meta({ description: 'Who did it, where it was a person or a key.' }),
    reason: z.string().exactOptional(),
    approvedBy: z.string().exactOptional(),
  })
  .meta({ id: 'TimelineItem', description: 'An event; `GET /v1/events/{id}` has its why.' });

export const memberPage = {
  getMemberPage: operation({
    method: 'GET',
    path: '/v1/members/{memberId}/page',
    scope: 'members:read',
    summary: 'Everything that staff see of a member at a glance',
    params,
    output: z
      .object({
        at: Instant,
        member: Member,
        balances: Balances,
        currencyNames: z.record(CurrencyKey, z.string()).meta({ description: 'As the reader says them, by currency.' }),
        lots: z.array(Lot),
        expiring: z
          .array(z.object({ currency: CurrencyKey, amount: Points, on: Day }))
          .meta({ description: 'What expires in the next ninety days, soonest first.' }),
        standings: z.array(Standing),
        counters: z.array(Counter),
        vouchers: z.array(Voucher),
        clubs: z.array(Membership),
        holds: z.array(Hold),
        household: z.array(
          z.object({
            id: MemberId,
            name: z.string().exactOptional(),
            role: z.string().exactOptional(),
            since: Day,
            left: Day.exactOptional(),
          }),
        ),
        totals: GaveAndCost,
        notes: z.int().meta({ description: 'How many notes staff have written.' }),
        waiting: z.int().meta({ description: 'How many corrections wait for an approval.' }),
      })
      .meta({ id: 'MemberPage' }),
    refusals: ['unknown_member', 'member_erased', 'not_published'],
  }),
  listTimeline: operation({
    method: 'GET',
    path: '/v1/members/{memberId}/timeline',
    scope: 'members:read',
    summary: 'What happened, newest first: sentences, points and money',
    params,
    query: z.strictObject(PageQuery),
    output: pageOf(TimelineItem),
    refusals: ['unknown_member', 'member_erased', 'not_published'],
  }),
  exportMember: operation({
    method: 'GET',
    path: '/v1/members/{memberId}/personal-data',
    scope: 'members:read',
    summary: 'All that is kept of a person, for that person',
    params,
    output: z
      .object({
        at: Instant,
        member: Member,
        balances: Balances,
        vouchers: z.array(Voucher),
        clubs: z.array(Membership),
        totals: GaveAndCost,
        events: z.array(
          z.object({
            ...TimelineItem.shape,
            body: z.record(z.string(), z.unknown()),
            personal: z
              .record(z.string(), z.unknown())
              .exactOptional()
              .meta({ description: 'What was personal in it and is kept apart.' }),
          }),
        ),
        notes: z.array(z.object({ at: Instant, text: z.string() })),
      })
      .meta({ id: 'PersonalData' }),
    refusals: ['unknown_member', 'member_erased', 'not_published'],
  }),
};
