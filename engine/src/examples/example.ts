import { z } from 'zod';

/**
 * Worked examples of a program: dated events and passing time for one or several members, and the exact outcome after
 * each. Money is written as in the document (`"19.99 GBP"`), points as people read them (`13.58`), days as `2026-02-28`,
 * instants as the local time of the market (`2026-02-28 23:59`).
 */
const Money = z.string();
// Numbers come as the digits that the file has, so that nothing passes through a float.
const Points = z.string();
const Quantity = z.string();
const When = z.string();
const Count = z.coerce.number().int();

const Flag = z.union([z.boolean(), z.enum(['true', 'false']).transform((text) => text === 'true')]);

const Line = z.strictObject({
  sku: z.string().default('item'),
  categories: z.array(z.string()).optional(),
  attributes: z.record(z.string(), z.string()).optional(),
  quantity: Quantity.optional(),
  total: Money,
  tax: Money.optional(),
});

const Purchase = z.strictObject({
  lines: z.array(Line),
  charges: z.array(z.strictObject({ kind: z.string(), amount: Money })).optional(),
  adjustments: z
    .array(z.strictObject({ amount: Money, reason: z.string().optional(), lines: z.array(Count).optional() }))
    .optional(),
  tenders: z.array(z.strictObject({ kind: z.string(), amount: Money, lines: z.array(Count).optional() })).optional(),
  vouchers: z.array(z.string()).optional(),
  holds: z.array(z.string()).optional(),
  rewards: z.array(z.string()).optional(),
  codes: z.array(z.string()).optional(),
  rules: z.array(z.string()).optional(),
  delivery: z.string().optional(),
  strict: z.boolean().optional(),
});

const BalanceShape = z.strictObject({
  available: Points.optional(),
  pending: Points.optional(),
  held: Points.optional(),
  debt: Points.optional(),
});

const Stay = z.strictObject({ list: z.string(), from: z.string().optional(), through: z.string().optional() });

const PointsByCurrency = z.record(z.string(), Points);

const Expectation = z.strictObject({
  refused: z.string().optional(),
  details: z.record(z.string(), z.string()).optional(),
  declined: z.array(z.string()).optional(),
  notHonoured: z.array(z.string()).optional(),
  rules: z.array(z.string()).optional(),
  earned: PointsByCurrency.optional(),
  spent: PointsByCurrency.optional(),
  takenBack: PointsByCurrency.optional(),
  putBack: PointsByCurrency.optional(),
  converted: PointsByCurrency.optional(),
  repaid: PointsByCurrency.optional(),
  expired: PointsByCurrency.optional(),
  balance: z.record(z.string(), z.union([Points, BalanceShape])).optional(),
  lots: z
    .record(
      z.string(),
      z.array(z.strictObject({ amount: Points, from: z.string().optional(), until: z.string().optional() })),
    )
    .optional(),
  level: z
    .record(z.string(), z.union([z.string(), z.strictObject({ is: z.string(), until: z.string().optional() })]))
    .optional(),
  counters: z.record(z.string(), z.string()).optional(),
  issued: z.array(z.string()).optional(),
  vouchers: z
    .array(z.strictObject({ reward: z.string(), remaining: Money.optional(), until: z.string().optional() }))
    .optional(),
  toPay: Money.optional(),
  refund: Money.optional(),
  /** What was paid for clubs, and what of it is paid back. */
  charged: Money.optional(),
  refunded: Money.optional(),
  subscribed: z
    .record(z.string(), z.union([z.string(), z.strictObject({ plan: z.string(), until: z.string().optional() })]))
    .optional(),
  /** Benefits of clubs that were used. */
  benefits: z.array(z.string()).optional(),
  /** How offers stand for the step's member. */
  offers: z
    .record(
      z.string(),
      z.union([
        z.string(),
        z.strictObject({
          is: z.string(),
          until: z.string().optional(),
          usesLeft: z.string().optional(),
          activationsLeft: z.string().optional(),
          toGo: z.string().optional(),
        }),
      ]),
    )
    .optional(),
  challenges: z
    .record(
      z.string(),
      z.strictObject({
        done: z.string().optional(),
        toGo: z.record(z.string(), z.string()).optional(),
        inARow: z.string().optional(),
        endsOn: z.string().optional(),
      }),
    )
    .optional(),
  /** Benefits that the step's member is entitled to now. */
  entitled: z.array(z.string()).optional(),
  /** What each rule took off. */
  discounts: z.record(z.string(), Money).optional(),
  gifts: z.array(z.string()).optional(),
  /** What delivery costs by the program. */
  delivery: Money.optional(),
  /** What is missing for discounts, gifts and delivery, by rule. */
  toGo: z.record(z.string(), Money).optional(),
  /** What a refused combination offers instead. */
  alternative: z
    .strictObject({ rules: z.array(z.string()).optional(), vouchers: z.array(z.string()).optional(), toPay: Money })
    .optional(),
});

