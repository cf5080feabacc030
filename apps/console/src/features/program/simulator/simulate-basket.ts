import {
  type Account,
  addToDay,
  dayAt,
  type Event,
  enter,
  type Fact,
  type Locale,
  localInstant,
  type Market,
  minorDigits,
  openWorld,
  type Program,
  type Programs,
  type Purchase,
  parseExact,
  pass,
  type Recorded,
  type Refusal,
  reasonOfRefusal,
  sentenceOfRule,
  times,
  toGoOf,
  toPayOf,
  type WhyRule,
  whole,
  why,
} from '@trofast/engine';
import type { Basket } from './basket.ts';

/** What a program makes of a basket. Money in minor units, points in units of their decimals. */
export interface Simulation {
  readonly currency: string;
  /** What the lines cost before the program had its say. */
  readonly total: number;
  readonly toPay: number;
  readonly points: readonly { readonly currency: string; readonly amount: number }[];
  /** Levels after it, where they change. */
  readonly levels: readonly { readonly ladder: string; readonly to: string }[];
  readonly issued: readonly string[];
  readonly rules: readonly WhyRule[];
  readonly consequences: readonly string[];
  /** What a larger purchase would unlock. */
  readonly toGo: readonly { readonly sentence: string; readonly missing: number }[];
  readonly facts: readonly Fact[];
  readonly held: readonly string[];
}

export type BasketField = 'at' | 'price' | 'quantity' | 'points' | 'lines';

export interface NotSimulated {
  /** A field of the basket that cannot be read, or what the program refuses. */
  readonly field?: BasketField;
  readonly refusal?: string;
}

const ACCOUNT = 'simulated';
const MEMBER = 'simulated-1';

/** Plays a purchase in a world of its own, as the ledger would decide it. */
export function simulateBasket(program: Program, basket: Basket, locale: Locale): Simulation | NotSimulated {
  const market = program.markets.get(basket.market) ?? [...program.markets.values()][0];
  const at = market && localInstant(market.zone, basket.at);
  if (!market || at === undefined) return { field: 'at' };
  const body = purchaseOf(basket, market);
  if (typeof body === 'string') return { field: body };
  const programs: Programs = {
    id: program.id,
    versions: [{ number: 1, from: Number.MIN_SAFE_INTEGER, program }],
  };
  const world = openWorld(programs);
  const joined = joinedAt(basket, market, at);
  const { refusal } = enter(world, ACCOUNT, joined);
  if (refusal) return { refusal: reasonOfRefusal(refusal.refused, locale) };
  // What time does to a member is over before they stand as the basket says.
  pass(world, ACCOUNT, at - 1);
  const member = world.accounts.get(ACCOUNT);
  const standing = member && standingAs(program, member, basket, market, at - 1);
  if (standing === undefined) return { field: 'points' };
  world.accounts.set(ACCOUNT, standing);
  const entered = enter(world, ACCOUNT, purchaseAt(basket, body, at));
  const recorded = entered.recorded.findLast(({ event }) => event.kind === 'purchase');
  if (!recorded) return { refusal: reasonOfRefusal((entered.refusal as Refusal).refused, locale) };
  return simulationOf(programs, program, recorded, market, locale);
}

function simulationOf(
  programs: Programs,
  program: Program,
  recorded: Recorded,
  market: Market,
  locale: Locale,
): Simulation {
  const told = why(programs, recorded, locale, market.id);
  const { facts } = recorded;
  const earned = new Map<string, number>();
  for (const fact of facts) {
    if (fact.fact === 'points_earned') earned.set(fact.currency, (earned.get(fact.currency) ?? 0) + fact.amount);
  }
  const { lines, currency } = recorded.event.body as Purchase;
  return {
    currency,
    total: lines.reduce((sum, { total }) => sum + total, 0),
    toPay: toPayOf(recorded),
    points: [...earned].map(([key, amount]) => ({ currency: key, amount })),
    levels: facts.flatMap((fact) => (fact.fact === 'level_changed' ? [{ ladder: fact.ladder, to: fact.to }] : [])),
    issued: facts.flatMap((fact) => (fact.fact === 'voucher_issued' ? [fact.reward] : [])),
    rules: told.rules,
    consequences: told.consequences,
    toGo: toGoOf(programs, recorded, market.id).flatMap(({ rule: id, missing }) => {
      const rule = program.rules.find((one) => one.id === id);
      return rule ? [{ sentence: sentenceOfRule(program, rule, locale), missing }] : [];
    }),
    facts,
    held: recorded.rules,
  };
}

