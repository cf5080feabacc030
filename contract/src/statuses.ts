import { REFUSALS, type RefusalCode } from '@trofast/engine';

/** The status of each refusal of the engine's closed list. */
const statusOf: Readonly<Record<RefusalCode, number>> = {
  malformed: 400,
  too_far_ahead: 422,
  too_late: 422,
  unknown_member: 404,
  unknown_market: 422,
  unknown_currency: 422,
  unknown_reward: 404,
  unknown_list: 404,
  unknown_voucher: 404,
  unknown_hold: 404,
  unknown_purchase: 404,
  unknown_line: 422,
  already_enrolled: 409,
  identity_taken: 409,
  member_erased: 410,
  currency_mismatch: 422,
  insufficient_points: 409,
  tier_too_low: 409,
  reward_not_offered: 409,
  reward_out_of_stock: 409,
  limit_reached: 409,
  voucher_not_yet_valid: 409,
  voucher_expired: 409,
  voucher_used: 409,
  minimum_not_met: 409,
  hold_ended: 409,
  hold_too_long: 422,
  return_exceeds_purchase: 409,
  return_too_late: 409,
  approval_needed: 403,
  already_claimed: 409,
  condition_not_met: 409,
  unknown_club: 404,
  unknown_plan: 404,
  unknown_charge: 404,
  plan_not_offered: 409,
  already_subscribed: 409,
  already_cancelled: 409,
  not_subscribed: 409,
  unknown_role: 422,
  role_closed: 409,
  role_full: 409,
  address_differs: 409,
  head_only: 403,
  head_stays: 409,
  member_left: 410,
  birthday_locked: 409,
  not_combinable: 409,
  key_reused: 422,
};

/** What HTTP itself may answer besides the engine's refusals: about the caller, the request or the documents. */
const failures = {
  unauthenticated: { status: 401, title: 'The request needs a valid API key' },
  scope_missing: { status: 403, title: 'The API key may not do this' },
  program_key_needed: { status: 403, title: "This needs a program's own API key, not the operator's" },
  operator_key_needed: { status: 403, title: "This needs the operator's API key" },
  not_found: { status: 404, title: 'There is nothing at this address' },
  unknown_program: { status: 404, title: 'There is no such program' },
  unknown_version: { status: 404, title: 'The program has no such version' },
  unknown_event: { status: 404, title: 'There is no such event' },
  unknown_key: { status: 404, title: 'There is no such API key' },
  unknown_receipt: { status: 404, title: 'There is no such receipt' },
  method_not_allowed: { status: 405, title: 'The address does not answer this method' },
  not_published: { status: 409, title: 'The program has no version in force yet' },
  program_exists: { status: 409, title: 'There is a program of this id already' },
  clock_is_real: { status: 409, title: "The program's clock is real and cannot be moved" },
  clock_backwards: { status: 409, title: 'A clock only moves forward' },
  version_too_early: { status: 409, title: 'A version starts after the newest one and after now' },
  document_changed: { status: 412, title: 'The document has changed since it was read' },
  too_large: { status: 413, title: 'The request is too large' },
  unsupported_media_type: { status: 415, title: 'The body is of a kind that this does not read' },
  document_invalid: { status: 422, title: 'The program document has mistakes' },
  match_needed: { status: 428, title: 'Say which revision you have seen, with If-Match' },
  key_missing: { status: 400, title: 'The write needs an Idempotency-Key' },
  rate_limited: { status: 429, title: 'Too many requests' },
  fault: { status: 500, title: 'Something went wrong here' },
  overloaded: { status: 503, title: 'Too much to do just now; try again in a moment' },
  not_ready: { status: 503, title: 'Not ready yet' },
} as const satisfies Readonly<Record<string, { readonly status: number; readonly title: string }>>;

export type FailureCode = keyof typeof failures;

/** In one sentence, what each refusal of the engine means. */
const titleOf: Readonly<Record<RefusalCode, string>> = {
  malformed: 'The request is not of the right shape',
  too_far_ahead: 'It says that it happens in the future',
  too_late: 'It happened longer ago than the program accepts',
  unknown_member: 'There is no such member',
  unknown_market: 'The program has no such market',
  unknown_currency: 'The program has no such currency',
  unknown_reward: 'The program has no such reward',
  unknown_list: 'The program has no such list',
  unknown_voucher: 'There is no such voucher',
  unknown_hold: 'There is no such hold',
  unknown_purchase: 'There is no such purchase',
  unknown_line: 'The purchase has no such line',
  already_enrolled: 'This person is a member already',
  identity_taken: 'Another member has this e-mail, phone, card or external id',
  member_erased: 'The member has been erased',
  currency_mismatch: 'The program has no market in this currency',
  insufficient_points: 'Not enough points',
  tier_too_low: 'The member has not reached the level for this',
  reward_not_offered: 'The reward is not offered now',
  reward_out_of_stock: 'None of the reward is left',
  limit_reached: 'The limit for this has been reached',
  voucher_not_yet_valid: 'The voucher is not valid yet',
  voucher_expired: 'The voucher has expired',
  voucher_used: 'The voucher has been used',
  minimum_not_met: 'The purchase is too small for this voucher',
  hold_ended: 'The hold has ended',
  hold_too_long: 'The program does not hold points for so long',
  return_exceeds_purchase: 'More is returned than was bought',
  return_too_late: 'The program no longer takes this purchase back',
  approval_needed: 'A second person must approve this',
  already_claimed: 'The receipt has been claimed already',
  condition_not_met: 'A condition for this is not met',
  unknown_club: 'The program has no such club',
  unknown_plan: 'The club has no such plan',
  unknown_charge: 'There is no such charge',
  plan_not_offered: 'The plan is not offered now',
  already_subscribed: 'The member has this club already',
  already_cancelled: 'The membership has been cancelled already',
  not_subscribed: 'The member does not have this club',
  unknown_role: "The program's households have no such role",
  role_closed: 'Nobody can join a household in this role now',
  role_full: 'The household has no place for one more in this role',
  address_differs: "The address is not that of the household's head",
  head_only: "Only the household's head can do this",
  head_stays: 'The head cannot leave the household',
  member_left: 'The member has left the household',
  birthday_locked: 'A birthday that is known is changed by staff only',
  not_combinable: 'What was asked for does not go together; the details say what is better',
  key_reused: 'This Idempotency-Key was used for another request',
};

export type ProblemCode = RefusalCode | FailureCode;

/** Every code that a problem may carry. */
export const PROBLEM_CODES: readonly ProblemCode[] = [...REFUSALS, ...(Object.keys(failures) as FailureCode[])];

/** Status and title of any code that a problem may carry. */
export function meaningOf(code: ProblemCode): { readonly status: number; readonly title: string } {
  if (isFailure(code)) return failures[code];
  return { status: statusOf[code], title: titleOf[code] };
}

function isFailure(code: ProblemCode): code is FailureCode {
  return Object.hasOwn(failures, code);
}
