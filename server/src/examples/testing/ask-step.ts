import assert from 'node:assert/strict';
import type { Input, OperationName, Output, ProblemDocument } from '@trofast/contract';
import { marketOf } from '@trofast/engine';
import { type ExamplePurchase, type ExampleStep, instantOf, minorOf, purchaseOf } from '@trofast/engine/examples';
import { instantText } from '../../instants.ts';
import { given, type Stage, type StagedMember } from './stage.ts';

/** What a request was answered. */
export interface Asked {
  readonly problem?: ProblemDocument;
  /** The event that was recorded. */
  readonly event?: string;
  readonly money?: Output<'quotePurchase'>['money'];
  readonly quote?: Output<'quotePurchase'>;
  readonly hold?: string;
}

/** Asks for what a step says; `undefined` when it only lets time pass. */
export async function askStep(
  stage: Stage,
  member: StagedMember,
  step: ExampleStep,
  key: string,
): Promise<Asked | undefined> {
  const { zone } = marketOf(stage.program, member.market);
  const { card, occurred, purchase, quote } = step;
  const who = card === undefined ? { id: member.id } : { card };
  const when = occurred === undefined ? {} : { occurredAt: instantText(instantOf(zone, occurred)) };
  const where = given({ store: step.store, channel: step.channel, zone: step.zone });
  const about = { id: key, member: who, ...when };
  if (quote) {
    const basket = await basketOf(stage, member, quote);
    return await ask(stage, 'quotePurchase', { member: who, ...when, ...where, ...basket, facts: true });
  }
  if (purchase)
    return await ask(stage, 'recordPurchase', { ...about, ...where, ...(await basketOf(stage, member, purchase)) });
  if (step.return) {
    const { purchase: named, lines, isExchange } = step.return;
    const bought = { id: stage.names.get(named)?.event ?? named };
    const back = lines && { lines: lines.map(given) };
    return await ask(stage, 'recordReturn', {
      ...about,
      ...where,
      purchase: bought,
      ...back,
      ...given({ isExchange }),
    });
  }
  if (step.activity !== undefined)
    return await ask(stage, 'recordActivity', { ...about, ...where, activity: step.activity });
  const asked =
    (await askForPoints(stage, member, step, { about, zone })) ??
    (await askForClubs(stage, member, step, about)) ??
    (await askForOffers(stage, step, about)) ??
    (await askForMember(stage, member, step, key));
  const [event] = Object.keys(step).filter((word) => !CIRCUMSTANCES.has(word));
  assert(asked || event === undefined, `the API has nothing for ${event}`);
  return asked;
}

/** Words of a step that are no event. */
const CIRCUMSTANCES = new Set([
  'at',
  'as',
  'member',
  'channel',
  'store',
  'zone',
  'card',
  'occurred',
  'payments',
  'expect',
]);

interface About {
  readonly about: {
    readonly id: string;
    readonly member: Input<'recordActivity'>['member'];
    readonly occurredAt?: string;
  };
  readonly zone: string;
}

async function askForPoints(
  stage: Stage,
  member: StagedMember,
  step: ExampleStep,
  { about, zone }: About,
): Promise<Asked | undefined> {
  const holdOf = (name: string) => stage.names.get(name)?.hold ?? name;
  const { id } = about;
  if (step.redeem !== undefined) {
    const { reward, times } = typeof step.redeem === 'string' ? { reward: step.redeem, times: undefined } : step.redeem;
    const where = given({ store: step.store, channel: step.channel, zone: step.zone });
    return await ask(stage, 'redeemReward', { ...about, ...where, reward, ...given({ times }) });
  }
  if (step.hold) {
    const { until, ...held } = step.hold;
    return await ask(stage, 'holdPoints', { ...about, ...held, until: instantText(instantOf(zone, until)) });
  }
  if (step.capture !== undefined) {
    const { hold, amount } =
      typeof step.capture === 'string' ? { hold: step.capture, amount: undefined } : step.capture;
    return await ask(stage, 'captureHold', { id, holdId: holdOf(hold), ...given({ amount }) });
  }
  if (step.release !== undefined) return await ask(stage, 'releaseHold', { id, holdId: holdOf(step.release) });
  if (step.use !== undefined) {
    const { voucher, amount, total } =
      typeof step.use === 'string' ? { voucher: step.use, amount: undefined, total: undefined } : step.use;
    const code = await codeOf(stage, member, voucher);
    const purchaseTotal = total === undefined ? undefined : minorOf(total);
    const taken = amount === undefined ? undefined : minorOf(amount);
    const { member: _, ...when } = about;
    return await ask(stage, 'useVoucher', { ...when, code, ...given({ amount: taken, purchaseTotal }) });
  }
  if (step.transfer) {
    const { to, ...sent } = step.transfer;
    const asked = await ask(stage, 'sendPoints', { ...about, ...sent, to: { id: stage.members.get(to)?.id ?? to } });
    // The points arrive when the clock is moved, even if it does not get anywhere.
    await stage.client.moveClock({ programId: stage.programId, time: instantText(stage.time) });
    return asked;
  }
  if (!step.correct) return undefined;
  return await ask(stage, 'correctPoints', { ...about, ...given(step.correct), actor: 'staff' });
}

