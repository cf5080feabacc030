import { z } from 'zod';
import { effect } from '../../effects/effects.ts';
import type { Effect, Referral, ReferralGift } from '../../program.ts';
import type { Binding } from '../binding.ts';
import { listOf } from '../leaf.ts';
import { window } from '../leaves/choices.ts';
import { duration } from '../leaves/dates.ts';
import { money, positiveWhole } from '../leaves/numbers.ts';
import { reference } from '../leaves/references.ts';
import type { Bound } from '../unbound.ts';

export const referralShape = z.strictObject({
  purchase: z
    .strictObject({ base: reference('bases'), least: money.optional(), within: duration.optional() })
    .optional(),
  referrer: listOf(effect).optional(),
  friend: listOf(effect).optional(),
  limit: z.strictObject({ times: positiveWhole, over: window }).optional(),
  returned: z.enum(['take_back', 'keep']).optional(),
});

export function makeReferral(written: Bound<z.output<typeof referralShape>>, binding: Binding): Referral | undefined {
  const { purchase, referrer, friend, limit, returned } = written;
  if (referrer === undefined && friend === undefined) {
    const remedy = 'Write under "referrer" or "friend" what they get: give or issue.';
    binding.report('missing_word', 'Nobody gets anything for a referral.', remedy);
    return undefined;
  }
  const gifts = { referrer: giftsIn(referrer, binding.at('referrer')), friend: giftsIn(friend, binding.at('friend')) };
  if (gifts.referrer === undefined || gifts.friend === undefined) return undefined;
  return {
    purchase: purchase && { base: purchase.base, least: purchase.least, within: purchase.within },
    referrer: gifts.referrer,
    friend: gifts.friend,
    limit: limit && { times: limit.times, over: limit.over },
    returned: returned ?? 'take_back',
  };
}

/** Only what can be given without a purchase of one's own. */
function giftsIn(written: readonly unknown[] = [], binding: Binding): readonly ReferralGift[] | undefined {
  const effects = written as readonly Effect[];
  const gifts = effects.filter((one): one is ReferralGift => one.kind === 'give' || one.kind === 'issue');
  const wrong = effects.findIndex(({ kind }) => kind !== 'give' && kind !== 'issue');
  if (wrong < 0) return gifts;
  binding.at(wrong).report('unknown_word', 'A referral gives points or a reward.', 'Possible here: "give", "issue".');
  return undefined;
}
