import {
  type Account,
  balancesAt,
  type Currency,
  dayAt,
  type Exact,
  type Instant,
  nameOfKey,
  type Program,
  type Programs,
  plus,
  roundTo,
  standingsAt,
  times,
  ZERO,
} from '@trofast/engine';

/** One sum of entries, as the ledger adds them up. */
export interface BookSum {
  readonly debit: string;
  readonly credit: string;
  readonly currency: string;
  readonly amount: number;
}

/** Points of one currency, in units of its decimals. */
export interface CurrencyFigures {
  readonly currency: string;
  readonly decimals: number;
  readonly earned: number;
  /** Given by staff. */
  readonly corrected: number;
  /** By cancelled vouchers, returned purchases, or restored after expiry. */
  readonly putBack: number;
  /** All that returns took, with what they left as a debt. */
  readonly takenBack: number;
  readonly newDebt: number;
  readonly debtRepaid: number;
  readonly converted: number;
  readonly redeemed: number;
  readonly expired: number;
  /** Taken by staff. */
  readonly correctedAway: number;
  readonly held: number;
  readonly pending: number;
  readonly available: number;
  readonly owed: number;
  /** What the points that members hold would cost, minor units by currency of money. */
  readonly cost: Readonly<Record<string, number>>;
}

export interface ProgramFigures {
  readonly members: number;
  readonly currencies: readonly CurrencyFigures[];
  /** Members by level, highest level first, by ladder. */
  readonly levels: Readonly<Record<string, Readonly<Record<string, number>>>>;
  readonly vouchers: readonly VoucherFigures[];
}

/** Vouchers of an amount, minor units of one currency of money. */
export interface VoucherFigures {
  readonly currency: string;
  readonly issued: number;
  readonly used: number;
  readonly expired: number;
  readonly cancelled: number;
  readonly open: number;
  readonly openCount: number;
}

interface Holdings {
  available: number;
  pending: number;
  held: number;
  owed: number;
  readonly costs: Map<string, Exact>;
}

/** What a program has come to at an instant, from its book and its accounts, which have been advanced to it. */
export async function programFigures(
  programs: Programs,
  book: readonly BookSum[],
  accounts: AsyncIterable<Account>,
  at: Instant,
): Promise<ProgramFigures> {
  const program = programInForce(programs, at);
  const holdings = new Map([...program.currencies.keys()].map((id) => [id, noHoldings()]));
  const levels = emptyLevels(program);
  const open = new Map<string, number>();
  let members = 0;

  for await (const account of accounts) {
    members += Object.keys(account.members).length;
    addBalances(holdings, programs, program, account, at);
    addLevels(levels, programs, account, at);
    for (const { currency } of Object.values(account.vouchers)) {
      if (currency !== undefined) open.set(currency, (open.get(currency) ?? 0) + 1);
    }
  }

  return {
    members,
    currencies: [...program.currencies.values()].map((currency) =>
      currencyFigures(currency, flowsOf(book, currency.id), holdings.get(currency.id) ?? noHoldings()),
    ),
    levels,
    vouchers: voucherFigures(program, book, open),
  };
}

/** Both sides of the sum that must hold: what came in, and where it went. */
export function bothSides(figures: CurrencyFigures): { readonly left: number; readonly right: number } {
  const { earned, corrected, putBack, takenBack, newDebt, debtRepaid, converted, redeemed } = figures;
  const { expired, correctedAway, held, pending, available } = figures;
  return {
    left: earned + corrected + putBack,
    right:
      takenBack - newDebt + debtRepaid + converted + redeemed + expired + correctedAway + held + pending + available,
  };
}

export function programInForce(programs: Programs, at: Instant): Program {
  const version = programs.versions.findLast(({ from }) => from <= at) ?? programs.versions[0];
  if (version === undefined) throw new Error(`The program ${programs.id} has no version`);
  return version.program;
}

type Flow = (debit: string, credit: string) => number;