async function askForClubs(
  stage: Stage,
  member: StagedMember,
  step: ExampleStep,
  about: About['about'],
): Promise<Asked | undefined> {
  if (step.join !== undefined) {
    const { club, plan } = typeof step.join === 'string' ? { club: step.join, plan: undefined } : step.join;
    return await ask(stage, 'joinClub', { ...about, clubId: club, ...given({ plan }) });
  }
  if (step.cancel !== undefined) return await ask(stage, 'cancelClub', { ...about, clubId: step.cancel });
  if (step.renewal)
    return await ask(stage, 'changeRenewal', { ...about, clubId: step.renewal.club, on: step.renewal.on });
  if (step.benefit) {
    const { club, benefit } = step.benefit;
    return await ask(stage, 'useBenefit', { ...about, clubId: club, benefit });
  }
  if (!step.payment) return undefined;
  const charge = [...(stage.charges.get(member.accountId) ?? [])][0];
  assert(charge !== undefined, 'a payment answers an open charge');
  const { member: _, ...when } = about;
  return await ask(stage, 'recordPayment', { ...when, charge, outcome: step.payment });
}

async function askForOffers(stage: Stage, step: ExampleStep, about: About['about']): Promise<Asked | undefined> {
  const { activate, withdraw } = step;
  if (activate !== undefined) return await ask(stage, 'activateOffer', { ...about, offerId: activate });
  if (withdraw !== undefined) return await ask(stage, 'withdrawOffer', { ...about, offerId: withdraw });
  if (step.grant === undefined) return undefined;
  const { offer, code, through } =
    typeof step.grant === 'string' ? { offer: step.grant, code: undefined, through: undefined } : step.grant;
  return await ask(stage, 'grantOffer', { ...about, offerId: offer, ...given({ code, through }) });
}

async function askForMember(
  stage: Stage,
  member: StagedMember,
  step: ExampleStep,
  id: string,
): Promise<Asked | undefined> {
  const memberId = member.id;
  if (step.lists) {
    const { join = [], leave = [] } = step.lists;
    return await ask(stage, 'changeMember', { memberId, id, lists: join.map(given), leaves: leave });
  }
  if (step.joins) return await joinHousehold(stage, step, id);
  if (step.leaves) return await ask(stage, 'leaveHousehold', { memberId, id });
  return step.change && (await ask(stage, 'changeMember', { memberId, id, ...given(step.change) }));
}

/** Who has joined is a member like any other from then on. */
async function joinHousehold(stage: Stage, step: ExampleStep, id: string): Promise<Asked> {
  const { household, ...joining } = step.joins ?? { household: '', role: '' };
  const head = stage.members.get(household);
  assert(head, `there is no household of ${household}`);
  const answer = await stage.client.exchange('joinHousehold', { memberId: head.id, id, ...given(joining) });
  if (!answer.ok) return { problem: answer.problem };
  const { output } = answer;
  stage.members.set(step.member ?? stage.first, { ...head, id: output.id });
  return {};
}

async function basketOf(stage: Stage, member: StagedMember, written: ExamplePurchase) {
  const market = [...stage.program.markets.values()][0];
  const { holds, vouchers, ...basket } = purchaseOf(written, market?.currency ?? '');
  const codes = await Promise.all((vouchers ?? []).map((name) => codeOf(stage, member, name)));
  return {
    ...basket,
    ...(vouchers && { vouchers: codes }),
    ...(holds && { holds: holds.map((name) => stage.names.get(name)?.hold ?? name) }),
  } as Pick<Input<'quotePurchase'>, 'currency' | 'lines' | 'vouchers' | 'holds'>;
}

/** A voucher is named by the step that made it, or by its reward: the oldest open one of it. */
async function codeOf(stage: Stage, { id, accountId }: StagedMember, name: string): Promise<string> {
  const [made] = stage.names.get(name)?.vouchers ?? [];
  if (made !== undefined) return stage.codes.get(`${accountId} ${made}`) ?? made;
  const { items } = await stage.client.listVouchers({ memberId: id });
  return items.find(({ reward }) => reward === name)?.code ?? name;
}

type Answered = 'quotePurchase' | 'recordPurchase' | 'recordReturn' | 'recordActivity' | 'redeemReward' | 'holdPoints';
type Writes =
  | Answered
  | 'leaveHousehold'
  | 'sendPoints'
  | 'captureHold'
  | 'releaseHold'
  | 'useVoucher'
  | 'correctPoints'
  | 'activateOffer'
  | 'withdrawOffer'
  | 'grantOffer'
  | 'changeMember'
  | ClubWrites;
type ClubWrites = 'joinClub' | 'cancelClub' | 'changeRenewal' | 'useBenefit' | 'recordPayment';

async function ask<Name extends Writes & OperationName>(stage: Stage, name: Name, input: Input<Name>): Promise<Asked> {
  const exchange = stage.client.exchange as (name: string, input: object) => ReturnType<Client['exchange']>;
  const answer = await exchange(name, input as object);
  if (!answer.ok) return { problem: answer.problem };
  const output = (answer.output ?? {}) as object;
  return {
    ...('kind' in output && 'id' in output ? { event: String(output.id) } : {}),
    ...('money' in output ? { money: output.money as Output<'quotePurchase'>['money'] } : {}),
    ...('holdId' in output ? { hold: String(output.holdId) } : {}),
    ...(name === 'quotePurchase' ? { quote: answer.output as Output<'quotePurchase'> } : {}),
  };
}

type Client = Stage['client'];
