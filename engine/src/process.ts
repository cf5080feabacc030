import type { Account, Balance } from './account.ts';
import { nextDue } from './clock/due.ts';
import { startVersions, versionNeeds } from './clock/start-version.ts';
import { decide } from './decide.ts';
import { balanceOn, type Draft, openDraft, versionAt } from './draft.ts';
import type { Event } from './event.ts';
import type { Evidence, Recorded, Reference } from './evidence.ts';
import { settleHeader } from './evolve.ts';
import { presentMembers } from './households/households.ts';
import { MissingEvidence } from './missing-evidence.ts';
import type { Outcome } from './outcome.ts';
import type { Program, Programs } from './program.ts';
import { isRefusal, type Refusal, refuse } from './refusals.ts';
import { giftStock } from './rewards/stock.ts';
import { scopedKey } from './scopes.ts';
import { settle } from './settle.ts';
import type { Instant } from './time/zones.ts';
import type { Trace } from './trace.ts';

/**
 * Advances the account to `event.at`, then decides the event. Pure: the same arguments give the same outcome.
 * `account` is `unopened(id)` for an enrolment.
 */
export function process(programs: Programs, account: Account, event: Event, evidence: Evidence): Outcome {
  if (account.sequence === 0 && event.kind !== 'enrolment') {
    return { recorded: [], account, refusal: refuse('unknown_member') };
  }
  if (account.merged) return { recorded: [], account, refusal: refuse('member_merged', { ...account.merged }) };
  const advanced = account.sequence === 0 ? { recorded: [], account } : advance(programs, account, event.at, evidence);
  if (advanced.missing) return { recorded: [], account, missing: advanced.missing };
  // Another server's clock may be a little ahead: an account's time never runs backwards.
  const now = event.at < advanced.account.time ? { ...event, at: advanced.account.time } : event;
  const made = decideEvent(programs, advanced.account, withOwner(advanced.account, now), evidence, advanced.recorded);
  if ('missing' in made) return { recorded: [], account, missing: made.missing };
  if (isRefusal(made)) return { ...advanced, refusal: made };
  return { recorded: [...advanced.recorded, made.recorded], account: made.account };
}

export interface Made {
  readonly recorded: Recorded;
  readonly account: Account;
  readonly draft: Draft;
}

/** Decides one event on an account that has been advanced to it. */
export function decideEvent(
  programs: Programs,
  account: Account,
  event: Event,
  evidence: Evidence,
  fresh: readonly Recorded[] = [],
  trace?: Trace,
): Made | Refusal | { readonly missing: readonly Reference[] } {
  const draft = openDraft({ programs, account, event, evidence, fresh, ...(trace && { trace }) });
  try {
    const refusal = decide(draft);
    if (refusal) return refusal;
    settle(draft, false);
  } catch (error) {
    if (error instanceof MissingEvidence) return { missing: [error.reference] };
    throw error;
  }
  return close(draft, account);
}

/** Deals with every due moment up to and including `until`; each instant that has a consequence is one clock event. */
export function advance(programs: Programs, account: Account, until: Instant, evidence: Evidence): Outcome {
  const recorded: Recorded[] = [];
  // Its chain has ended.
  if (account.merged) return { recorded, account };
  let after = account;
  let at: Instant = account.time;
  for (;;) {
    const due = nextDue(programs, after, at, until);
    if (due === undefined || due > until) return { recorded, account: after };
    at = due;
    const draft = openDraft({ programs, account: after, event: clockEvent(after, at), evidence, fresh: recorded });
    const missing = startVersions(draft);
    if (missing) return { recorded: [], account, missing: [missing] };
    settle(draft, true);
    if (draft.facts.length === 0) continue;
    const made = close(draft, after);
    recorded.push(made.recorded);
    after = made.account;
  }
}

/** What must be known to decide `event` (when given) and every due moment up to `until`. May name too much, never too little. */
export function needs(
  programs: Programs,
  account: Account,
  event: Event | undefined,
  until: Instant,
): readonly Reference[] {
  const references: Reference[] = [...versionNeeds(programs, account, until)];
  if (event?.kind === 'return') references.push({ kind: 'purchase', id: event.body.purchase });
  if (event?.kind === 'enrolment' && event.body.referredBy) {
    references.push({ kind: 'account', id: event.body.referredBy.account });
  }
  if (event?.kind === 'merged') references.push({ kind: 'account', id: event.body.into });
  if (event?.kind === 'voucher_release') references.push({ kind: 'event', id: event.body.use });
  const rewards =
    event?.kind === 'redemption' ? [event.body.reward] : event?.kind === 'purchase' ? (event.body.rewards ?? []) : [];
  for (const reward of new Set(rewards)) {
    const isScarce = programs.versions.some(({ program }) => program.rewards.get(reward)?.stock !== undefined);
    if (isScarce) references.push({ kind: 'stock', reward });
  }
  if (event?.kind === 'purchase') references.push(...scarceGifts(versionAt(programs, event.occurredAt).program));
  return references;
}

/** Gifts in stock by number that rules on purchases may give. */
function scarceGifts({ rules, gifts }: Program): readonly Reference[] {
  if (gifts.size === 0) return [];
  const given = rules.flatMap(({ then: effects }) =>
    effects.flatMap((effect) => (effect.kind === 'gift' ? effect.firstOf : [])),
  );
  return [...new Set(given)]
    .filter((id) => gifts.get(id)?.stock !== undefined)
    .map((id) => ({ kind: 'stock', reward: giftStock(id) }));
}

/** The next instant at which time alone may change something (a lower bound); `undefined`: never. */
export function wakeAt(programs: Programs, account: Account): Instant | undefined {
  return account.sequence === 0 || account.merged ? undefined : nextDue(programs, account, account.time);
}

function close(draft: Draft, before: Account): Made {
  const { event, version, sequence, facts, reading, rules, account } = draft;
  const recorded = { sequence, event, version, facts, reading, rules, balances: balancesAfter(draft, before) };
  // The draft let the facts happen already; this is what a fold does besides.
  settleHeader(account, recorded);
  return { recorded, account, draft };
}

function balancesAfter(draft: Draft, before: Account): Readonly<Record<string, Balance>> {
  const { program, account, event, today } = draft;
  const keys = new Set<string>();
  for (const currency of program.currencies.values()) {
    if (currency.per === 'account' || event.member !== undefined) keys.add(scopedKey(currency.id, currency.per, event));
  }
  for (const lot of [...before.lots, ...account.lots]) keys.add(lot.currency);
  return Object.fromEntries([...keys].toSorted().map((key) => [key, balanceOn(account, key, today)]));
}

function clockEvent(account: Account, at: Instant): Event {
  return { id: `${account.id}-clock-${at}`, kind: 'clock', at, occurredAt: at, body: {} };
}

/** An account of one member needs no telling whose event it is. */
function withOwner(account: Account, event: Event): Event {
  if (event.member !== undefined || event.kind === 'enrolment' || event.kind === 'clock') return event;
  if (event.kind === 'member_joined') return event;
  const members = presentMembers(account);
  const only = members.length === 1 ? members[0] : undefined;
  return only === undefined ? event : { ...event, member: only };
}