function flowsOf(book: readonly BookSum[], currency: string): Flow {
  const sums = new Map<string, number>();
  for (const { debit, credit, currency: key, amount } of book) {
    if (nameOfKey(key) !== currency) continue;
    sums.set(`${debit} ${credit}`, (sums.get(`${debit} ${credit}`) ?? 0) + amount);
  }
  return (debit, credit) => sums.get(`${debit} ${credit}`) ?? 0;
}

function currencyFigures(currency: Currency, flow: Flow, holdings: Holdings): CurrencyFigures {
  const newDebt = flow('debt', 'taken_back');
  return {
    currency: currency.id,
    decimals: currency.decimals,
    earned: flow('issued', 'points'),
    corrected: flow('corrected', 'points'),
    putBack: flow('converted', 'points') + flow('redeemed', 'points') + flow('expired', 'points'),
    takenBack: flow('points', 'taken_back') + newDebt,
    newDebt,
    debtRepaid: flow('points', 'debt'),
    converted: flow('points', 'converted'),
    redeemed: flow('points', 'redeemed') + flow('held', 'redeemed'),
    expired: flow('points', 'expired'),
    correctedAway: flow('points', 'corrected'),
    held: holdings.held,
    pending: holdings.pending,
    available: holdings.available,
    owed: holdings.owed,
    cost: Object.fromEntries([...holdings.costs].map(([money, exact]) => [money, roundTo(exact, 'half_up')])),
  };
}

function noHoldings(): Holdings {
  return { available: 0, pending: 0, held: 0, owed: 0, costs: new Map() };
}

function addBalances(
  holdings: ReadonlyMap<string, Holdings>,
  programs: Programs,
  program: Program,
  account: Account,
  at: Instant,
) {
  for (const [key, balance] of Object.entries(balancesAt(programs, account, at))) {
    const currency = program.currencies.get(nameOfKey(key));
    const sums = holdings.get(nameOfKey(key));
    if (currency === undefined || sums === undefined) continue;
    sums.available += balance.available;
    sums.pending += balance.pending;
    sums.held += balance.held;
    sums.owed += balance.debt;
    addCost(sums.costs, program, currency, account, balance.available + balance.pending + balance.held, at);
  }
}

function addCost(
  costs: Map<string, Exact>,
  program: Program,
  currency: Currency,
  account: Account,
  points: number,
  at: Instant,
) {
  const market = program.markets.get(account.market);
  if (currency.cost === undefined || market === undefined || points === 0) return;
  const each = currency.cost({ market: market.id, day: dayAt(market.zone, at) });
  const cost = times(each, { n: points, d: 10 ** currency.decimals });
  costs.set(market.currency, plus(costs.get(market.currency) ?? ZERO, cost));
}

function emptyLevels(program: Program): Record<string, Record<string, number>> {
  return Object.fromEntries(
    [...program.ladders.values()].map((ladder) => [
      ladder.id,
      Object.fromEntries(ladder.levels.toReversed().map(({ id }) => [id, 0])),
    ]),
  );
}

function addLevels(levels: Record<string, Record<string, number>>, programs: Programs, account: Account, at: Instant) {
  for (const { ladder, level } of standingsAt(programs, account, at)) {
    const counts = levels[nameOfKey(ladder)];
    if (counts !== undefined) counts[level] = (counts[level] ?? 0) + 1;
  }
}

function voucherFigures(
  program: Program,
  book: readonly BookSum[],
  open: ReadonlyMap<string, number>,
): readonly VoucherFigures[] {
  const monies = new Set([...program.markets.values()].map(({ currency }) => currency));
  return [...monies].flatMap((currency) => {
    const into = (credit: string) =>
      book.reduce((sum, row) => (row.credit === credit && row.currency === currency ? sum + row.amount : sum), 0);
    const from = (debit: string) =>
      book.reduce((sum, row) => (row.debit === debit && row.currency === currency ? sum + row.amount : sum), 0);
    const [issued, used] = [from('vouchers'), into('vouchers_used') - from('vouchers_used')];
    const [expired, cancelled] = [into('vouchers_expired'), into('vouchers_cancelled')];
    if (issued === 0) return [];
    const openCount = open.get(currency) ?? 0;
    return [{ currency, issued, used, expired, cancelled, open: issued - used - expired - cancelled, openCount }];
  });
}
