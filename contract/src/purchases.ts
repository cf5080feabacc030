import { z } from 'zod';
import { operation } from './operation.ts';
import { Occurrence, PurchaseOutcome, Whereabouts } from './outcome.ts';
import {
  Attributes,
  CurrencyCode,
  CurrencyKey,
  EventKey,
  Instant,
  MemberId,
  MemberReference,
  MinorUnits,
  Name,
  PointsGiven,
  Quantity,
  Text,
} from './values.ts';

const linesMax = 1000;

const Line = z
  .strictObject({
    sku: Name,
    total: MinorUnits.meta({
      description: 'What the whole line costs before adjustments, tax included if prices include it.',
    }),
    quantity: Quantity.exactOptional().meta({ description: '1 when absent.' }),
    categories: z.array(Name).max(50).exactOptional(),
    attributes: Attributes.exactOptional(),
    tax: MinorUnits.exactOptional().meta({ description: 'The part of `total` that is tax.' }),
  })
  .meta({ id: 'Line' });

const LineIndexes = z.array(z.int().min(0)).max(linesMax).meta({ description: 'Which lines, counted from 0.' });

const Charge = z
  .strictObject({ kind: Name.meta({ examples: ['shipping', 'tax', 'tip'] }), amount: MinorUnits })
  .meta({ id: 'Charge', description: 'An amount that is no goods.' });

const Adjustment = z
  .strictObject({ amount: MinorUnits, reason: Text.exactOptional(), lines: LineIndexes.exactOptional() })
  .meta({
    id: 'Adjustment',
    description: 'A reduction that the shop made itself; over all lines unless it names some.',
  });

const Tender = z
  .strictObject({
    kind: Name.meta({ examples: ['cash', 'card', 'gift_card'] }),
    amount: MinorUnits,
    lines: LineIndexes.exactOptional(),
  })
  .meta({ id: 'Tender', description: 'How a part was paid; over everything paid unless it names lines.' });

const PointsPayment = z
  .strictObject({
    currency: CurrencyKey.exactOptional().meta({ description: "The program's only currency when absent." }),
    amount: PointsGiven,
    snapshot: z.string().max(4000).exactOptional().meta({
      description: 'By which a till honoured it without a network, as `findMemberAtTill` answered it.',
    }),
  })
  .meta({ id: 'PointsPayment' });

/** What a purchase and a quote for one have in common. */
export const Basket = {
  currency: CurrencyCode,
  lines: z.array(Line).min(1).max(linesMax),
  charges: z.array(Charge).max(50).exactOptional(),
  adjustments: z.array(Adjustment).max(200).exactOptional(),
  tenders: z.array(Tender).max(50).exactOptional().meta({ description: 'Absent: paid as the program prices it.' }),
  vouchers: z.array(Name).max(50).exactOptional().meta({ description: 'Codes or ids of vouchers handed over.' }),
  holds: z.array(Name).max(50).exactOptional().meta({ description: 'Holds that this purchase captures.' }),
  points: PointsPayment.exactOptional().meta({ description: 'Points that pay for a part, without a hold before.' }),
  rewards: z.array(Name).max(50).exactOptional().meta({ description: 'Rewards bought with points and used here.' }),
  codes: z.array(Name).max(50).exactOptional().meta({ description: 'Codes that the customer entered.' }),
  rules: z.array(Name).max(50).exactOptional().meta({
    description: 'Rules that the member asks for, where not everything goes together. Absent: what is cheapest.',
  }),
  delivery: Name.exactOptional().meta({
    description: 'How it is delivered, as the program names it; absent when nothing is.',
    examples: ['standard'],
  }),
};

const PurchaseInput = z
  .strictObject({
    ...Occurrence,
    member: MemberReference.exactOptional().meta({
      description: 'Absent: kept as a receipt by `store` and `receipt`, which a member may claim later.',
    }),
    ...Basket,
    ...Whereabouts,
    receipt: Name.exactOptional().meta({
      description: "The receipt's number in its store; the event's key when absent.",
    }),
    strict: z
      .boolean()
      .exactOptional()
      .meta({ description: 'True: refused whole when a voucher, hold or reward cannot be honoured.' }),
  })
  .meta({
    id: 'PurchaseInput',
    examples: [
      {
        id: 'receipt-10001',
        member: { email: 'member@example.com' },
        currency: 'GBP',
        lines: [{ sku: 'MUG', total: 1999 }],
      },
    ],
  });

const KeptReceipt = z
  .object({
    kind: z.literal('receipt'),
    store: z.string(),
    receipt: z.string(),
    occurredAt: Instant,
    claimed: z.boolean(),
  })
  .meta({ id: 'KeptReceipt', description: 'A purchase without a member, kept until someone claims it.' });

export const purchases = {
  recordPurchase: operation({
    method: 'POST',
    path: '/v1/purchases',
    scope: 'purchases:write',
    summary: 'Report a purchase',
    description:
      'It has happened, so it is recorded even if a voucher on it cannot be honoured, unless `strict`. Without `member` it is kept as a receipt.',
    body: PurchaseInput,
    output: z.union([PurchaseOutcome, KeptReceipt]),
    status: 201,
    keyed: true,
    refusals: [
      'unknown_member',
      'member_erased',
      'member_left',
      'currency_mismatch',
      'too_late',
      'too_far_ahead',
      'unknown_voucher',
      'unknown_hold',
      'unknown_reward',
      'unknown_line',
      'insufficient_points',
      'voucher_not_yet_valid',
      'voucher_expired',
      'voucher_used',
      'minimum_not_met',
      'hold_ended',
      'tier_too_low',
      'reward_not_offered',
      'reward_out_of_stock',
      'limit_reached',
      'condition_not_met',
      'not_combinable',
      'key_reused',
      'not_published',
    ],
  }),
  claimReceipt: operation({
    method: 'POST',
    path: '/v1/members/{memberId}/receipts',
    scope: 'purchases:write',
    summary: 'Claim a receipt that was kept without a member',
    description: 'Exactly once, and within the time that the program gives late purchases.',
    params: z.object({ memberId: MemberId }),
    body: z.strictObject({ id: EventKey.exactOptional(), store: Name, receipt: Name }),
    output: PurchaseOutcome,
    status: 201,
    refusals: [
      'unknown_member',
      'member_erased',
      'member_left',
      'unknown_receipt',
      'already_claimed',
      'too_late',
      'currency_mismatch',
      'not_published',
    ],
  }),
};
