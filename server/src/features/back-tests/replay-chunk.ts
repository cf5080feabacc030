import { type Programs, type Recorded, recordedReplay, replayAccount } from '@trofast/engine';
import { type ReplayableHistory, recordedOf } from '@trofast/ledger';
import { type AccountSum, addReplay, emptySide, type Side } from './replay-sums.ts';

export interface AffectedAccount {
  readonly account: string;
  readonly currency: string;
  readonly published: number;
  readonly draft: number;
  /** Levels that differ: ladder, published, draft. */
  readonly levels: readonly (readonly [string, string | undefined, string | undefined])[];
}

/** What one thread has found so far. */
export interface Tally {
  readonly published: Side;
  readonly draft: Side;
  accounts: number;
  events: number;
  changed: number;
  /** Differences of what was earned, by currency. */
  readonly differences: Map<string, number[]>;
  /** By currency, the most won and the most lost. */
  readonly affected: Map<string, AffectedAccount[]>;
}

export interface Replaying {
  readonly published: Programs;
  readonly draft: Programs;
  readonly since: number;
  readonly now: number;
}

const shownMost = 20;
/** So many are kept before the least affected are let go. */
const keptMost = 200;

export function emptyTally(): Tally {
  return {
    ...{ published: emptySide(), draft: emptySide(), accounts: 0, events: 0, changed: 0 },
    ...{ differences: new Map(), affected: new Map() },
  };
}

/** Replays accounts under both documents and adds up what came of it. */
export function replayChunk(tally: Tally, replaying: Replaying, histories: readonly ReplayableHistory[]) {
  const { published, draft, since, now } = replaying;
  for (const { account, events } of histories) {
    const history: readonly Recorded[] = events.map(recordedOf);
    const before = recordedReplay(published, account, history, since, now);
    const after = replayAccount(draft, account, history, since, now);
    tally.accounts += 1;
    tally.events += history.length;
    const one = addReplay(tally.published, published, before, now);
    const other = addReplay(tally.draft, draft, after, now);
    compare(tally, account, one, other);
  }
}

function compare(tally: Tally, account: string, published: AccountSum, draft: AccountSum) {
  const levels = differentLevels(published.levels, draft.levels);
  let isChanged = levels.length > 0 || published.vouchers !== draft.vouchers;
  for (const currency of new Set([...published.held.keys(), ...draft.held.keys()])) {
    isChanged ||= published.held.get(currency) !== draft.held.get(currency);
  }
  for (const currency of new Set([...published.earned.keys(), ...draft.earned.keys()])) {
    const [had, has] = [published.earned.get(currency) ?? 0, draft.earned.get(currency) ?? 0];
    const differences = tally.differences.get(currency) ?? [];
    tally.differences.set(currency, differences);
    differences.push(has - had);
    if (has === had) continue;
    isChanged = true;
    keepAffected(tally, { account, currency, published: had, draft: has, levels });
  }
  if (isChanged) tally.changed += 1;
}

function keepAffected({ affected }: Tally, one: AffectedAccount) {
  const known = affected.get(one.currency) ?? [];
  known.push(one);
  affected.set(one.currency, known.length > keptMost ? mostAffected(known) : known);
}

/** Both ends, in order: who wins most stands first, who loses most last. */
export function mostAffected(accounts: readonly AffectedAccount[]): AffectedAccount[] {
  const order = accounts.toSorted(
    (a, b) => b.draft - b.published - (a.draft - a.published) || (a.account < b.account ? -1 : 1),
  );
  const won = order.filter(({ published, draft }) => draft > published).slice(0, shownMost);
  const lost = order.filter(({ published, draft }) => draft < published).slice(-shownMost);
  return [...won, ...lost];
}

function differentLevels(published: ReadonlyMap<string, string>, draft: ReadonlyMap<string, string>) {
  return [...new Set([...published.keys(), ...draft.keys()])]
    .map((ladder) => [ladder, published.get(ladder), draft.get(ladder)] as const)
    .filter(([, before, after]) => before !== after);
}

/** Adds what another thread found. */
export function mergeTally(into: Tally, from: Tally) {
  into.accounts += from.accounts;
  into.events += from.events;
  into.changed += from.changed;
  for (const [currency, differences] of from.differences) {
    into.differences.set(currency, (into.differences.get(currency) ?? []).concat(differences));
  }
  for (const [currency, accounts] of from.affected) {
    into.affected.set(currency, mostAffected([...(into.affected.get(currency) ?? []), ...accounts]));
  }
  for (const side of ['published', 'draft'] as const) mergeSide(into[side], from[side]);
}

function mergeSide(into: Side, from: Side) {
  into.refused += from.refused;
  for (const sums of ['flows', 'held', 'owed', 'levels', 'discounts', 'openVouchers'] as const) {
    for (const [name, amount] of from[sums]) into[sums].set(name, (into[sums].get(name) ?? 0) + amount);
  }
}
