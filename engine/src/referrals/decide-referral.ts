import type { Given } from '../account.ts';
import { sumBetween } from '../counters/days.ts';
import { windowStart } from '../counters/windows.ts';
import { type Draft, post } from '../draft.ts';
import type { ReferralMessage, ReferredBy } from '../event.ts';
import { MissingEvidence } from '../missing-evidence.ts';
import { awardPoints } from '../points/award.ts';
import { takeBackAnywhere } from '../points/take-back.ts';
import type { Referral, ReferralGift } from '../program.ts';
import { amountOf } from '../purchase/bases.ts';
import type { Basket } from '../purchase/price.ts';
import { type Refusal, type RefusalCode, refuse } from '../refusals.ts';
import { cancelVoucher } from '../rewards/cancel-voucher.ts';
import { issueVoucher } from '../rewards/issue-voucher.ts';
import { count } from '../rules/apply-rules.ts';
import { scopedKey } from '../scopes.ts';
import { addToDay } from '../time/days.ts';

/** What points and vouchers of a referral are given by, in the place of a rule. */
const BY = 'referral';

/** A friend has joined with a member's code. Who may not be one joins all the same. */
export function beReferred(draft: Draft, { account: by, member: byMember }: ReferredBy): void {
  const { program, event } = draft;
  const { referral } = program;
  const member = event.member ?? event.id;
  const reason =
    referral === undefined ? 'reward_not_offered' : notReferable(draft, member, { account: by, member: byMember });
  if (reason !== undefined) {
    post(draft, { fact: 'not_honoured', v: 1, what: 'referral', which: byMember, reason });
    return;
  }
  post(draft, { fact: 'referred', v: 1, member, by, byMember, day: draft.occurredDay });
  if (referral?.purchase === undefined) fulfil(draft, undefined);
}

/** Nobody brings themselves: not from the same account, the same address, or with a card that is theirs. */
function notReferable(draft: Draft, member: string, by: ReferredBy): RefusalCode | undefined {
  const found = draft.evidence.accounts?.[by.account];
  if (found === undefined) throw new MissingEvidence({ kind: 'account', id: by.account });
  const referrer = found?.members[by.member];
  if (!referrer || referrer.left !== undefined) return 'unknown_member';
  if (found.erased || referrer.erased) return 'member_erased';
  const friend = draft.account.members[member];
  const livesThere =
    friend?.address !== undefined && Object.values(found.members).some(({ address }) => address === friend.address);
  const sharesCard = Object.values(found.members).some(({ cards }) =>
    cards.some((card) => friend?.cards.includes(card)),
  );
  return by.account === draft.account.id || livesThere || sharesCard ? 'self_referral' : undefined;
}

/** A purchase of the friend may be the one that the program asks for. */
export function fulfilByPurchase(draft: Draft, basket: Basket): void {
  const { account, program, event } = draft;
  const wanted = program.referral?.purchase;
  const { referral } = account;
  if (wanted === undefined || referral === undefined || referral.fulfilled) return;
  if (event.member !== referral.member) return;
  const isInTime = wanted.within === undefined || draft.occurredDay <= addToDay(referral.day, wanted.within);
  if (isInTime && isEnough(draft, program.referral, basket)) fulfil(draft, event.id);
}

/** The purchase behind a referral came back so far that it would not have been enough. */
export function undoByReturn(draft: Draft, purchase: string, channel: string | undefined, remaining: Basket): void {
  const { fulfilled, by, byMember } = draft.account.referral ?? {};
  const { referral } = draft.program;
  if (fulfilled?.purchase !== purchase || by === undefined || byMember === undefined) return;
  if (referral?.returned === 'keep' || isEnough(draft, referral, remaining, channel)) return;
  takeBackGiven(draft, fulfilled.gave);
  post(draft, { fact: 'referral_undone', v: 1, referral: fulfilled.referral, to: by, toMember: byMember });
}

function isEnough(
  draft: Draft,
  referral: Referral | undefined,
  basket: Basket,
  channel = draft.event.channel,
): boolean {
  const wanted = referral?.purchase;
  if (wanted === undefined) return true;
  const least = wanted.least?.({ market: draft.market.id, day: draft.occurredDay }) ?? 1;
  return amountOf(basket, wanted.base, channel) >= least;
}

function fulfil(draft: Draft, purchase: string | undefined): void {
  const { referral } = draft.account;
  if (referral === undefined) return;
  const gave = give(draft, draft.program.referral?.friend ?? []);
  post(draft, {
    fact: 'referral_fulfilled',
    v: 1,
    referral: `${draft.sequence}`,
    to: referral.by,
    toMember: referral.byMember,
    ...(purchase !== undefined && { purchase }),
    gave,
  });
}

/** The friend did it: what the one who brought them gets, as often as the program lets them. */
export function rewardReferrer(draft: Draft, { referral: key }: ReferralMessage): Refusal | undefined {
  const { program, event, storeDay, account } = draft;
  const { member } = event;
  if (member === undefined || account.erased || account.members[member]?.erased) return refuse('member_erased');
  if (account.referred?.[key]) return refuse('already_claimed', { referral: key });
  const { referral } = program;
  const limit = referral?.limit;
  const counter = limitKey(member);
  if (limit) {
    const before = sumBetween(
      account.counters[counter] ?? [],
      windowStart(limit.over, storeDay, account.since),
      storeDay,
    );
    if (before >= limit.times) {
      post(draft, { fact: 'declined', v: 1, rule: BY, reason: 'limit_reached' });
      return undefined;
    }
    count(draft, counter, storeDay, 1);
  }
  const gave = give(draft, referral?.referrer ?? []);
  post(draft, { fact: 'referral_rewarded', v: 1, referral: key, member, day: storeDay, gave });
  return undefined;
}

/** The friend's purchase came back: so does what it gave. What was never given cannot. */
export function withdrawReward(draft: Draft, { referral: key }: ReferralMessage): Refusal | undefined {
  const rewarded = draft.account.referred?.[key];
  if (!rewarded) return refuse('unknown_purchase', { referral: key });
  takeBackGiven(draft, rewarded.gave);
  const counter = limitKey(rewarded.member);
  if (draft.account.counters[counter]) count(draft, counter, rewarded.day, -1);
  post(draft, { fact: 'referral_withdrawn', v: 1, referral: key, member: rewarded.member });
  return undefined;
}

function give(draft: Draft, gifts: readonly ReferralGift[]): Given {
  const where = { market: draft.market.id, day: draft.occurredDay };
  const points: Given['points'][number][] = [];
  const vouchers: string[] = [];
  for (const gift of gifts) {
    if (gift.kind === 'issue') {
      const reward = draft.program.rewards.get(gift.reward);
      if (reward) vouchers.push(issueVoucher(draft, reward, { rule: BY }));
      continue;
    }
    const currency = scopedKey(
      gift.currency,
      draft.program.currencies.get(gift.currency)?.per ?? 'account',
      draft.event,
    );
    const amount = gift.amount(where);
    const lot = awardPoints(draft, currency, amount, [{ rule: BY, amount }], draft.occurredDay);
    if (lot !== undefined) points.push({ currency, lot, amount });
  }
  return { points, vouchers };
}

function takeBackGiven(draft: Draft, { points, vouchers }: Given): void {
  for (const voucher of vouchers) cancelVoucher(draft, voucher);
  for (const { currency, lot, amount } of points) takeBackAnywhere(draft, currency, amount, 'threshold_lost', [lot]);
}

function limitKey(member: string): string {
  return `limit:${BY}@member:${member}`;
}
