import type { Account, Balance } from './account.ts';
import type { AccountInHand } from './account-in-hand.ts';
import type { Event } from './event.ts';
import type { Evidence, ReadValue, Recorded } from './evidence.ts';
import { apply } from './evolve.ts';
import type { Fact } from './facts.ts';
import type { Market, Program, Programs } from './program.ts';
import type { Day } from './time/days.ts';
import { dayAt, type Instant } from './time/zones.ts';
import type { Trace } from './trace.ts';

/**
 * One decision while it is being made. Stages append facts through `post`, which applies each to the account at once,
 * so that every stage sees what the earlier ones did. The draft itself never leaves the decision.
 */
export interface Draft {
  readonly programs: Programs;
  /** In force when the event occurred. */
  readonly program: Program;
  readonly version: number;
  readonly event: Event;
  readonly evidence: Evidence;
  /** The account's market. */
  readonly market: Market;
  /** Sequence that this event will have. */
  readonly sequence: number;
  /** Day of recording, in the market's zone: expiry, reviews and validity follow it. */
  readonly today: Day;
  /** Day of occurrence in the market's zone: dates of lots follow it. */
  readonly occurredDay: Day;
  /** Day of occurrence where it happened: counters, caps and bonus days follow it. */
  readonly storeDay: Day;
  /** Clock events of the same outcome, whose facts no evidence can hold yet. */
  readonly fresh: readonly Recorded[];
  readonly trace: Trace | undefined;
  /** The account as it was before the event: what rules see, whatever the event moves first. */
  readonly before: Account;
  readonly account: AccountInHand;
  readonly facts: Fact[];
  readonly reading: Record<string, ReadValue>;
  readonly rules: string[];
  lots: number;
  vouchers: number;
  charges: number;
  rounds: number;
}

export interface DraftOptions {
  readonly programs: Programs;
  readonly account: Account;
  readonly event: Event;
  readonly evidence: Evidence;
  readonly fresh?: readonly Recorded[];
  readonly trace?: Trace;
}

export function openDraft({ programs, account, event, evidence, fresh = [], trace }: DraftOptions): Draft {
  const { program, number } = versionAt(programs, event.occurredAt);
  const market = marketOf(program, event.kind === 'enrolment' ? event.body.market : account.market);
  return {
    programs,
    program,
    version: number,
    event,
    evidence,
    market,
    sequence: account.sequence + 1,
    today: dayAt(market.zone, event.at),
    occurredDay: dayAt(market.zone, event.occurredAt),
    storeDay: dayAt(event.zone ?? market.zone, event.occurredAt),
    fresh,
    trace,
    before: account,
    // Facts of this event fold onto an account that already carries its sequence.
    account: { ...account, sequence: account.sequence + 1 },
    facts: [],
    reading: {},
    rules: [],
    lots: 0,
    vouchers: 0,
    charges: 0,
    rounds: 0,
  };
}

export function post(draft: Draft, fact: Fact): void {
  draft.facts.push(fact);
  apply(draft.account, fact);
}

export function nextLot(draft: Draft): string {
  draft.lots += 1;
  return `${draft.sequence}.${draft.lots}`;
}

export function nextVoucher(draft: Draft): string {
  draft.vouchers += 1;
  return `${draft.sequence}-${draft.vouchers}`;
}

export function nextCharge(draft: Draft): string {
  draft.charges += 1;
  return `${draft.sequence}-${draft.charges}`;
}

/** The version in force at an instant; before the first one starts, the first. */
export function versionAt(programs: Programs, at: Instant): Programs['versions'][number] {
  const { versions } = programs;
  let found = versions[0];
  for (const version of versions) if (version.from <= at) found = version;
  if (found === undefined) throw new Error(`Program ${programs.id} has no published version`);
  return found;
}

export function marketOf(program: Program, id: string): Market {
  const market = program.markets.get(id) ?? program.markets.values().next().value;
  if (market === undefined) throw new Error(`Program ${program.id} has no market`);
  return market;
}

/** Points owned on a day: the four numbers of one currency key. */
export function balanceOn(account: Account, currency: string, day: Day): Balance {
  let [available, pending, held] = [0, 0, 0];
  for (const lot of account.lots) {
    if (lot.currency !== currency) continue;
    if (lot.from <= day) available += lot.left;
    else pending += lot.left;
  }
  for (const hold of Object.values(account.holds)) {
    if (hold.currency === currency) for (const part of hold.parts) held += part.amount;
  }
  return { available, pending, held, debt: account.debts[currency] ?? 0 };
}
