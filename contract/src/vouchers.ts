import { z } from 'zod';
import { operation } from './operation.ts';
import { Occurrence, Outcome } from './outcome.ts';
import { CurrencyCode, Day, EventId, MemberId, MinorUnits } from './values.ts';

export const Voucher = z
  .object({
    voucher: z.string(),
    code: z.string(),
    reward: z.string(),
    name: z.string().meta({ description: "The reward's name, in the language of `Accept-Language`." }),
    state: z.enum(['usable', 'not_yet_valid', 'used', 'expired', 'cancelled']),
    accountId: z.string(),
    issued: Day.exactOptional(),
    from: Day.exactOptional(),
    until: Day.exactOptional().meta({ description: 'Gone at 00:00 of this day.' }),
    remaining: MinorUnits.exactOptional(),
    currency: CurrencyCode.exactOptional(),
    uses: z.int().exactOptional().meta({ description: 'How often it can still be used.' }),
  })
  .meta({ id: 'Voucher' });

const params = z.object({ code: z.string().min(1).max(200) });

export const vouchers = {
  checkVoucher: operation({
    method: 'GET',
    path: '/v1/vouchers/{code}',
    scope: 'vouchers:read',
    summary: 'What a voucher is worth now',
    params,
    output: Voucher,
    refusals: ['unknown_voucher', 'not_published'],
  }),
  listVouchers: operation({
    method: 'GET',
    path: '/v1/members/{memberId}/vouchers',
    scope: 'vouchers:read',
    summary: "A member's open vouchers with their codes",
    params: z.object({ memberId: MemberId }),
    output: z.object({ items: z.array(Voucher) }),
    refusals: ['unknown_member', 'member_erased', 'not_published'],
  }),
  useVoucher: operation({
    method: 'POST',
    path: '/v1/vouchers/{code}/use',
    scope: 'vouchers:write',
    summary: 'Use a voucher outside a purchase',
    description: 'A purchase that names the voucher uses it by itself.',
    params,
    body: z.strictObject({
      ...Occurrence,
      amount: MinorUnits.exactOptional().meta({ description: 'How much of its value; all of it when absent.' }),
      purchaseTotal: MinorUnits.exactOptional().meta({ description: 'For a voucher with a least purchase.' }),
    }),
    output: Outcome,
    status: 201,
    keyed: true,
    refusals: [
      'unknown_voucher',
      'voucher_not_yet_valid',
      'voucher_expired',
      'voucher_used',
      'minimum_not_met',
      'condition_not_met',
      'too_late',
      'too_far_ahead',
      'key_reused',
      'not_published',
    ],
  }),
  releaseVoucher: operation({
    method: 'POST',
    path: '/v1/vouchers/{code}/release',
    scope: 'vouchers:write',
    summary: 'Undo a use of a voucher',
    description: 'It comes back with its old date.',
    params,
    body: z.strictObject({ ...Occurrence, use: EventId.meta({ description: 'The event that used it.' }) }),
    output: Outcome,
    status: 201,
    keyed: true,
    refusals: ['unknown_voucher', 'condition_not_met', 'too_late', 'too_far_ahead', 'key_reused', 'not_published'],
  }),
};
