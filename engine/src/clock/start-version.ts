import type { Account } from '../account.ts';
import { countBasket, holdsFor } from '../counters/count-basket.ts';
import { windowStart } from '../counters/windows.ts';
import { type Draft, marketOf, post } from '../draft.ts';
import type { Event } from '../event.ts';
import type { Evidence, Recorded, Reference } from '../evidence.ts';
import { evaluateLadders } from '../ladders/evaluate.ts';
import { indexOfLevel, levelHeld } from '../ladders/standing.ts';
import { minus, parseExact, ZERO } from '../numbers/exact.ts';
import { expiryDay } from '../points/dates.ts';
import type { Counter, Program, Programs, ProgramVersion } from '../program.ts';
import { type Basket, priceBasket, reductionsIn, remainingBasket } from '../purchase/price.ts';
import { liveValues } from '../purchase/values.ts';
import { count } from '../rules/apply-rules.ts';
import { contextOf } from '../rules/decide-rules.ts';
import type { RuleSituation } from '../rules/decision.ts';
import { nameOfKey } from '../scopes.ts';
import type { Day } from '../time/days.ts';
import { dayAt, type Instant, startOfDay } from '../time/zones.ts';

/** The account's own history, when a version that starts up to `until` has counters that its predecessor had not. */
export function versionNeeds(programs: Programs, account: Account, until: Instant): readonly Reference[] {
  if (account.sequence === 0) return [];
  return programs.versions.flatMap((version) => {
    if (version.number <= account.version || version.from > until) return [];
    const since = historySince(programs, version, account);
    return since === undefined ? [] : [{ kind: 'history', since } as const];
  });
}

/** Starts every version that is due and has not been handled; answers what is missing for it. */
export function startVersions(draft: Draft): Reference | undefined {
  const { programs, account, event } = draft;
  const starting = programs.versions.filter(({ number, from }) => number > account.version && from <= event.at);
  for (const version of starting) {
    const since = historySince(programs, version, account);
    if (since !== undefined && !covers(draft.evidence, since)) return { kind: 'history', since };
    startVersion(draft, version, since);
  }
  return undefined;
}

function startVersion(draft: Draft, version: ProgramVersion, since: Instant | undefined): void {
  const before = draft.facts.length;
  if (since !== undefined) {
    const history = (draft.evidence.history?.recorded ?? []).filter(({ event }) => event.occurredAt >= since);
    for (const counter of newCounters(draft.programs, version)) fillCounter(draft, version.program, counter, history);
  }
  for (const step of version.program.onStart) {
    if (step.kind === 'keep_levels') keepLevels(draft, version.program, step.ladder, step.until);
    else redate(draft, version.program, step.currency);
  }
  if (draft.facts.length === before) return;
  evaluateLadders(draft);
  post(draft, { fact: 'version_started', v: 1, version: version.number });
}

function historySince(programs: Programs, version: ProgramVersion, account: Account): Instant | undefined {
  const { zone } = marketOf(version.program, account.market);
  const today = dayAt(zone, version.from);
  const starts = newCounters(programs, version).map(({ window }) => windowStart(window, today, account.since));
  return starts.length === 0 ? undefined : startOfDay(zone, Math.max(account.since, Math.min(...starts)));
}

/** Counters that can be filled from purchases and that the version before had not. */
function newCounters(programs: Programs, version: ProgramVersion): readonly Counter[] {
  const earlier = programs.versions.findLast(({ number }) => number < version.number);
  if (!earlier) return [];
  return [...version.program.counters.values()].filter(
    ({ id, counts }) => !earlier.program.counters.has(id) && counts.kind !== 'rules' && counts.kind !== 'rounds',
  );
}

function covers(evidence: Evidence, since: Instant): boolean {
  return evidence.history !== undefined && evidence.history.since <= since;
}

function fillCounter(draft: Draft, program: Program, counter: Counter, history: readonly Recorded[]): void {
  const only: Program = { ...program, counters: new Map([[counter.id, counter]]) };
  for (const recorded of history) {
    const { event } = recorded;
    const day = dayAt(event.zone ?? draft.market.zone, event.occurredAt);
    if (event.kind === 'purchase') {
      const awards = recorded.facts.flatMap((fact) =>
        fact.fact === 'points_earned' ? [{ currency: fact.currency, amount: fact.amount, rules: [] }] : [],
      );
      const basket = basketLeft(recorded, history);
      const context = contextOf({ ...happening(draft, program, event), basket });
      for (const { key, amount } of countBasket(only, event, basket, awards, context)) {
        count(draft, key, day, amount);
      }
    } else if (event.kind === 'activity' && counter.counts.kind === 'activities') {
      const holds = holdsFor(counter, contextOf({ ...happening(draft, program, event), basket: undefined }));
      if (holds && event.body.activity === counter.counts.activity) count(draft, counter.id, day, 1);
    }
  }
}

/** An earlier event as the new version's conditions see it: levels and counters as the account knows them for then. */
function happening(draft: Draft, program: Program, event: Event): Omit<RuleSituation, 'basket'> {
  const market = marketOf(program, draft.account.market);
  const zone = event.zone ?? market.zone;
  const storeDay = dayAt(zone, event.occurredAt);
  const occurredDay = dayAt(market.zone, event.occurredAt);
  const values = liveValues({ program, account: draft.account, event, storeDay, occurredDay, reading: {} });
  return { program, market, event, storeDay, zone, values };
}

/** The purchase less what its recorded returns brought back. */
function basketLeft(recorded: Recorded, history: readonly Recorded[]): Basket {
  if (recorded.event.kind !== 'purchase') throw new Error('Broken claim: only purchases have baskets');
  const basket = priceBasket(recorded.event.body, reductionsIn(recorded));
  const left = basket.lines.map((line) => line.quantity);
  for (const { facts } of history) {
    for (const fact of facts) {
      if (fact.fact !== 'refund_due' || fact.purchase !== recorded.event.id) continue;
      for (const { line, quantity } of fact.lines) {
        left[line] = minus(left[line] ?? ZERO, parseExact(quantity) ?? ZERO);
      }
    }
  }
  return remainingBasket(basket, left);
}

/** Levels held today are kept at least until a day, whatever the new thresholds say. */
function keepLevels(draft: Draft, program: Program, id: string, until: Day): void {
  const ladder = program.ladders.get(id);
  const standing = draft.account.ladders[id];
  if (!ladder || !standing || (standing.until !== undefined && standing.until >= until)) return;
  if (indexOfLevel(ladder, standing.level) <= 0) return;
  post(draft, { fact: 'level_kept', v: 1, ladder: id, level: levelHeld(draft.account, ladder), until });
}

function redate(draft: Draft, program: Program, id: string): void {
  const currency = program.currencies.get(id);
  if (!currency) return;
  const keys = new Set(draft.account.lots.map((lot) => lot.currency).filter((key) => nameOfKey(key) === id));
  for (const key of keys) {
    const lots = draft.account.lots
      .filter((lot) => lot.currency === key)
      .map((lot) => {
        const until = expiryDay(program, draft.account, currency, key, lot.earned);
        return { lot: lot.id, ...(until !== undefined && { until }) };
      });
    post(draft, { fact: 'lots_redated', v: 1, currency: key, lots, reason: 'version' });
  }
}
