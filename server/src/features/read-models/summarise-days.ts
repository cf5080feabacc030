import { dayAt, entriesOf, type Fact, nameOfKey, type Program, type Purchase } from '@trofast/engine';
import { purchaseMoney } from '../events/index.ts';
import { type FollowedEvent, factsOf, readingOf } from './followed-event.ts';

/** What a day had of something. */
export interface DayCount {
  readonly program: string;
  readonly measure: Measure;
  readonly day: number;
  readonly market: string;
  readonly key: string;
  amount: number;
}

/** `level` counts changes: one more on the level that was reached, one less on the one that was left. */
export type Measure =
  | 'joined'
  | 'left'
  | 'accounts'
  | 'purchases'
  | 'returns'
  | 'revenue'
  | 'level'
  | 'issued'
  | 'used';

export interface DayFlow {
  readonly program: string;
  readonly day: number;
  readonly market: string;
  readonly currency: string;
  readonly debit: string;
  readonly credit: string;
  amount: number;
}

export interface AccountDay {
  readonly program: string;
  readonly day: number;
  readonly account: string;
  readonly market: string;
  purchases: number;
}

export interface Move {
  readonly program: string;
  readonly day: number;
  readonly account: string;
  readonly sequence: number;
  readonly ladder: string;
  readonly market: string;
  readonly from: string | undefined;
  readonly to: string;
}

export interface Days {
  readonly counts: readonly DayCount[];
  readonly flows: readonly DayFlow[];
  readonly accountDays: readonly AccountDay[];
  readonly moves: readonly Move[];
}

/** Where an account is, for its days. */
export interface Place {
  readonly market: string;
  readonly program: Program;
}

interface Taking {
  readonly counts: Map<string, DayCount>;
  readonly flows: Map<string, DayFlow>;
  readonly accountDays: Map<string, AccountDay>;
  readonly moves: Move[];
}

/** Sums by day of what events brought. Purchases count on the day they occurred, points on the day they were posted. */
export function summariseDays(
  events: readonly FollowedEvent[],
  placeOf: (event: FollowedEvent) => Place | undefined,
): Days {
  const taking: Taking = { counts: new Map(), flows: new Map(), accountDays: new Map(), moves: [] };
  for (const event of events) {
    const place = placeOf(event);
    const zone = place?.program.markets.get(place.market)?.zone;
    if (!place || zone === undefined) continue;
    const facts = factsOf(event);
    const occurred = dayAt(zone, event.occurred_at);
    const posted = dayAt(zone, event.at);
    addCounts(taking, event, facts, { place, occurred, posted });
    addFlows(taking, event, facts, place.market, posted);
  }
  const { counts, flows, accountDays, moves } = taking;
  return { counts: [...counts.values()], flows: [...flows.values()], accountDays: [...accountDays.values()], moves };
}

interface When {
  readonly place: Place;
  readonly occurred: number;
  readonly posted: number;
}

function addCounts(taking: Taking, event: FollowedEvent, facts: readonly Fact[], { place, occurred, posted }: When) {
  const { market, program } = place;
  const count = (measure: Measure, day: number, key: string, amount: number) =>
    addCount(taking, { program: event.program_id, measure, day, market, key, amount });
  if (event.kind === 'purchase') {
    const purchase: Purchase = JSON.parse(event.body);
    const { currency, toPay } = purchaseMoney(purchase, facts, readingOf(event));
    count('purchases', occurred, '', 1);
    count('revenue', occurred, currency, toPay);
    addAccountDay(taking, event, market, occurred);
  }
  if (event.kind === 'return') count('returns', occurred, '', 1);
  for (const fact of facts) {
    switch (fact.fact) {
      case 'refund_due':
        count('revenue', occurred, fact.currency, -fact.amount);
        break;
      case 'enrolled':
        count('joined', fact.since, '', 1);
        count('accounts', fact.since, '', 1);
        break;
      case 'member_joined':
        count('joined', fact.since, '', 1);
        break;
      case 'member_left':
      case 'erased':
        count('left', posted, '', 1);
        break;
      case 'voucher_issued':
        count('issued', posted, fact.reward, 1);
        break;
      case 'voucher_used':
        count('used', posted, fact.reward, 1);
        break;
      case 'level_changed': {
        const ladder = nameOfKey(fact.ladder);
        const from = fact.from ?? program.ladders.get(ladder)?.levels[0]?.id;
        count('level', posted, `${ladder}/${fact.to}`, 1);
        if (from !== undefined) count('level', posted, `${ladder}/${from}`, -1);
        const { program_id, account_id, sequence } = event;
        taking.moves.push({
          ...{ program: program_id, account: account_id, sequence, day: posted, market },
          ...{ ladder: fact.ladder, from: fact.from, to: fact.to },
        });
      }
    }
  }
}

function addCount({ counts }: Taking, count: DayCount) {
  const name = `${count.program} ${count.measure} ${count.day} ${count.market} ${count.key}`;
  const known = counts.get(name);
  if (known) known.amount += count.amount;
  else counts.set(name, count);
}

function addAccountDay({ accountDays }: Taking, event: FollowedEvent, market: string, day: number) {
  const name = `${event.program_id} ${day} ${event.account_id}`;
  const known = accountDays.get(name) ?? {
    ...{ program: event.program_id, day, account: event.account_id, market, purchases: 0 },
  };
  accountDays.set(name, known);
  known.purchases += 1;
}

/** The movements that the event makes in the book; vouchers are one account of it here. */
function addFlows({ flows }: Taking, event: FollowedEvent, facts: readonly Fact[], market: string, day: number) {
  for (const entry of entriesOf({ facts })) {
    const [debit, credit] = [withoutId(entry.debit), withoutId(entry.credit)];
    const currency = nameOfKey(entry.currency);
    const name = `${event.program_id} ${day} ${market} ${currency} ${debit} ${credit}`;
    const known = flows.get(name);
    if (known) known.amount += entry.amount;
    else flows.set(name, { program: event.program_id, day, market, currency, debit, credit, amount: entry.amount });
  }
}

function withoutId(bookAccount: string): string {
  return bookAccount.startsWith('voucher:') ? 'voucher' : bookAccount;
}
