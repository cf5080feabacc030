import type { Part } from '../account.ts';
import { type Draft, nextVoucher, post } from '../draft.ts';
import type { Reward, VoucherTerms } from '../program.ts';
import { addMonths, addToDay, type Day, startOfMonth, startOfYear } from '../time/days.ts';

export interface IssueOptions {
  /** The points it is made from. */
  readonly parts?: readonly Part[];
  readonly pointsCurrency?: string;
  readonly rule?: string;
  readonly id?: string;
  /** Gone at 00:00 of this day, if not before. */
  readonly until?: Day;
}

/** Issues the voucher of a reward today, in the market's zone; returns its id. */
export function issueVoucher(draft: Draft, reward: Reward, options: IssueOptions = {}): string {
  const voucher = options.id ?? nextVoucher(draft);
  const { today, market, event } = draft;
  const { gives, uses } = reward.voucher;
  const value = gives.kind === 'amount' ? gives.amount({ market: market.id, day: today }) : undefined;
  const { from, until } = validity(reward, today, options.until);
  post(draft, {
    fact: 'voucher_issued',
    v: 1,
    voucher,
    reward: reward.id,
    issued: today,
    from,
    ...(until !== undefined && { until }),
    ...(value !== undefined && { value, currency: market.currency }),
    ...(uses !== undefined && { uses }),
    parts: options.parts ?? [],
    ...(options.pointsCurrency !== undefined && { pointsCurrency: options.pointsCurrency }),
    ...(event.member !== undefined && { member: event.member }),
    ...(options.rule !== undefined && { rule: options.rule }),
  });
  return voucher;
}

function validity(
  { voucher }: Reward,
  issued: Day,
  atLatest?: Day,
): { readonly from: Day; readonly until: Day | undefined } {
  const from = voucher.startsAfter ? addToDay(issued, voucher.startsAfter) : issued;
  const ends = [
    ...endOf(voucher, issued),
    ...(atLatest === undefined ? [] : [atLatest]),
    ...(voucher.through !== undefined ? [voucher.through + 1] : []),
  ];
  return { from, until: ends.length === 0 ? undefined : Math.min(...ends) };
}

/** After its time, and then to the end of that month or year where the reward says so. */
function endOf({ valid, endOf: aligned }: VoucherTerms, issued: Day): readonly Day[] {
  if (valid === undefined && aligned === undefined) return [];
  const end = valid === undefined ? issued : addToDay(issued, valid);
  if (aligned === undefined) return [end];
  return [aligned === 'month' ? addMonths(startOfMonth(end), 1) : addMonths(startOfYear(end), 12)];
}
