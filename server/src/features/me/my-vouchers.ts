import type { Output } from '@trofast/contract';
import { dayAt, dayText, marketOf, type Program, type Voucher } from '@trofast/engine';
import type { Context } from '../../context.ts';
import { dayField } from '../../instants.ts';
import { programOfVersion } from '../events/index.ts';
import { nameIn } from '../statement/index.ts';
import type { Myself } from './myself.ts';
import { termsOfReward } from './told-rewards.ts';

export type MyVoucher = Output<'getHome'>['vouchers'][number];

/** Open vouchers, those that are gone first at the top. */
export async function vouchersOf(context: Context, { account, programs, at }: Myself): Promise<MyVoucher[]> {
  const { ledger, program, locale } = context;
  const newest = programOfVersion(programs, Number.POSITIVE_INFINITY);
  const today = dayAt(marketOf(newest, account.market).zone, at);
  const open = Object.entries(account.vouchers).toSorted(
    ([, a], [, b]) => (a.until ?? Number.POSITIVE_INFINITY) - (b.until ?? Number.POSITIVE_INFINITY),
  );
  return await Promise.all(
    open.map(async ([id, voucher]) => {
      const code = await ledger.voucherCode(program, account.id, id);
      const { name, terms } = wordsOf(programs.versions, voucher, locale);
      return {
        voucher: id,
        code,
        name,
        terms,
        state: voucher.from > today ? ('not_yet_valid' as const) : ('usable' as const),
        from: dayText(voucher.from),
        ...dayField('until', voucher.until),
        ...(voucher.remaining === undefined ? {} : { remaining: voucher.remaining }),
        ...(voucher.currency === undefined ? {} : { currency: voucher.currency }),
        ...(voucher.uses === undefined ? {} : { uses: voucher.uses }),
      };
    }),
  );
}

/** Of the newest version that still has the reward. */
function wordsOf(
  versions: readonly { readonly program: Program }[],
  { reward }: Voucher,
  locale: Context['locale'],
): { readonly name: string; readonly terms: string } {
  const program = versions.findLast((version) => version.program.rewards.has(reward))?.program;
  return {
    name: nameIn(program?.rewards.get(reward)?.name, locale, reward),
    terms: program ? termsOfReward(program, reward, locale) : '',
  };
}
