import type { Account } from './account.ts';
import type { Recorded } from './evidence.ts';
import type { Fact } from './facts.ts';
import type { Carried } from './merges/carried-state.ts';
import { sumOf } from './points/lots.ts';

/**
 * One movement in the book, always positive. Accounts of the book that belong to a loyalty account: `points` (its lots),
 * `held`, `debt`, `voucher:ID` (remaining money value). Those of the program: `issued`, `redeemed`, `converted`,
 * `expired`, `taken_back`, `corrected`, `vouchers`, `vouchers_used`, `vouchers_expired`, `vouchers_cancelled`, `transit`
 * (sent, not yet answered), `transferred` (out of one account, into another),
 * `merged` (the same for everything that an account held when it ended in another).
 */
export interface Entry {
  /** From 0 within the event. */
  readonly ordinal: number;
  readonly debit: string;
  readonly credit: string;
  /** Currency key for points; ISO 4217 code for voucher values. */
  readonly currency: string;
  readonly amount: number;
  readonly lot?: string;
  readonly rule?: string;
}

type Movement = Omit<Entry, 'ordinal'>;

/** The entries that a recorded event makes; a pure function of its facts. */
export function entriesOf({ facts }: Pick<Recorded, 'facts'>): readonly Entry[] {
  const entries: Entry[] = [];
  for (const fact of facts) {
    for (const movement of movementsOf(fact)) {
      if (movement.amount > 0) entries.push({ ordinal: entries.length, ...movement });
    }
  }
  return entries;
}

function movementsOf(fact: Fact): readonly Movement[] {
  switch (fact.fact) {
    case 'points_earned': {
      const { currency, lot, rules } = fact;
      const from = rules.some(({ rule }) => rule === 'correction') ? 'corrected' : 'issued';
      return rules.map(({ rule, amount }) => ({ debit: from, credit: 'points', currency, amount, lot, rule }));
    }
    case 'points_spent':
      return byLot(fact, 'points', fact.reason === 'conversion' ? 'converted' : 'redeemed');
    case 'points_expired':
      return byLot(fact, 'points', 'expired');
    case 'points_taken_back':
      return byLot(fact, 'points', fact.reason === 'correction' ? 'corrected' : 'taken_back');
    case 'points_put_back':
      return byLot(fact, PUT_BACK_FROM[fact.reason], 'points');
    case 'points_sent':
      return byLot(fact, 'points', 'transit');
    case 'points_received':
      return byLot(fact, 'transferred', 'points');
    case 'transfer_settled':
      return [{ debit: 'transit', credit: 'transferred', currency: fact.currency, amount: fact.amount }];
    case 'transfer_returned':
      return byLot(fact, 'transit', 'points');
    case 'merged':
      return movementsOfState(fact.carried, 'out');
    case 'absorbed':
      return movementsOfState(fact.carried, 'in');
    case 'debt_incurred': {
      return [{ debit: 'debt', credit: OWED_TO[fact.reason], currency: fact.currency, amount: fact.amount }];
    }
    case 'debt_repaid':
      return byLot(fact, 'points', 'debt');
    case 'points_held':
      return byLot(fact, 'points', 'held');
    case 'hold_captured':
      return byLot(fact, 'held', 'redeemed');
    case 'hold_released':
      return byLot(fact, 'held', 'points');
    case 'voucher_issued':
      return ofVoucher(fact, 'vouchers', `voucher:${fact.voucher}`, fact.value);
    case 'voucher_used':
      return [
        ...ofVoucher(fact, `voucher:${fact.voucher}`, 'vouchers_used', fact.value),
        ...ofVoucher(fact, `voucher:${fact.voucher}`, 'vouchers_expired', fact.lost),
      ];
    case 'voucher_brought_back':
      return ofVoucher(
        fact,
        fact.from === 'expired' ? 'vouchers_expired' : 'vouchers_used',
        `voucher:${fact.voucher}`,
        fact.value,
      );
    case 'voucher_expired':
      return ofVoucher(fact, `voucher:${fact.voucher}`, 'vouchers_expired', fact.value);
    case 'voucher_cancelled':
      return ofVoucher(fact, `voucher:${fact.voucher}`, 'vouchers_cancelled', fact.value);
    default:
      return [];
  }
}

const OWED_TO = {
  correction: 'corrected',
  return: 'taken_back',
  threshold_lost: 'taken_back',
  overspent: 'redeemed',
} as const;

/** What a merged account takes out of the book, or brings into it: points, debts and values of vouchers. */
function movementsOfState({ lots, debts, vouchers }: Carried, way: 'out' | 'in'): readonly Movement[] {
  const between = (own: string, isIn: boolean) =>
    isIn ? { debit: 'merged', credit: own } : { debit: own, credit: 'merged' };
  return [
    ...lots.map(({ id: lot, currency, left: amount }) => ({
      ...between('points', way === 'in'),
      currency,
      amount,
      lot,
    })),
    // A debt grows by debits.
    ...Object.entries(debts).map(([currency, amount]) => ({ ...between('debt', way === 'out'), currency, amount })),
    ...Object.entries(vouchers).flatMap(([id, { remaining = 0, currency }]) =>
      currency === undefined ? [] : [{ ...between(`voucher:${id}`, way === 'in'), currency, amount: remaining }],
    ),
  ];
}

const PUT_BACK_FROM = { voucher_cancelled: 'converted', purchase_returned: 'redeemed', restored: 'expired' } as const;

function byLot(
  {
    currency,
    parts,
  }: { readonly currency: string; readonly parts: readonly { readonly lot: string; readonly amount: number }[] },
  debit: string,
  credit: string,
): readonly Movement[] {
  return parts.map(({ lot, amount }) => ({ debit, credit, currency, amount, lot }));
}

function ofVoucher(
  { currency }: { readonly currency?: string },
  debit: string,
  credit: string,
  amount?: number,
): readonly Movement[] {
  return currency === undefined || amount === undefined ? [] : [{ debit, credit, currency, amount }];
}

/**
 * What the book must say of an account, by `BOOK-ACCOUNT CURRENCY`: credits less debits of `points`, `held` and
 * `voucher:ID`, debits less credits of `debt`. `verify` compares it with the entries; what is nothing is left out.
 */
export function holdingsOf(account: Account): Readonly<Record<string, number>> {
  const holdings: Record<string, number> = {};
  const add = (name: string, amount: number) => {
    if (amount !== 0) holdings[name] = (holdings[name] ?? 0) + amount;
  };
  for (const { currency, left } of account.lots) add(`points ${currency}`, left);
  for (const { currency, parts } of Object.values(account.holds)) add(`held ${currency}`, sumOf(parts));
  for (const [currency, amount] of Object.entries(account.debts)) add(`debt ${currency}`, amount);
  for (const [id, { remaining, currency }] of Object.entries(account.vouchers)) {
    if (remaining !== undefined && currency !== undefined) add(`voucher:${id} ${currency}`, remaining);
  }
  return holdings;
}
