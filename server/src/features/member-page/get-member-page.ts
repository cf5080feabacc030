import type { Input, Output } from '@trofast/contract';
import {
  type Account,
  dayAt,
  dayText,
  decimalText,
  isRefusal,
  type Locale,
  nameOfKey,
  type Program,
} from '@trofast/engine';
import { type Answered, type Context, isRefused, reply } from '../../context.ts';
import { dayField, instantText } from '../../instants.ts';
import { countWaiting } from '../approvals/index.ts';
import { clubs } from '../clubs/index.ts';
import { decimalsOf, programOfVersion } from '../events/index.ts';
import { type Loaded, loadMember, memberView, storedPerson } from '../members/index.ts';
import { countNotes } from '../notes/index.ts';
import { statement } from '../statement/index.ts';
import { vouchers } from '../vouchers/index.ts';
import { everyEvent } from './every-event.ts';
import { type GaveAndCost, gaveAndCost } from './gave-and-cost.ts';

type Page = Output<'getMemberPage'>;

const expiringDays = 90;

export async function getMemberPage(context: Context, input: Input<'getMemberPage'>): Promise<Answered<Page>> {
  const loaded = await loadMember(context, input.memberId);
  if (isRefusal(loaded)) return loaded;
  const { account, at } = loaded;
  const [balance, lots, tiers, counters, open, memberships] = await Promise.all([
    statement.getBalance(context, input),
    statement.listLots(context, input),
    statement.listTiers(context, input),
    statement.listCounters(context, input),
    vouchers.listVouchers(context, input),
    clubs.listMemberships(context, input),
  ]);
  for (const answer of [balance, lots, tiers, counters, open, memberships]) if (isRefused(answer)) return answer;
  const { program, today } = seen(loaded);
  return reply({
    at: instantText(at),
    member: await memberView(context, input.memberId, loaded),
    balances: answered(balance).balances,
    currencyNames: namesOf(program, Object.keys(answered(balance).balances), context.locale),
    lots: answered(lots).items,
    expiring: expiringOf(program, account, today),
    standings: answered(tiers).items,
    counters: answered(counters).items,
    vouchers: answered(open).items,
    clubs: answered(memberships).items,
    holds: holdsOf(program, account),
    household: await householdOf(context, account),
    totals: await totalsOf(context, loaded),
    notes: await countNotes(context, input.memberId),
    waiting: await countWaiting(context, input.memberId),
  });
}

function namesOf(program: Program, keys: readonly string[], locale: Locale): Page['currencyNames'] {
  const named = keys.flatMap((key) => {
    const name = program.currencies.get(nameOfKey(key))?.name;
    const said = name?.[locale] ?? Object.values(name ?? {})[0];
    return said === undefined ? [] : [[key, said.other] as const];
  });
  return Object.fromEntries(named);
}

/** What the program has given and cost the account since it began. */
export async function totalsOf(context: Context, loaded: Loaded): Promise<GaveAndCost> {
  const { program, dayOf } = seen(loaded);
  return gaveAndCost(program, await everyEvent(context, loaded.account.id), dayOf);
}

/** The output of a verb that has been seen not to refuse. */
export function answered<Value>(answer: Answered<Value>): Value {
  if (isRefused(answer)) throw new Error('A verb that had answered refuses');
  return answer.output;
}

function seen({ programs, account, at }: Loaded) {
  const program = programOfVersion(programs, Number.POSITIVE_INFINITY);
  const zone = program.markets.get(account.market)?.zone ?? 'UTC';
  const dayOf = (instant: number) => dayAt(zone, instant);
  return { program, today: dayOf(at), dayOf };
}

/** By currency and day, soonest first. */
function expiringOf(program: Program, { lots }: Account, today: number): Page['expiring'] {
  const sums = new Map<string, { currency: string; on: number; units: number }>();
  for (const { currency, until, left } of lots) {
    if (until === undefined || until > today + expiringDays) continue;
    const name = `${until} ${currency}`;
    const sum = sums.get(name) ?? { currency, on: until, units: 0 };
    sums.set(name, sum);
    sum.units += left;
  }
  return [...sums.values()]
    .toSorted((one, other) => one.on - other.on)
    .map(({ currency, on, units }) => ({
      currency,
      amount: decimalText(units, decimalsOf(program, currency)),
      on: dayText(on),
    }));
}

function holdsOf(program: Program, { holds }: Account): Page['holds'] {
  return Object.entries(holds).map(([id, { currency, parts, until }]) => ({
    id,
    currency,
    amount: decimalText(
      parts.reduce((sum, part) => sum + part.amount, 0),
      decimalsOf(program, currency),
    ),
    until: instantText(until),
  }));
}

/** Everybody on the account, who left too; nobody where it is one person's own. */
async function householdOf({ ledger, program }: Context, account: Account): Promise<Page['household']> {
  const members = Object.entries(account.members).filter(([, { erased }]) => !erased);
  if (members.length < 2) return [];
  return await Promise.all(
    members.map(async ([id, { role, since, left }]) => {
      const { name } = storedPerson(await ledger.person(program, account.id, id));
      return {
        id,
        ...(name === undefined ? {} : { name }),
        ...(role === undefined ? {} : { role }),
        since: dayText(since),
        ...dayField('left', left),
      };
    }),
  );
}
