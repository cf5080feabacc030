/** A sum of movements in the book: from one account of it to another, in whole units of one currency. */
export interface Flow {
  readonly debit: string;
  readonly credit: string;
  readonly amount: number;
}

/** What happened to points of one currency. */
export interface PointsMoved {
  readonly earned: number;
  readonly spent: number;
  readonly expired: number;
  readonly takenBack: number;
}

/** What members hold and what they owe. */
export interface PointsHeld {
  readonly outstanding: number;
  readonly owed: number;
}

/** Values of vouchers, minor units of one money. */
export interface VouchersMoved {
  readonly issued: number;
  readonly used: number;
  readonly expired: number;
  readonly open: number;
}

/** The book's accounts that together hold what members have: lots, and what holds set aside. */
const held = ['points', 'held'];

/**
 * Points of a period from the movements of its days. Earned is what rules and staff gave; spent what rewards, vouchers
 * and captures took, less what came back from them; taken back what returns took, debts included.
 */
export function pointsMoved(flows: readonly Flow[]): PointsMoved {
  const between = sumsOf(flows);
  return {
    earned: between('issued', 'points') + between('corrected', 'points'),
    spent:
      between('points', 'redeemed') +
      between('held', 'redeemed') +
      between('points', 'converted') -
      between('redeemed', 'points') -
      between('converted', 'points'),
    expired: between('points', 'expired') - between('expired', 'points'),
    takenBack: between('points', 'taken_back') + between('debt', 'taken_back'),
  };
}

/** Standing at the end of all the days whose movements are given: credits less debits of what members hold. */
export function pointsHeld(flows: readonly Flow[]): PointsHeld {
  let [outstanding, owed] = [0, 0];
  for (const { debit, credit, amount } of flows) {
    if (held.includes(credit)) outstanding += amount;
    if (held.includes(debit)) outstanding -= amount;
    if (debit === 'debt') owed += amount;
    if (credit === 'debt') owed -= amount;
  }
  return { outstanding, owed };
}

/** Of one money; `open` is what all the given days leave. */
export function vouchersMoved(flows: readonly Flow[]): VouchersMoved {
  let [issued, used, expired, cancelled] = [0, 0, 0, 0];
  for (const { debit, credit, amount } of flows) {
    if (debit === 'vouchers') issued += amount;
    if (credit === 'vouchers_used') used += amount;
    if (debit === 'vouchers_used') used -= amount;
    if (credit === 'vouchers_expired') expired += amount;
    if (credit === 'vouchers_cancelled') cancelled += amount;
  }
  return { issued, used, expired, open: issued - used - expired - cancelled };
}

function sumsOf(flows: readonly Flow[]): (debit: string, credit: string) => number {
  const sums = new Map<string, number>();
  for (const { debit, credit, amount } of flows) {
    const name = `${debit}>${credit}`;
    sums.set(name, (sums.get(name) ?? 0) + amount);
  }
  return (debit, credit) => sums.get(`${debit}>${credit}`) ?? 0;
}
