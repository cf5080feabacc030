import type { AccountInHand } from '../account-in-hand.ts';
import { assert } from '../assert.ts';
import type { ReferralFact } from '../facts/referral-facts.ts';
import type { FactOf } from '../facts.ts';

/** What a fact about a referral makes of the account. */
export function changeReferral(account: AccountInHand, fact: ReferralFact): void {
  switch (fact.fact) {
    case 'referred': {
      const { member, by, byMember, day } = fact;
      account.referral = { member, by, byMember, day };
      return;
    }
    case 'referral_fulfilled':
      fulfil(account, fact);
      return;
    case 'referral_undone': {
      assert(account.referral, 'what is undone was a referral');
      const { fulfilled: _, ...open } = account.referral;
      account.referral = open;
      return;
    }
    case 'referral_rewarded': {
      const { referral, member, day, gave } = fact;
      account.referred = { ...account.referred, [referral]: { member, day, gave } };
      return;
    }
    case 'referral_withdrawn': {
      const { [fact.referral]: _, ...others } = account.referred ?? {};
      account.referred = others;
    }
  }
}

function fulfil(account: AccountInHand, { referral, purchase, gave }: FactOf<'referral_fulfilled'>): void {
  assert(account.referral, 'who does what a referral asks for was referred');
  const fulfilled = { referral, ...(purchase !== undefined && { purchase }), gave };
  account.referral = { ...account.referral, fulfilled };
}
