import { birthdayChange } from './birthdays/birthday-change.ts';
import { cancelClub, changeRenewal, decidePayment, endClubsOf, joinClub, useBenefit } from './clubs/decide-club.ts';
import { countAwards, holdsFor } from './counters/count-basket.ts';
import { type Draft, post } from './draft.ts';
import type { Activity, Correction, Enrolment, Event, MemberChange, VoucherRelease, VoucherUse } from './event.ts';
import { joinHousehold, leaveHousehold } from './households/decide-household.ts';
import { enterByCard, evaluateLadders } from './ladders/evaluate.ts';
import { changeLists } from './lists/change-lists.ts';
import { absorb, merge } from './merges/decide-merge.ts';
import { MissingEvidence } from './missing-evidence.ts';
import { activateOffer, grantOffer, withdrawOffer } from './offers/decide-offer.ts';
import { awardPoints, noteActivity } from './points/award.ts';
import { takeBackAnywhere } from './points/take-back.ts';
import type { Rule, TestContext, Trigger } from './program.ts';
import { decidePurchase } from './purchase/decide-purchase.ts';
import { liveValues } from './purchase/values.ts';
import { beReferred, rewardReferrer, withdrawReward } from './referrals/decide-referral.ts';
import { isRefusal, type Refusal, refuse } from './refusals.ts';
import { decideReturn } from './returns/decide-return.ts';
import { bringBackUse } from './returns/undo-uses.ts';
import { captureHold, holdPoints, releaseHold } from './rewards/holds.ts';
import { redeem } from './rewards/redeem.ts';
import { usableVoucher, useVoucher } from './rewards/use-voucher.ts';
import { applyRules, count } from './rules/apply-rules.ts';
import { contextOf, decideRules } from './rules/decide-rules.ts';
import { scopedKey } from './scopes.ts';
import { addToDay } from './time/days.ts';
import { receivePoints, sendPoints, settleTransfer } from './transfers/decide-transfer.ts';

/** What follows from the event itself, posted to the draft, or why it is refused. */
export function decide(draft: Draft): Refusal | undefined {
  const { event } = draft;
  return notAllowed(draft) ?? decideKind(draft, event);
}

function decideKind(draft: Draft, event: Event): Refusal | undefined {
  switch (event.kind) {
    case 'purchase':
      return decidePurchase(draft, event.body);
    case 'return':
      return decideReturn(draft, event.body);
    case 'activity':
      return decideActivity(draft, event.body);
    case 'enrolment':
      return decideEnrolment(draft, event.body);
    case 'member_changed':
      return decideMemberChange(draft, event.body);
    case 'redemption':
      return redeem(draft, event.body);
    case 'hold':
      return holdPoints(draft, event.body);
    case 'capture': {
      const captured = captureHold(draft, event.body.hold, event.body.amount);
      return isRefusal(captured) ? captured : undefined;
    }
    case 'release':
      return releaseHold(draft, event.body);
    case 'voucher_use':
      return decideVoucherUse(draft, event.body);
    case 'voucher_release':
      return decideVoucherRelease(draft, event.body);
    case 'correction':
      return decideCorrection(draft, event.body);
    case 'erased':
      return decideErasure(draft, event.body.member);
    case 'member_joined':
      return joinHousehold(draft, event.body);
    case 'member_left':
      return leaveHousehold(draft);
    case 'transfer_sent':
      return sendPoints(draft, event.body);
    case 'transfer_received':
      return receivePoints(draft, event.body);
    case 'transfer_answered':
      return settleTransfer(draft, event.body);
    case 'referral_fulfilled':
      return rewardReferrer(draft, event.body);
    case 'referral_undone':
      return withdrawReward(draft, event.body);
    case 'merged':
      return merge(draft, event.body);
    case 'absorbed':
      return absorb(draft, event.body);
    case 'club_joined':
      return joinClub(draft, event.body);
    case 'club_cancelled':
      return cancelClub(draft, event.body);
    case 'club_renewal':
      return changeRenewal(draft, event.body);
    case 'payment':
      return decidePayment(draft, event.body);
    case 'benefit_use':
      return useBenefit(draft, event.body);
    case 'offer_activation':
      return activateOffer(draft, event.body);
    case 'offer_grant':
      return grantOffer(draft, event.body);
    case 'offer_withdrawal':
      return withdrawOffer(draft, event.body);
    case 'clock':
      return undefined;
  }
}

