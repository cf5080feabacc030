import type { Account } from '../account.ts';
import { startFor } from '../benefits/entitled.ts';
import { counterSum } from '../counters/counter-sum.ts';
import { windowEnd, windowStart } from '../counters/windows.ts';
import { marketOf, versionAt } from '../draft.ts';
import type { Event } from '../event.ts';
import { openingOn, timesUsed } from '../offers/openings.ts';
import type { Benefit, Challenge, Market, Offer, Program, Programs, TestContext } from '../program.ts';
import { liveValues } from '../purchase/values.ts';
import { contextOf } from '../rules/decide-rules.ts';
import { ownerOfKey, scopedKey } from '../scopes.ts';
import type { Day } from '../time/days.ts';
import { dayAt, type Instant } from '../time/zones.ts';

/** Who looks, and when; the account is advanced to then. */
export interface Looking {
  readonly programs: Programs;
  readonly account: Account;
  readonly member: string;
  readonly at: Instant;
}

export interface OfferView {
  readonly offer: string;
  readonly state: 'open' | 'used_up' | 'to_activate' | 'closed';
  /** Open from 00:00 of `from` to 00:00 of `until`, or can be activated then. */
  readonly from?: Day;
  readonly until?: Day;
  readonly usesLeft?: number;
  readonly activationsLeft?: number;
  /** What has been collected of what is needed, in the counter's unit. */
  readonly progress?: Progress;
  readonly code?: string;
}

export interface Progress {
  /** Counter that counts it. */
  readonly counter: string;
  readonly has: number;
  readonly wants: number;
}

export interface ChallengeView {
  readonly challenge: string;
  readonly steps: readonly (Progress & { readonly step: string })[];
  /** How often it has been completed; who has completed it has its badge. */
  readonly done: number;
  /** Periods in a row, and the day at whose 00:00 the row ends if nothing more is done. */
  readonly streak?: { readonly has: number; readonly wants: number; readonly endsOn?: Day };
  /** The window in which the steps are counted ends at 00:00 of this day. */
  readonly until?: Day;
}

export interface BenefitView {
  readonly benefit: string;
  readonly isOpen: boolean;
  /** For this member. */
  readonly from?: Day;
  readonly until?: Day;
}

/** Every offer of the program as it stands for one member. */
export function offersAt(looking: Looking): readonly OfferView[] {
  const look = lookAt(looking);
  return [...look.program.offers.values()].map((offer) => offerView(look, offer));
}

/** Challenges that are for the member, and those that they have completed. */
export function challengesAt(looking: Looking): readonly ChallengeView[] {
  const look = lookAt(looking);
  return [...look.program.challenges.values()].flatMap((challenge) => {
    const view = challengeView(look, challenge);
    return view.done > 0 || isFor(look, challenge) ? [view] : [];
  });
}

/** Benefits that the member is entitled to, or will be when they begin. */
export function benefitsAt(looking: Looking): readonly BenefitView[] {
  const look = lookAt(looking);
  return [...look.program.benefits.values()].flatMap((benefit) => benefitView(look, benefit));
}

interface Look extends Looking {
  readonly program: Program;
  readonly market: Market;
  readonly today: Day;
  readonly event: Event;
  readonly context: TestContext;
}

function lookAt(looking: Looking): Look {
  const { programs, account, member, at } = looking;
  const { program } = versionAt(programs, at);
  const market = marketOf(program, account.market);
  const today = dayAt(market.zone, at);
  const event: Event = { id: '', kind: 'clock', at, occurredAt: at, member, body: {} };
  const values = liveValues({ program, account, event, storeDay: today, occurredDay: today, reading: {} });
  const { zone } = market;
  const context = contextOf({ program, market, event, storeDay: today, zone, basket: undefined, values });
  return { ...looking, program, market, today, event, context };
}

function isFor({ context, today }: Look, { to, span }: Pick<Offer, 'to' | 'span'>): boolean {
  const { from = today, through = today } = span;
  return from <= today && today <= through && to.every((condition) => condition.test(context).holds);
}

function offerView(look: Look, offer: Offer): OfferView {
  const { account, event, today } = look;
  const { id, per, activation, uses, span } = offer;
  const key = scopedKey(id, per, event);
  const opening = openingOn(account, offer, key, today);
  const isOpen = opening !== undefined && (activation !== 'automatic' || isFor(look, offer));
  if (!isOpen) return closedView(look, offer, key);
  const used = timesUsed(account, offer, key, today);
  const until = opening.until ?? (span.through === undefined ? undefined : span.through + 1);
  const progress = progressOf(look, offer, key, used);
  return {
    offer: id,
    state: uses !== undefined && used >= uses ? 'used_up' : 'open',
    ...(Number.isFinite(opening.from) && { from: opening.from }),
    ...(until !== undefined && { until }),
    ...(uses !== undefined && { usesLeft: Math.max(0, uses - used) }),
    ...(progress && { progress }),
    ...(opening.code !== undefined && { code: opening.code }),
  };
}

