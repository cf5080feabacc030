import { marketOf, versionAt } from '../draft.ts';
import type { Event, Purchase } from '../event.ts';
import type { Recorded } from '../evidence.ts';
import type { Program, Programs } from '../program.ts';
import type { Refusal } from '../refusals.ts';
import { isRefusal, refuse } from '../refusals.ts';
import type { Instant } from '../time/zones.ts';
import { quote } from '../views/quote.ts';
import { enter, evidenceOf, openWorld, type World } from '../world/world.ts';
import { birthdayOf, clubBodyOf } from './club-steps.ts';
import { compareStep } from './compare-step.ts';
import type { Example, ExampleMember, ExampleStep } from './example.ts';
import { passPaying, payCharges } from './pay-charges.ts';
import { seeAccount, seeEvent } from './see-account.ts';
import type { Seen } from './seen.ts';
import { instantOf, minorOf, purchaseOf, staysOf, Unreadable, unitsOf } from './written-values.ts';

/** The first step of an example whose outcome differs from what it says. */
export interface Difference {
  /** Index of the step, from 0. */
  readonly step: number;
  /** What differs, as a path: `balance.points.available`; empty where the example itself cannot be read. */
  readonly what: string;
  readonly expected: string;
  readonly actual: string;
}

interface Stage {
  readonly world: World;
  readonly programs: Programs;
  readonly members: Map<string, { readonly account: string; readonly market: string }>;
  /** Names given by `as`, to event ids; and to vouchers and holds. */
  readonly names: Map<string, { readonly id: string; readonly sequence: number; readonly vouchers: readonly string[] }>;
  readonly first: string;
}

/** Plays an example on a clock of its own; `undefined` when every step came out as written. */
export function runExample(programs: Programs, example: Example): Difference | undefined {
  const stage = open(programs, example);
  for (const [index, step] of example.steps.entries()) {
    try {
      const difference = runStep(stage, step, index);
      if (difference) return { step: index, ...difference };
    } catch (error) {
      if (!(error instanceof Unreadable)) throw error;
      return { step: index, what: '', expected: '', actual: error.message };
    }
  }
  return undefined;
}

function open(programs: Programs, example: Example): Stage {
  const single: Record<string, ExampleMember> = {
    member: {
      joined: example.joined ?? (example.steps[0]?.at as string),
      market: example.market,
      birthday: example.birthday,
    },
  };
  const members = Object.entries(example.members ?? single);
  const stage: Stage = {
    world: openWorld(programs),
    programs,
    members: new Map(),
    names: new Map(),
    first: members[0]?.[0] ?? 'member',
  };
  for (const [name, member] of members) enrol(stage, name, member);
  return stage;
}

function enrol(stage: Stage, name: string, member: ExampleMember): void {
  const { program } = versionAt(stage.programs, Number.MAX_SAFE_INTEGER);
  const market = marketOf(program, member.market ?? '');
  const at = instantOf(market.zone, member.joined);
  const { cards, cardKinds, attributes, address, birthday, lists, referredBy } = member;
  const body = {
    market: member.market ?? market.id,
    ...(cards && { cards }),
    ...(cardKinds && { cardKinds }),
    ...(attributes && { attributes }),
    ...(address !== undefined && { address }),
    ...(birthday !== undefined && { birthday: birthdayOf(birthday) }),
    ...(lists && { lists: staysOf(lists) }),
    ...(referredBy !== undefined && { referredBy: { account: referredBy, member: referredBy } }),
  };
  const event: Event = { id: `${name}:joined`, kind: 'enrolment', at, occurredAt: at, member: name, body };
  const { recorded, refusal } = enter(stage.world, name, event);
  payCharges(stage.world, name, recorded, 'succeed');
  if (refusal) throw new Unreadable(`${name} cannot join: ${refusal.refused}`);
  stage.members.set(name, { account: name, market: body.market });
}

