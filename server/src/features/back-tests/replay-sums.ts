import {
  type Account,
  entriesOf,
  nameOfKey,
  type Programs,
  type Recorded,
  type Replay,
  standingsAt,
} from '@trofast/engine';

/** Sums over accounts of one side: under the published versions, or under the draft. Plain, to pass between threads. */
export interface Side {
  /** By `market currency debit credit`. */
  readonly flows: Map<string, number>;
  /** Held and owed in the end, by `market currency`. */
  readonly held: Map<string, number>;
  readonly owed: Map<string, number>;
  /** By `ladder level`. */
  readonly levels: Map<string, number>;
  /** By money. */
  readonly discounts: Map<string, number>;
  readonly openVouchers: Map<string, number>;
  refused: number;
}

export function emptySide(): Side {
  return {
    ...{ flows: new Map(), held: new Map(), owed: new Map(), levels: new Map() },
    ...{ discounts: new Map(), openVouchers: new Map(), refused: 0 },
  };
}

/** What one account comes to: compared between the sides. */
export interface AccountSum {
  /** Earned by currency. */
  readonly earned: ReadonlyMap<string, number>;
  readonly held: ReadonlyMap<string, number>;
  readonly levels: ReadonlyMap<string, string>;
  readonly vouchers: number;
}

export function addReplay(
  side: Side,
  programs: Programs,
  { account, recorded, refused }: Replay,
  now: number,
): AccountSum {
  side.refused += refused;
  const earned = new Map<string, number>();
  for (const one of recorded) {
    addFlows(side, account.market, one, earned);
    for (const fact of one.facts) {
      if (fact.fact === 'discount_given') add(side.discounts, fact.currency, fact.amount);
    }
  }
  const held = heldBy(account);
  for (const [currency, amount] of held) add(side.held, `${account.market} ${currency}`, amount);
  for (const [currency, amount] of Object.entries(account.debts)) {
    add(side.owed, `${account.market} ${nameOfKey(currency)}`, amount);
  }
  for (const { currency, remaining } of Object.values(account.vouchers)) {
    if (currency !== undefined && remaining !== undefined) add(side.openVouchers, currency, remaining);
  }
  const levels = new Map<string, string>();
  const standings = account.sequence === 0 ? [] : standingsAt(programs, account, now);
  for (const { ladder, level } of standings) {
    levels.set(ladder, level);
    add(side.levels, `${nameOfKey(ladder)} ${level}`, 1);
  }
  return { earned, held, levels, vouchers: Object.keys(account.vouchers).length };
}

function addFlows({ flows }: Side, market: string, recorded: Recorded, earned: Map<string, number>) {
  for (const { debit, credit, currency: key, amount } of entriesOf(recorded)) {
    const currency = nameOfKey(key);
    add(flows, `${market} ${currency} ${withoutId(debit)} ${withoutId(credit)}`, amount);
    if (credit === 'points' && (debit === 'issued' || debit === 'corrected')) add(earned, currency, amount);
  }
}

function heldBy({ lots, holds }: Account): Map<string, number> {
  const held = new Map<string, number>();
  for (const { currency, left } of lots) add(held, nameOfKey(currency), left);
  for (const { currency, parts } of Object.values(holds)) {
    for (const { amount } of parts) add(held, nameOfKey(currency), amount);
  }
  return held;
}

export function add(sums: Map<string, number>, name: string, amount: number) {
  sums.set(name, (sums.get(name) ?? 0) + amount);
}

function withoutId(bookAccount: string): string {
  return bookAccount.startsWith('voucher:') ? 'voucher' : bookAccount;
}