/** What nobody can do any more for a person who was erased; what was begun before may still be ended and returned. */
const BEGUN_BY_A_PERSON: ReadonlySet<Event['kind']> = new Set([
  'purchase',
  'activity',
  'member_changed',
  'redemption',
  'hold',
  'transfer_sent',
  'transfer_received',
  'club_joined',
  'offer_activation',
  'offer_grant',
]);

/** Reports may come late only as far as the program says; a member must be of this account and not erased. */
function notAllowed({ event, account, program, market, today, occurredDay }: Draft): Refusal | undefined {
  if (event.kind === 'enrolment' || event.kind === 'clock' || event.kind === 'absorbed') return undefined;
  if (event.kind === 'member_joined') return account.erased ? refuse('member_erased') : undefined;
  const { member } = event;
  const known = member === undefined ? undefined : account.members[member];
  if (member !== undefined && !known) return refuse('unknown_member', { member });
  if (BEGUN_BY_A_PERSON.has(event.kind)) {
    if (account.erased || known?.erased) return refuse('member_erased');
    if (known?.left !== undefined && known.left <= occurredDay) return refuse('member_left');
  }
  const isReport = event.kind === 'purchase' || event.kind === 'activity' || event.kind === 'return';
  if (isReport && program.late.within !== 'always' && addToDay(occurredDay, program.late.within) < today) {
    return refuse('too_late', { occurred: occurredDay, zone: market.zone });
  }
  return undefined;
}

function decideEnrolment(draft: Draft, body: Enrolment): Refusal | undefined {
  const { event, account, program } = draft;
  const member = event.member ?? event.id;
  if (!program.markets.has(body.market)) return refuse('unknown_market', { market: body.market });
  if (account.members[member]) return refuse('already_enrolled', { member });
  const wrong = birthdayChange(draft, undefined, body.birthday, false);
  if (wrong) return wrong;
  post(draft, {
    fact: 'enrolled',
    v: 2,
    market: body.market,
    since: draft.occurredDay,
    member,
    cards: body.cards ?? [],
    cardKinds: body.cardKinds ?? [],
    attributes: body.attributes ?? {},
    ...(body.birthday && { birthday: body.birthday }),
    ...(body.address !== undefined && { address: body.address }),
  });
  const unknown = changeLists(draft, member, { lists: body.lists ?? [] });
  if (unknown) return unknown;
  enterByCard(draft);
  if (body.referredBy) beReferred(draft, body.referredBy);
  runRules(draft, 'enrolment');
  evaluateLadders(draft);
  return undefined;
}

function decideMemberChange(draft: Draft, body: MemberChange): Refusal | undefined {
  const { cards, cardKinds, attributes, birthday, address, lists, leaves } = body;
  const { member } = draft.event;
  if (member === undefined) return refuse('unknown_member');
  const wrong = birthdayChange(draft, draft.account.members[member]?.birthday, birthday, body.byStaff ?? false);
  if (wrong) return wrong;
  const isOnlyLists = (lists || leaves) && !cards && !cardKinds && !attributes && !birthday && address === undefined;
  if (!isOnlyLists) {
    post(draft, {
      fact: 'member_changed',
      v: 2,
      member,
      ...(cards && { cards }),
      ...(cardKinds && { cardKinds }),
      ...(attributes && { attributes }),
      ...(birthday && { birthday }),
      ...(address !== undefined && { address }),
    });
  }
  const unknown = changeLists(draft, member, body);
  if (unknown) return unknown;
  enterByCard(draft);
  return undefined;
}

