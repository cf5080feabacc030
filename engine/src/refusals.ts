/** The closed list of refusals. The contract gives each its HTTP status; names never change their meaning. */
export const REFUSALS = [
  'malformed',
  'too_far_ahead',
  'too_late',
  'unknown_member',
  'unknown_market',
  'unknown_currency',
  'unknown_reward',
  'unknown_voucher',
  'unknown_hold',
  'unknown_purchase',
  'unknown_line',
  'unknown_club',
  'unknown_plan',
  'unknown_charge',
  'unknown_list',
  'already_enrolled',
  'identity_taken',
  'member_erased',
  'currency_mismatch',
  'insufficient_points',
  'tier_too_low',
  'reward_not_offered',
  'reward_out_of_stock',
  'limit_reached',
  'voucher_not_yet_valid',
  'voucher_expired',
  'voucher_used',
  'minimum_not_met',
  'hold_ended',
  'hold_too_long',
  'return_exceeds_purchase',
  'return_too_late',
  'approval_needed',
  'already_claimed',
  'condition_not_met',
  'plan_not_offered',
  'already_subscribed',
  'already_cancelled',
  'not_subscribed',
  'not_transferable',
  'unknown_transfer',
  'unknown_referral_code',
  'self_referral',
  'member_merged',
  'market_differs',
  'household_not_empty',
  'hold_open',
  'transfer_open',
  'club_running',
  'unknown_role',
  'role_closed',
  'role_full',
  'address_differs',
  'head_only',
  'head_stays',
  'member_left',
  'birthday_locked',
  'not_combinable',
  'unknown_offer',
  'offer_closed',
  'already_activated',
  'exchange_only',
  'key_reused',
] as const;

export type RefusalCode = (typeof REFUSALS)[number];

/** An answer, not a fault: what was asked cannot be done, with the values that say why. */
export interface Refusal {
  readonly refused: RefusalCode;
  readonly details: Readonly<Record<string, string | number>>;
}

export function refuse(refused: RefusalCode, details: Readonly<Record<string, string | number>> = {}): Refusal {
  return { refused, details };
}

export function isRefusal(value: unknown): value is Refusal {
  return typeof value === 'object' && value !== null && 'refused' in value;
}