function runStep(stage: Stage, step: ExampleStep, index: number): Omit<Difference, 'step'> | undefined {
  const name = step.member ?? stage.first;
  const member = stage.members.get(step.joins?.household ?? name);
  if (!member && step.joins) throw new Unreadable(`there is no household of "${step.joins.household}"`);
  if (!member) throw new Unreadable(`there is no member called "${name}"`);
  const { program, zone } = placeOf(stage, member.market, step);
  const at = instantOf(zone, step.at);
  const seen = happen(stage, program, member.account, name, step, at, zone, index);
  if (step.joins && !seen.refusal) stage.members.set(name, member);
  for (const { account } of stage.members.values())
    if (account !== member.account) passPaying(stage.world, account, at, 'succeed');
  return step.expect ? compareStep(stage.programs, seen, step.expect) : unexpected(seen);
}

function placeOf(
  stage: Stage,
  marketId: string,
  step: ExampleStep,
): { readonly program: Program; readonly zone: string } {
  const latest = versionAt(stage.programs, Number.MAX_SAFE_INTEGER).program;
  const { zone } = marketOf(latest, marketId);
  return { program: versionAt(stage.programs, instantOf(zone, step.at)).program, zone };
}

/** A refusal that no expectation mentions is a difference: nothing fails in silence. */
function unexpected({ refusal }: Seen): Omit<Difference, 'step'> | undefined {
  return refusal && { what: 'refused', expected: 'nothing', actual: refusal.refused };
}

function happen(
  stage: Stage,
  program: Program,
  account: string,
  member: string,
  step: ExampleStep,
  at: Instant,
  zone: string,
  index: number,
): Seen {
  const body = bodyOf(stage, program, step, zone) ?? clubBodyOf(stage.world, account, step);
  if (!body) {
    const recorded = passPaying(stage.world, account, at, step.payments ?? 'succeed');
    return seenOf(stage, account, at, recorded, undefined, step);
  }
  const occurredAt = step.occurred === undefined ? at : instantOf(zone, step.occurred);
  const id = `${member}:${step.as ?? index}`;
  const event = {
    id,
    ...body,
    at,
    occurredAt,
    member,
    ...(step.channel !== undefined && { channel: step.channel }),
    ...(step.store !== undefined && { store: step.store }),
    ...(step.zone !== undefined && { zone: step.zone }),
    ...(step.card !== undefined && { card: step.card }),
  } as Event;
  if (step.quote) return quoted(stage, account, at, event, step);
  const payments = step.payments ?? 'succeed';
  const passed = passPaying(stage.world, account, at, payments);
  const { recorded, refusal } = enter(stage.world, account, event);
  const made = recorded.at(-1);
  const paid = payCharges(stage.world, account, recorded, payments);
  if (step.as !== undefined && made && !refusal) {
    const vouchers = made.facts.flatMap((fact) => (fact.fact === 'voucher_issued' ? [fact.voucher] : []));
    stage.names.set(step.as, { id, sequence: made.sequence, vouchers });
  }
  return seenOf(stage, account, at, [...passed, ...recorded, ...paid], refusal, step);
}

function quoted(stage: Stage, account: string, at: Instant, event: Event, step: ExampleStep): Seen {
  passPaying(stage.world, account, at, 'succeed');
  const state = stage.world.accounts.get(account);
  const answer = state
    ? quote(stage.programs, state, event, evidenceOf(stage.world, account, event))
    : refuse('unknown_member');
  if (isRefusal(answer)) return seenOf(stage, account, at, [], answer, step);
  const { facts, rules, toPay, toGo, balances } = answer;
  const seen = seenOf(stage, account, at, [], undefined, step);
  const { currency } = event.body as Purchase;
  return {
    ...seen,
    facts,
    own: { facts, rules, purchase: { currency, toPay, toGo } },
    standing: { ...seen.standing, balances },
  };
}

function seenOf(
  stage: Stage,
  account: string,
  at: Instant,
  recorded: readonly Recorded[],
  refusal: Refusal | undefined,
  { expect, member = stage.first }: ExampleStep,
): Seen {
  const state = stage.world.accounts.get(account);
  if (!state) throw new Unreadable('the member has not joined yet');
  const last = recorded.at(-1);
  return {
    at,
    market: state.market,
    refusal,
    facts: recorded.flatMap(({ facts }) => facts),
    own: last && seeEvent(stage.programs, last, state.market),
    standing: seeAccount(stage.programs, state, at, expect, member),
  };
}

