import { z } from 'zod';
import {
  CurrencyCode,
  CurrencyKey,
  Day,
  EventId,
  EventKey,
  Instant,
  MemberId,
  MinorUnits,
  Name,
  Points,
} from './values.ts';

const Balance = z
  .object({
    available: Points.meta({ description: 'Can be spent now.' }),
    pending: Points.meta({ description: 'Earned, not yet active.' }),
    held: Points.meta({ description: 'Set aside by holds.' }),
    debt: Points.meta({ description: 'Owed: repaid when points become active.' }),
  })
  .meta({ id: 'Balance', description: 'The four numbers of every currency.' });

export const Balances = z.record(CurrencyKey, Balance).meta({ id: 'Balances', description: 'By currency.' });

/** What an event did to one currency; what it did not do is left out. */
const PointsMoved = z
  .object({
    earned: Points.exactOptional(),
    rules: z
      .array(z.object({ rule: z.string(), earned: Points }))
      .exactOptional()
      .meta({ description: 'Which rule of the program gave how much of it.' }),
    lots: z
      .array(z.object({ lot: z.string(), amount: Points, from: Day, until: Day.exactOptional() }))
      .exactOptional()
      .meta({ description: 'What was earned: spendable `from` a day, gone at 00:00 of `until`.' }),
    spent: Points.exactOptional(),
    expired: Points.exactOptional(),
    takenBack: Points.exactOptional(),
    alreadyExpired: Points.exactOptional().meta({ description: 'Had expired before it could be taken back.' }),
    forgiven: Points.exactOptional(),
    putBack: Points.exactOptional(),
    newDebt: Points.exactOptional(),
    debtRepaid: Points.exactOptional(),
    sent: Points.exactOptional(),
    received: Points.exactOptional(),
    cameBack: Points.exactOptional(),
    held: Points.exactOptional(),
    captured: Points.exactOptional(),
    released: Points.exactOptional(),
  })
  .meta({ id: 'PointsMoved' });

const LevelChange = z
  .object({ ladder: z.string(), from: z.string().exactOptional(), to: z.string(), until: Day.exactOptional() })
  .meta({ id: 'LevelChange' });

const VoucherChange = z
  .object({
    change: z.enum(['issued', 'used', 'brought_back', 'cancelled', 'expired']),
    voucher: z.string(),
    code: z.string().exactOptional().meta({ description: 'What the member shows at the till.' }),
    reward: z.string(),
    value: MinorUnits.exactOptional(),
    currency: CurrencyCode.exactOptional(),
    from: Day.exactOptional(),
    until: Day.exactOptional().meta({ description: 'Gone at 00:00 of this day.' }),
  })
  .meta({ id: 'VoucherChange' });

const sides = {
  points: z.record(CurrencyKey, PointsMoved).meta({ description: 'What happened to the points, by currency.' }),
  balances: Balances.meta({ description: 'The balances after it.' }),
  levels: z.array(LevelChange),
  vouchers: z.array(VoucherChange),
  declined: z
    .array(z.object({ rule: z.string(), reason: z.string() }))
    .exactOptional()
    .meta({ description: 'Parts of the program that did not count this time, and why.' }),
  notHonoured: z
    .array(z.object({ what: z.string(), which: z.string(), reason: z.string() }))
    .exactOptional()
    .meta({ description: 'What a report said was used and could not be honoured.' }),
  sentences: z.array(z.string()).meta({ description: 'What followed, in the language of `Accept-Language`.' }),
};

const event = {
  id: EventId,
  kind: z.string(),
  accountId: z.string(),
  member: MemberId.exactOptional(),
  card: Name.exactOptional(),
  store: Name.exactOptional(),
  occurredAt: Instant,
  recordedAt: Instant.meta({ description: "The program's clock when it was recorded." }),
  version: z.int().meta({ description: 'The version of the program that decided it.' }),
};

const PricedLine = z
  .object({
    line: z.int(),
    sku: z.string(),
    regular: MinorUnits,
    discounts: z.array(z.object({ rule: z.string(), amount: MinorUnits })),
    price: MinorUnits.meta({ description: 'Regular less the discounts of rules.' }),
  })
  .meta({ id: 'PricedLine' });

const Gift = z
  .object({ line: z.int(), rule: z.string(), gift: z.string(), sku: z.string(), worth: MinorUnits })
  .meta({ id: 'Gift' });

const PurchaseMoney = z
  .object({
    currency: CurrencyCode,
    total: MinorUnits.meta({ description: 'Lines and charges before anything is taken off.' }),
    discounts: MinorUnits.meta({ description: "The shop's own and those of the program's rules." }),
    vouchers: MinorUnits.meta({ description: 'What vouchers took off.' }),
    points: MinorUnits.meta({ description: 'What held points took off.' }),
    toPay: MinorUnits,
    difference: z
      .object({ ours: MinorUnits, paid: MinorUnits })
      .exactOptional()
      .meta({ description: 'What was paid differs from our price.' }),
    lines: z
      .array(PricedLine)
      .exactOptional()
      .meta({ description: 'Line by line, when rules of the program take something off.' }),
    gifts: z
      .array(Gift)
      .exactOptional()
      .meta({ description: 'To be added to the purchase; each is a line of its own behind the others.' }),
    delivery: z
      .object({ way: z.string(), rule: z.string(), fee: MinorUnits })
      .exactOptional()
      .meta({ description: 'What delivery costs by the program. Part of `total`.' }),
  })
  .meta({ id: 'PurchaseMoney' });

const ReturnMoney = z
  .object({
    currency: CurrencyCode,
    refund: MinorUnits,
    lines: z.array(z.object({ line: z.int(), sku: z.string(), quantity: z.string(), amount: MinorUnits })),
    deducted: z
      .array(z.object({ line: z.int(), sku: z.string(), amount: z.int() }))
      .exactOptional()
      .meta({
        description:
          'Gifts that are kept without cause, already taken off `refund`; less than nothing when one comes back after all.',
      }),
  })
  .meta({ id: 'ReturnMoney', description: 'What to pay back, line by line.' });

export const Outcome = z
  .object({ ...event, ...sides })
  .meta({ id: 'Outcome', description: 'A recorded event and what followed from it.' });

export const PurchaseOutcome = z.object({ ...event, ...sides, money: PurchaseMoney }).meta({ id: 'PurchaseOutcome' });
export const ReturnOutcome = z
  .object({ ...event, purchaseId: EventId, ...sides, money: ReturnMoney })
  .meta({ id: 'ReturnOutcome' });
export const HoldOutcome = z
  .object({ ...event, holdId: z.string(), until: Instant, ...sides })
  .meta({ id: 'HoldOutcome' });

export const QuoteOutcome = z.object({
  ...sides,
  money: PurchaseMoney,
  toGo: z
    .array(z.object({ rule: z.string(), missing: MinorUnits }))
    .exactOptional()
    .meta({ description: 'Discounts, gifts and delivery that a larger purchase would unlock.' }),
});

/** What every report and request about a member says, besides its own matter. */
export const Occurrence = {
  id: EventKey.exactOptional(),
  occurredAt: Instant.exactOptional().meta({ description: "The program's clock when absent." }),
};

/** Where it happened. */
export const Whereabouts = {
  store: Name.exactOptional(),
  till: Name.exactOptional(),
  channel: Name.exactOptional().meta({ examples: ['web', 'store'] }),
  zone: Name.exactOptional().meta({
    description: "The store's time zone: days and day caps follow it. The market's when absent.",
    examples: ['Europe/London'],
  }),
};
