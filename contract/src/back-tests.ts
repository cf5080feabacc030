import { z } from 'zod';
import { operation } from './operation.ts';
import { CurrencyCode, CurrencyKey, Day, Instant, MemberId, Points } from './values.ts';

const Sides = z
  .object({ published: Points, draft: Points })
  .meta({ id: 'PointsUnderBoth', description: 'Under the versions there are, and as if the draft had been in force.' });
const MoneySides = z.object({ published: z.int(), draft: z.int() }).meta({ id: 'MoneyUnderBoth' });
const Counts = z.object({ published: z.int(), draft: z.int() }).meta({ id: 'CountUnderBoth' });

const Affected = z
  .object({
    accountId: z.string(),
    memberId: MemberId.exactOptional(),
    name: z.string().exactOptional(),
    published: Points,
    draft: Points,
    difference: Points,
    levels: z
      .array(z.object({ ladder: z.string(), published: z.string().exactOptional(), draft: z.string().exactOptional() }))
      .meta({ description: 'Levels that would differ.' }),
  })
  .meta({ id: 'AffectedAccount' });

const CurrencyResult = z
  .object({
    currency: CurrencyKey,
    name: z.string(),
    decimals: z.int(),
    earned: Sides,
    spent: Sides,
    expired: Sides,
    takenBack: Sides,
    outstanding: Sides,
    owed: Sides,
    winners: z.int().meta({ description: 'Accounts that would have earned more.' }),
    losers: z.int(),
    unchanged: z.int(),
    histogram: z
      .array(z.object({ from: Points, through: Points, accounts: z.int() }))
      .meta({ description: 'How much more or less accounts would have earned.' }),
    mostWon: z.array(Affected),
    mostLost: z.array(Affected),
  })
  .meta({ id: 'BackTestCurrency' });

const Result = z
  .object({
    since: Instant,
    until: Instant,
    accounts: z.int(),
    events: z.int(),
    changed: z.int().meta({ description: 'Accounts that would stand otherwise.' }),
    currencies: z.array(CurrencyResult),
    costs: z
      .array(z.object({ currency: CurrencyCode, earned: MoneySides, liability: MoneySides }))
      .meta({ description: 'What points earned cost, and what outstanding ones would; minor units.' }),
    vouchers: z.array(z.object({ currency: CurrencyCode, issued: MoneySides, used: MoneySides, open: MoneySides })),
    discounts: z.array(z.object({ currency: CurrencyCode, given: MoneySides })),
    levels: z.array(
      z.object({ ladder: z.string(), name: z.string(), level: z.string(), levelName: z.string(), accounts: Counts }),
    ),
    refused: Counts.meta({ description: 'Events that would have been refused.' }),
    milliseconds: z.int(),
  })
  .meta({ id: 'BackTestResult' });

const BackTest = z
  .object({
    id: z.string(),
    state: z.enum(['running', 'done', 'cancelled', 'failed']),
    startedAt: Instant,
    startedBy: z.string(),
    since: Instant,
    done: z.int().meta({ description: 'Accounts replayed so far.' }),
    total: z.int().meta({ description: 'Accounts to replay.' }),
    problem: z.string().exactOptional().meta({ description: 'Why it failed.' }),
    result: Result.exactOptional(),
  })
  .meta({ id: 'BackTest', description: "A draft tried on the shop's own history. Nothing is recorded." });

const params = z.object({ backTestId: z.string().min(1).max(100) });

export const backTests = {
  startBackTest: operation({
    method: 'POST',
    path: '/v1/back-tests',
    scope: 'insight:read',
    summary: "Try a draft on the shop's own history",
    description:
      'What was recorded is replayed under the published versions and under the draft, in the background. Kept in memory for an hour.',
    body: z
      .strictObject({
        document: z.string().exactOptional().meta({ description: 'The saved draft when absent.' }),
        since: Day.exactOptional().meta({ description: 'The first day to replay; the whole history when absent.' }),
      })
      .meta({ id: 'BackTestInput' }),
    output: BackTest,
    status: 201,
    refusals: ['document_invalid', 'not_published', 'back_test_running'],
  }),
  listBackTests: operation({
    method: 'GET',
    path: '/v1/back-tests',
    scope: 'insight:read',
    summary: 'Back-tests of the last hour, newest first, without their results',
    output: z.object({ items: z.array(BackTest) }),
    refusals: ['not_published'],
  }),
  getBackTest: operation({
    method: 'GET',
    path: '/v1/back-tests/{backTestId}',
    scope: 'insight:read',
    summary: 'How far a back-test is, and its result when it is done',
    params,
    output: BackTest,
    refusals: ['unknown_back_test', 'not_published'],
  }),
  cancelBackTest: operation({
    method: 'DELETE',
    path: '/v1/back-tests/{backTestId}',
    scope: 'insight:read',
    summary: 'Stop a back-test, or forget one that has ended',
    params,
    output: z.undefined(),
    status: 204,
    refusals: ['unknown_back_test', 'not_published'],
  }),
};
