import type { Output } from '@trofast/contract';
import { dayAt, type Fact, type Locale, type Voucher } from '@trofast/engine';
import type { AccountAt } from '@trofast/ledger';
import { dayField } from '../../instants.ts';

type VoucherView = Output<'checkVoucher'>;

/** A voucher that is open in the account. */
export function openVoucherView(
  { account, programs, at }: AccountAt,
  { id, code, voucher }: { readonly id: string; readonly code: string; readonly voucher: Voucher },
  locale: Locale,
): VoucherView {
  const { reward, issued, from, until, remaining, currency, uses } = voucher;
  return {
    voucher: id,
    code,
    reward,
    name: rewardName({ programs }, reward, locale),
    state: from > todayOf({ account, programs, at }) ? 'not_yet_valid' : 'usable',
    accountId: account.id,
    ...dayField('issued', issued),
    ...dayField('from', from),
    ...dayField('until', until),
    ...(remaining === undefined ? {} : { remaining }),
    ...(currency === undefined ? {} : { currency }),
    ...(uses === undefined ? {} : { uses }),
  };
}

/** A voucher that is no longer open: what its last fact says of it. */
export function endedVoucherView(
  { account, programs }: AccountAt,
  { id, code, last }: { readonly id: string; readonly code: string; readonly last: Fact | undefined },
  locale: Locale,
): VoucherView {
  const reward = last && 'reward' in last && last.reward !== undefined ? last.reward : '';
  return {
    voucher: id,
    code,
    reward,
    name: rewardName({ programs }, reward, locale),
    state: last?.fact === 'voucher_expired' ? 'expired' : last?.fact === 'voucher_used' ? 'used' : 'cancelled',
    accountId: account.id,
  };
}

function rewardName({ programs }: Pick<AccountAt, 'programs'>, reward: string, locale: Locale): string {
  const name = programs.versions
    .findLast(({ program }) => program.rewards.has(reward))
    ?.program.rewards.get(reward)?.name;
  return name?.[locale] ?? name?.en ?? reward;
}

function todayOf({ account, programs, at }: AccountAt): number {
  const market = programs.versions.at(-1)?.program.markets.get(account.market);
  return dayAt(market?.zone ?? 'UTC', at);
}