function bodyOf(
  stage: Stage,
  program: Program,
  step: ExampleStep,
  zone: string,
): Pick<Event, 'kind' | 'body'> | undefined {
  const named = (written: string) => stage.names.get(written)?.id ?? written;
  const voucher = (written: string) => stage.names.get(written)?.vouchers[0] ?? voucherByReward(stage, step, written);
  const hold = (written: string) => String(stage.names.get(written)?.sequence ?? written);
  const purchase = step.purchase ?? step.quote;
  if (purchase) {
    const body = purchaseOf(purchase, [...program.markets.values()][0]?.currency ?? '');
    const vouchers = body.vouchers?.map(voucher);
    const holds = body.holds?.map(hold);
    return { kind: 'purchase', body: { ...body, ...(vouchers && { vouchers }), ...(holds && { holds }) } } as Pick<
      Event,
      'kind' | 'body'
    >;
  }
  if (step.return)
    return { kind: 'return', body: { ...step.return, purchase: named(step.return.purchase) } } as Pick<
      Event,
      'kind' | 'body'
    >;
  if (step.activity !== undefined) return { kind: 'activity', body: { activity: step.activity } };
  if (step.lists) {
    const { join = [], leave = [] } = step.lists;
    return { kind: 'member_changed', body: { lists: staysOf(join), leaves: leave } };
  }
  if (step.redeem !== undefined) {
    const body = typeof step.redeem === 'string' ? { reward: step.redeem } : step.redeem;
    return { kind: 'redemption', body } as Pick<Event, 'kind' | 'body'>;
  }
  if (step.hold) {
    const { currency, amount, until } = step.hold;
    return {
      kind: 'hold',
      body: { currency, amount: unitsOf(program, currency, amount), until: instantOf(zone, until) },
    };
  }
  if (step.capture !== undefined) return { kind: 'capture', body: captureOf(stage, program, step.capture, hold, step) };
  if (step.release !== undefined) return { kind: 'release', body: { hold: hold(step.release) } };
  if (step.use !== undefined) {
    const use = typeof step.use === 'string' ? { voucher: step.use } : step.use;
    return {
      kind: 'voucher_use',
      body: {
        voucher: voucher(use.voucher),
        ...(use.amount !== undefined && { amount: minorOf(use.amount) }),
        ...(use.total !== undefined && { purchaseTotal: minorOf(use.total) }),
      },
    };
  }
  if (step.transfer) {
    const { to, currency, amount } = step.transfer;
    const receiver = stage.members.get(to)?.account ?? to;
    const body = { currency, amount: unitsOf(program, currency, amount), to: receiver, toMember: to };
    return { kind: 'transfer_sent', body };
  }
  if (step.merge) {
    const { into } = step.merge;
    return { kind: 'merged', body: { into: stage.members.get(into)?.account ?? into, intoMember: into } };
  }
  if (step.correct) {
    const { currency, amount, reason, approvedBy } = step.correct;
    const body = {
      currency,
      amount: unitsOf(program, currency, amount),
      reason,
      ...(approvedBy !== undefined && { approvedBy }),
    };
    return { kind: 'correction', body };
  }
  return undefined;
}

function captureOf(
  stage: Stage,
  program: Program,
  written: NonNullable<ExampleStep['capture']>,
  hold: (written: string) => string,
  step: ExampleStep,
): { readonly hold: string; readonly amount?: number } {
  const { hold: name, amount } = typeof written === 'string' ? { hold: written, amount: undefined } : written;
  const id = hold(name);
  if (amount === undefined) return { hold: id };
  const account = stage.members.get(step.member ?? stage.first)?.account ?? '';
  const currency = stage.world.accounts.get(account)?.holds[id]?.currency ?? '';
  return { hold: id, amount: unitsOf(program, currency, amount) };
}

/** A voucher may be called by its reward: the oldest open one of it. */
function voucherByReward(stage: Stage, step: ExampleStep, written: string): string {
  const account = stage.members.get(step.member ?? stage.first)?.account ?? '';
  const open = Object.entries(stage.world.accounts.get(account)?.vouchers ?? {});
  return open.find(([, { reward }]) => reward === written)?.[0] ?? written;
}