const Step = z.strictObject({
  at: When,
  /** A name for the event, for what refers to it later. */
  as: z.string().optional(),
  member: z.string().optional(),
  channel: z.string().optional(),
  store: z.string().optional(),
  zone: z.string().optional(),
  card: z.string().optional(),
  /** When it happened, for an event that is reported late. */
  occurred: When.optional(),
  purchase: Purchase.optional(),
  quote: Purchase.optional(),
  return: z
    .strictObject({
      purchase: z.string(),
      lines: z.array(z.strictObject({ line: Count, quantity: Quantity.optional() })).optional(),
      isExchange: Flag.optional(),
    })
    .optional(),
  activity: z.string().optional(),
  lists: z.strictObject({ join: z.array(Stay).optional(), leave: z.array(z.string()).optional() }).optional(),
  redeem: z.union([z.string(), z.strictObject({ reward: z.string(), times: Count.optional() })]).optional(),
  hold: z.strictObject({ currency: z.string(), amount: Points, until: When }).optional(),
  capture: z.union([z.string(), z.strictObject({ hold: z.string(), amount: Points.optional() })]).optional(),
  release: z.string().optional(),
  use: z
    .union([z.string(), z.strictObject({ voucher: z.string(), amount: Money.optional(), total: Money.optional() })])
    .optional(),
  correct: z
    .strictObject({ currency: z.string(), amount: Points, reason: z.string(), approvedBy: z.string().optional() })
    .optional(),
  join: z.union([z.string(), z.strictObject({ club: z.string(), plan: z.string() })]).optional(),
  cancel: z.string().optional(),
  renewal: z.strictObject({ club: z.string(), on: Flag }).optional(),
  /** What the provider says of the oldest open charge. */
  payment: z.enum(['succeeded', 'failed']).optional(),
  benefit: z.strictObject({ club: z.string(), benefit: z.string() }).optional(),
  /** An offer that the member activates, is granted, or has no longer. */
  activate: z.string().optional(),
  grant: z
    .union([
      z.string(),
      z.strictObject({ offer: z.string(), code: z.string().optional(), through: z.string().optional() }),
    ])
    .optional(),
  withdraw: z.string().optional(),
  /** Points sent to another member. */
  transfer: z.strictObject({ to: z.string(), currency: z.string(), amount: Points }).optional(),
  /** The step's member comes into the household of another. */
  joins: z
    .strictObject({
      household: z.string(),
      role: z.string(),
      address: z.string().optional(),
      cards: z.array(z.string()).optional(),
      attributes: z.record(z.string(), z.string()).optional(),
      birthday: z.string().optional(),
    })
    .optional(),
  /** Two memberships of one person become one: that of the step ends in the other. */
  merge: z.strictObject({ into: z.string() }).optional(),
  /** The step's member leaves the household. */
  leaves: Flag.optional(),
  change: z
    .strictObject({
      birthday: z.string().optional(),
      attributes: z.record(z.string(), z.string()).optional(),
      address: z.string().optional(),
      byStaff: Flag.optional(),
    })
    .optional(),
  /** What becomes of charges that fall due in this step; they succeed at once when absent. */
  payments: z.enum(['succeed', 'fail', 'wait']).optional(),
  expect: Expectation.optional(),
});

const MemberShape = z.strictObject({
  joined: When,
  market: z.string().optional(),
  cards: z.array(z.string()).optional(),
  cardKinds: z.array(z.string()).optional(),
  attributes: z.record(z.string(), z.string()).optional(),
  /** Stands for the keyed hash that the account has of it. */
  address: z.string().optional(),
  /** `03-31` */
  birthday: z.string().optional(),
  lists: z.array(Stay).optional(),
  /** The member who brought them. */
  referredBy: z.string().optional(),
});

const Example = z.strictObject({
  code: z.string(),
  name: z.string().optional(),
  /** One member, called `member`, or several by name. */
  joined: When.optional(),
  market: z.string().optional(),
  birthday: z.string().optional(),
  members: z.record(z.string(), MemberShape).optional(),
  steps: z.array(Step).min(1),
});

export const ExampleFile = z.strictObject({ examples: z.array(Example).min(1) });

export type ExampleFile = z.infer<typeof ExampleFile>;
export type Example = z.infer<typeof Example>;
export type ExampleStep = z.infer<typeof Step>;
export type ExamplePurchase = z.infer<typeof Purchase>;
export type Expectation = z.infer<typeof Expectation>;
export type ExampleStay = z.infer<typeof Stay>;
export type ExampleMember = z.infer<typeof MemberShape>;
