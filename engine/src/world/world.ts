import { type Account, unopened } from '../account.ts';
import type { Event } from '../event.ts';
import type { Evidence, PurchaseEvidence, Recorded, Reference } from '../evidence.ts';
import { carriedRecorded, lotsMadeBy } from '../merges/carried.ts';
import { advance, needs, process } from '../process.ts';
import type { Programs } from '../program.ts';
import type { Refusal } from '../refusals.ts';
import { stockNames, stockOf } from '../rewards/stock.ts';
import type { Instant } from '../time/zones.ts';
import { messageOf, type Told } from './messages.ts';

/** Many accounts of one program in memory: for worked examples, simulation, back-tests and the browser. */
export interface World {
  programs: Programs;
  readonly accounts: Map<string, Account>;
  readonly chains: Map<string, Recorded[]>;
  /** Units left by reward id. */
  readonly stock: Map<string, number>;
  /** One account without the others: what they sent and answered stands in its own history. */
  readonly isAlone: boolean;
}

export function openWorld(programs: Programs, { isAlone = false }: { readonly isAlone?: boolean } = {}): World {
  return { programs, accounts: new Map(), chains: new Map(), stock: fullStock(programs), isAlone };
}

function fullStock(programs: Programs): Map<string, number> {
  return new Map(
    programs.versions.flatMap(({ program }) =>
      stockNames(program).map((name) => [name, stockOf(program, name) ?? 0] as const),
    ),
  );
}

export interface Entered {
  /** Clock events that fell due, then the event unless it was refused. */
  readonly recorded: readonly Recorded[];
  readonly refusal?: Refusal;
}

/** Lets an event happen to an account, as the ledger would. */
export function enter(world: World, accountId: string, event: Event): Entered {
  const account = world.accounts.get(accountId) ?? unopened(accountId);
  let references = needs(world.programs, account, event, event.at);
  for (;;) {
    const outcome = process(world.programs, account, event, evidenceFor(world, accountId, references));
    if (outcome.missing) {
      references = [...references, ...outcome.missing];
      continue;
    }
    if (account.merged && !world.isAlone && event.kind !== 'merged')
      return enter(world, account.merged.account, { ...event, member: account.merged.member });
    keep(world, accountId, outcome.account, outcome.recorded);
    if (!world.isAlone) for (const recorded of outcome.recorded) deliver(world, accountId, recorded);
    return { recorded: outcome.recorded, ...(outcome.refusal && { refusal: outcome.refusal }) };
  }
}

/** What was sent reaches its account at once, as the ledger's outbox would bring it. */
function deliver(world: World, sender: string, { facts, event: { at } }: Recorded): void {
  for (const fact of facts) {
    const message = messageOf(sender, fact);
    if (message === undefined) continue;
    const { receiver, told, answer } = message;
    const { refusal } = enter(world, receiver, eventOf(told, at));
    if (answer) enter(world, sender, eventOf(answer(refusal?.refused), at));
  }
}

function eventOf({ key, ...told }: Told, at: Instant): Event {
  return { id: `${key}:${told.kind}`, at, occurredAt: at, ...told } as Event;
}

/** Lets time pass for an account up to and including an instant. */
export function pass(world: World, accountId: string, until: Instant): readonly Recorded[] {
  const account = world.accounts.get(accountId);
  if (!account) return [];
  const references = needs(world.programs, account, undefined, until);
  const outcome = advance(world.programs, account, until, evidenceFor(world, accountId, references));
  keep(world, accountId, outcome.account, outcome.recorded);
  return outcome.recorded;
}

function keep(world: World, id: string, account: Account, recorded: readonly Recorded[]): void {
  if (recorded.length === 0) return;
  world.accounts.set(id, account);
  const chain = world.chains.get(id) ?? [];
  if (chain.length === 0) world.chains.set(id, chain);
  chain.push(...recorded);
  for (const { facts } of recorded) {
    for (const fact of facts) {
      if (fact.fact === 'stock_taken') world.stock.set(fact.reward, (world.stock.get(fact.reward) ?? 0) - fact.times);
      if (fact.fact === 'stock_returned')
        world.stock.set(fact.reward, (world.stock.get(fact.reward) ?? 0) + fact.times);
    }
  }
}

/** What the world knows for an event, as `process` wants it. */
export function evidenceOf(world: World, account: string, event: Event): Evidence {
  const state = world.accounts.get(account) ?? unopened(account);
  return evidenceFor(world, account, needs(world.programs, state, event, event.at));
}

function evidenceFor(world: World, account: string, references: readonly Reference[]): Evidence {
  const chain = wholeChain(world, account);
  const purchases: Record<string, PurchaseEvidence | null> = {};
  const events: Record<string, Recorded | null> = {};
  const stock: Record<string, number> = {};
  const accounts: Record<string, Account | null> = {};
  let since: Instant | undefined;
  for (const reference of references) {
    if (reference.kind === 'purchase') purchases[reference.id] = purchaseEvidence(chain, reference.id);
    else if (reference.kind === 'event')
      events[reference.id] = chain.find(({ event }) => event.id === reference.id) ?? null;
    else if (reference.kind === 'account') accounts[reference.id] = world.accounts.get(reference.id) ?? null;
    else if (reference.kind === 'stock') stock[reference.reward] = world.stock.get(reference.reward) ?? 0;
    else since = Math.min(since ?? reference.since, reference.since);
  }
  const history = since === undefined ? {} : { history: { since, recorded: occurredSince(chain, since) } };
  return { purchases, events, stock, accounts, ...history };
}

/** The account's own events behind those of the accounts that were merged into it, in its own terms. */
function wholeChain(world: World, id: string): readonly Recorded[] {
  const own = world.chains.get(id) ?? [];
  const absorbed = Object.entries(world.accounts.get(id)?.absorbed ?? {});
  if (absorbed.length === 0) return own;
  const others = absorbed.flatMap(([from, toMember]) => {
    const fromMember = Object.keys(world.accounts.get(from)?.members ?? {})[0] ?? '';
    return (world.chains.get(from) ?? []).map((recorded) => carriedRecorded(recorded, { from, fromMember, toMember }));
  });
  return [...others, ...own];
}

function occurredSince(chain: readonly Recorded[], since: Instant): readonly Recorded[] {
  return chain.filter(({ event }) => event.occurredAt >= since);
}

/** A purchase with what came after it, from the recorded events of its account. */
export function purchaseEvidence(chain: readonly Recorded[], id: string): PurchaseEvidence | null {
  const purchase = chain.find(({ event }) => event.id === id);
  if (!purchase) return null;
  const expired: Record<string, number> = {};
  const made = lotsMadeBy(purchase);
  for (const { facts } of chain) {
    for (const fact of facts) {
      const sign =
        fact.fact === 'points_expired' ? 1 : fact.fact === 'points_put_back' && fact.reason === 'restored' ? -1 : 0;
      if (sign === 0 || !('parts' in fact)) continue;
      for (const { lot, amount } of fact.parts) {
        if (made.has(lot)) expired[lot] = (expired[lot] ?? 0) + sign * amount;
      }
    }
  }
  const returns = chain.filter(({ event }) => event.kind === 'return' && event.body.purchase === id);
  return { purchase, returns, expired };
}