/** The basket as the purchase of an event, or the field that cannot be read. */
export function purchaseOf(basket: Basket, market: Market): Purchase | BasketField {
  if (basket.lines.length === 0) return 'lines';
  const lines = [];
  for (const { sku, categories, quantity, price } of basket.lines) {
    const pieces = parseExact(quantity);
    const each = parseExact(price.replace(',', '.'));
    if (pieces === undefined) return 'quantity';
    if (each === undefined) return 'price';
    const total = times(times(pieces, each), whole(10 ** minorDigits(market.currency)));
    if (total.d !== 1 || typeof total.n !== 'number') return 'price';
    lines.push({ sku: sku === '' ? 'item' : sku, categories, quantity, total: total.n });
  }
  return {
    currency: market.currency,
    lines,
    ...(basket.codes.length > 0 && { codes: basket.codes }),
    ...(basket.rewards.length > 0 && { rewards: basket.rewards }),
    ...(basket.delivery !== '' && { delivery: basket.delivery }),
    strict: true,
  };
}

/** Long enough a member for what asks for that, and not so long that years have to be played. */
const MEMBER_FOR = { months: -2, days: 0, seconds: 0 };
const DAY = 86_400_000;

function joinedAt({ lists }: Basket, market: Market, at: number): Event {
  const day = dayAt(market.zone, at);
  const joined = at - (day - addToDay(day, MEMBER_FOR)) * DAY;
  const body = { market: market.id, ...(lists.length > 0 && { lists: lists.map((list) => ({ list })) }) };
  return { id: 'joined', kind: 'enrolment', at: joined, occurredAt: joined, member: MEMBER, body };
}

/** The member with the points and the levels that the basket says, and nothing that joining gave. */
function standingAs(
  program: Program,
  account: Account,
  { points, levels }: Basket,
  { zone }: Market,
  since: number,
): Account | undefined {
  const day = dayAt(zone, since);
  const lots = [];
  for (const [index, [id, text]] of Object.entries(points).entries()) {
    const currency = program.currencies.get(id);
    if (!currency || text.trim() === '') continue;
    const exact = parseExact(text.replace(',', '.'));
    const units = exact && times(exact, whole(10 ** currency.decimals));
    if (units?.d !== 1 || typeof units.n !== 'number') return undefined;
    const lot = { id: `${account.sequence}.${index + 1}`, left: units.n, from: day, earned: day };
    if (units.n > 0) lots.push({ ...lot, currency: keyFor(id, currency.per) });
  }
  const standings = Object.entries(levels).flatMap(([id, level]) => {
    const ladder = program.ladders.get(id);
    if (!ladder || level === '') return [];
    return [[keyFor(id, ladder.per), { level, since, history: [{ from: since, level }] }] as const];
  });
  return {
    ...account,
    time: since,
    lots,
    vouchers: {},
    ladders: { ...account.ladders, ...Object.fromEntries(standings) },
  };
}

function keyFor(name: string, per: 'account' | 'member' | 'card'): string {
  return per === 'member' ? `${name}@member:${MEMBER}` : name;
}

function purchaseAt({ tender, store, channel }: Basket, body: Purchase, at: number): Event {
  const total = body.lines.reduce((sum, { total: one }) => sum + one, 0);
  return {
    id: 'purchase',
    kind: 'purchase',
    at,
    occurredAt: at,
    member: MEMBER,
    ...(store !== '' && { store }),
    ...(channel !== '' && { channel }),
    body: { ...body, ...(tender !== '' && { tenders: [{ kind: tender, amount: total }] }) },
  };
}