function closedView(look: Look, offer: Offer, key: string): OfferView {
  const { account, today } = look;
  const { id, activation, activations, span } = offer;
  const { times, over } = activations ?? { times: 1, over: { kind: 'forever' } as const };
  const start = windowStart(over, today, account.since);
  const end = windowEnd(over, today, account.since);
  const openings = account.offers?.[key] ?? [];
  const left = times - openings.filter(({ from }) => from >= start && from < end).length;
  const isToday = openings.some(({ from }) => from >= today);
  if (activation !== 'by_member' || left <= 0 || isToday || !isFor(look, offer)) return { offer: id, state: 'closed' };
  return {
    offer: id,
    state: 'to_activate',
    ...(span.from !== undefined && { from: span.from }),
    ...(span.through !== undefined && { until: span.through + 1 }),
    activationsLeft: left,
  };
}

function progressOf({ program, account, market, today }: Look, offer: Offer, key: string, used: number) {
  const counter = program.counters.get(offer.collects?.counter ?? '');
  if (!offer.collects || !counter) return undefined;
  const wants = offer.collects.amount({ market: market.id, day: today });
  const sum = counterSum(account, counter, `${counter.id}${ownerOfKey(key)}`, today);
  const isUsedUp = offer.uses !== undefined && used >= offer.uses;
  return { counter: counter.id, has: isUsedUp ? wants : Math.min(wants, Math.max(0, sum - used * wants)), wants };
}

function challengeView(look: Look, { id, per, steps, counter: roundsId, streak, times }: Challenge): ChallengeView {
  const { program, account, event, market, today } = look;
  const key = scopedKey(id, per, event);
  const owner = ownerOfKey(key);
  const done = (account.crossings[key] ?? []).filter(({ gone }) => !gone).length;
  const rounds = program.counters.get(roundsId);
  const sum = rounds ? counterSum(account, rounds, `${roundsId}${owner}`, today) : 0;
  const isOver = times !== undefined && done >= times;
  const window = streak ? ({ kind: streak.of } as const) : (rounds?.window ?? ({ kind: 'forever' } as const));
  const told = steps.map((step) => {
    const counter = program.counters.get(step.counter);
    const wants = step.amount({ market: market.id, day: today });
    const seen = counter && counterSum(account, { ...counter, window }, `${step.counter}${owner}`, today);
    const has = (seen ?? 0) - (streak ? 0 : sum * wants);
    return { step: step.id, counter: step.counter, has: isOver ? wants : Math.min(wants, Math.max(0, has)), wants };
  });
  const ends =
    window.kind === 'forever' || window.kind === 'rolling' ? undefined : windowEnd(window, today, account.since);
  return {
    challenge: id,
    steps: told,
    done,
    ...(streak && rounds && { streak: streakView(look, rounds, `${roundsId}${owner}`, streak) }),
    ...(!streak && ends !== undefined && { until: ends }),
  };
}

function streakView(
  { account, today }: Look,
  rounds: Parameters<typeof counterSum>[1],
  key: string,
  { of, length }: NonNullable<Challenge['streak']>,
): NonNullable<ChallengeView['streak']> {
  const has = counterSum(account, rounds, key, today);
  const start = windowStart({ kind: of }, today, account.since);
  const end = windowEnd({ kind: of }, today, account.since);
  const isMet = has > counterSum(account, rounds, key, start - 1);
  const endsOn = isMet ? windowEnd({ kind: of }, end, account.since) : end;
  return {
    has,
    wants: (Math.floor(has / length) + (has % length === 0 && has > 0 && isMet ? 0 : 1)) * length,
    ...(has > 0 && { endsOn }),
  };
}

function benefitView({ context, today }: Look, benefit: Benefit): readonly BenefitView[] {
  const { id, span, when } = benefit;
  if (!when.every((condition) => condition.test(context).holds)) return [];
  if (span.through !== undefined && today > span.through) return [];
  const from = span.from === undefined ? undefined : startFor(benefit, span.from, context.read);
  return [
    {
      benefit: id,
      isOpen: from === undefined || from <= today,
      ...(from !== undefined && { from }),
      ...(span.through !== undefined && { until: span.through + 1 }),
    },
  ];
}
