/** A share from 0 to 1; nothing where there is nothing to take a share of. */
export type Rate = number | undefined;

/**
 * Points spent in a period as a share of those earned in it: redeemed over issued, the usual redemption rate. It may be
 * above 1 when old points are spent.
 */
export function redemptionRate(spent: number, earned: number): Rate {
  return share(spent, earned);
}

/** Customers with two purchases or more, of those with one or more: the repeat purchase rate of retail. */
export function repeatRate(customers: number, repeating: number): Rate {
  return share(repeating, customers);
}

/** Revenue over purchases in minor units, half up; nothing without a purchase. */
export function averageOrderValue(revenue: number, purchases: number): number | undefined {
  return purchases === 0 ? undefined : Math.max(0, Math.floor((2 * revenue + purchases) / (2 * purchases)));
}

/** Shares are shown with a decimal at most; four digits keep them short and are more than enough. */
function share(part: number, whole: number): Rate {
  return whole <= 0 ? undefined : Math.round((Math.max(0, part) / whole) * 10_000) / 10_000;
}
