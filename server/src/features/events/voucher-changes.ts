import type { Output } from '@trofast/contract';
import type { Fact } from '@trofast/engine';
import { dayField } from '../../instants.ts';

type VoucherChange = Output<'redeemReward'>['vouchers'][number];

const changeOf: Partial<Record<Fact['fact'], VoucherChange['change']>> = {
  voucher_issued: 'issued',
  voucher_used: 'used',
  voucher_brought_back: 'brought_back',
  voucher_cancelled: 'cancelled',
  voucher_expired: 'expired',
};

/** What facts did to vouchers, with the codes of those that were issued. */
export function voucherChanges(facts: readonly Fact[], codes: Readonly<Record<string, string>> = {}): VoucherChange[] {
  return facts.flatMap((fact) => {
    const change = changeOf[fact.fact];
    if (change === undefined || !('voucher' in fact) || !('reward' in fact)) return [];
    return [voucherChange(change, fact as VoucherFact, codes)];
  });
}

type VoucherFact = Extract<Fact, { voucher: string; reward: string; value?: number }>;

function voucherChange(
  change: VoucherChange['change'],
  fact: VoucherFact,
  codes: Readonly<Record<string, string>>,
): VoucherChange {
  const code = codes[fact.voucher];
  return {
    change,
    voucher: fact.voucher,
    ...(code === undefined ? {} : { code }),
    reward: fact.reward,
    ...(fact.value === undefined ? {} : { value: fact.value }),
    ...(fact.currency === undefined ? {} : { currency: fact.currency }),
    ...datesOf(fact),
  };
}

function datesOf(fact: VoucherFact) {
  const dated = fact.fact === 'voucher_brought_back' ? fact.after : fact.fact === 'voucher_issued' ? fact : undefined;
  return { ...dayField('from', dated?.from), ...dayField('until', dated?.until) };
}