function decideActivity(draft: Draft, { activity }: Activity): undefined {
  const context = runRules(draft, 'activity', ({ on }) => on.kind === 'activity' && on.activity === activity);
  for (const counter of draft.program.counters.values()) {
    if (counter.counts.kind !== 'activities' || counter.counts.activity !== activity) continue;
    if (holdsFor(counter, context)) count(draft, scopedKey(counter.id, counter.per, draft.event), draft.storeDay, 1);
  }
  for (const currency of draft.program.currencies.values()) {
    noteActivity(draft, scopedKey(currency.id, currency.per, draft.event), 'activity');
  }
  evaluateLadders(draft);
  return undefined;
}

function runRules(draft: Draft, kind: Trigger['kind'], matches?: (rule: Rule) => boolean): TestContext {
  const { program, market, event, storeDay, trace } = draft;
  const values = liveValues(draft);
  const situation = {
    program,
    market,
    event,
    storeDay,
    zone: event.zone ?? market.zone,
    basket: undefined,
    values,
    trace,
  };
  const decision = decideRules(situation, kind, matches);
  applyRules(draft, decision, storeDay);
  const context = contextOf(situation);
  for (const { key, amount } of countAwards(program, event, decision.awards, context)) {
    count(draft, key, storeDay, amount);
  }
  return context;
}

function decideVoucherUse(draft: Draft, { voucher: id, amount, purchaseTotal }: VoucherUse): Refusal | undefined {
  const usable = usableVoucher(draft, id);
  if (isRefusal(usable)) return usable;
  const { voucher, reward } = usable;
  const where = { market: draft.market.id, day: draft.today };
  const minimum = reward.voucher.minimum?.(where) ?? 0;
  if (minimum > 0 && (purchaseTotal ?? 0) < minimum) {
    return refuse('minimum_not_met', { voucher: id, missing: minimum - (purchaseTotal ?? 0), minimum });
  }
  const remaining = voucher.remaining ?? 0;
  const value = amount ?? Math.min(remaining, purchaseTotal ?? remaining);
  if (!Number.isSafeInteger(value) || value < 0) return refuse('malformed', { at: '/amount' });
  if (voucher.remaining !== undefined && value > remaining) return refuse('voucher_used', { voucher: id, remaining });
  useVoucher(draft, id, value);
  return undefined;
}

/** A use at the till is undone: the voucher is as it was before. */
function decideVoucherRelease(draft: Draft, { voucher, use }: VoucherRelease): Refusal | undefined {
  const recorded = draft.evidence.events[use];
  if (recorded === undefined) throw new MissingEvidence({ kind: 'event', id: use });
  const used = recorded?.facts.find((fact) => fact.fact === 'voucher_used' && fact.voucher === voucher);
  if (used?.fact !== 'voucher_used') return refuse('unknown_voucher', { voucher });
  return bringBackUse(draft, used, recorded?.sequence ?? 0);
}

function decideCorrection(draft: Draft, { currency: id, amount, reason, approvedBy }: Correction): Refusal | undefined {
  const currency = draft.program.currencies.get(id);
  if (!currency) return refuse('unknown_currency', { currency: id });
  if (!Number.isSafeInteger(amount) || amount === 0) return refuse('malformed', { at: '/amount' });
  if (reason.trim() === '') return refuse('malformed', { at: '/reason' });
  const limit = draft.program.corrections.approvalAbove;
  const isApproved = approvedBy !== undefined && approvedBy !== draft.event.actor;
  const isLarge = limit !== undefined && Math.abs(amount) > limit * 10 ** currency.decimals;
  if (isLarge && !isApproved) return refuse('approval_needed', { limit });
  const key = scopedKey(id, currency.per, draft.event);
  post(draft, { fact: 'corrected', v: 2, reason, ...(approvedBy !== undefined && { approvedBy }) });
  if (amount > 0) awardPoints(draft, key, amount, [{ rule: 'correction', amount }], draft.occurredDay, 'at_once');
  else takeBackAnywhere(draft, key, -amount, 'correction');
  return undefined;
}

function decideErasure(draft: Draft, member: string): Refusal | undefined {
  if (!draft.account.members[member]) return refuse('unknown_member', { member });
  endClubsOf(draft, member);
  post(draft, { fact: 'erased', v: 1, member });
  return undefined;
}
