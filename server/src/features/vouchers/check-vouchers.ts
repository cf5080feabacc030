import assert from 'node:assert/strict';
import type { Input, Output } from '@trofast/contract';
import { type Fact, isRefusal } from '@trofast/engine';
import type { AccountAt } from '@trofast/ledger';
import { type Answered, type Context, reply } from '../../context.ts';
import { loadMember } from '../members/index.ts';
import { findVoucher } from './find-voucher.ts';
import { endedVoucherView, openVoucherView } from './voucher-view.ts';

const pageOfHistory = 200;

export async function checkVoucher(
  context: Context,
  { code }: Input<'checkVoucher'>,
): Promise<Answered<Output<'checkVoucher'>>> {
  const { ledger, program, locale } = context;
  const found = await findVoucher(context, code);
  if (isRefusal(found)) return found;
  const account = await ledger.account(program, found.account);
  assert(account, 'a voucher belongs to an account');
  const id = found.voucher;
  const voucher = account.account.vouchers[id];
  if (voucher) return reply(openVoucherView(account, { id, code, voucher }, locale));
  const last = await lastFactOf(context, found.account, id);
  return reply(endedVoucherView(account, { id, code, last }, locale));
}

export async function listVouchers(
  context: Context,
  { memberId }: Input<'listVouchers'>,
): Promise<Answered<Output<'listVouchers'>>> {
  const loaded = await loadMember(context, memberId);
  return isRefusal(loaded) ? loaded : reply({ items: await openVouchers(context, loaded) });
}

/** What is open in the account, with the codes that are shown at the till. */
export async function openVouchers(
  { ledger, program, locale }: Context,
  loaded: AccountAt,
): Promise<Output<'listVouchers'>['items']> {
  const items = Object.entries(loaded.account.vouchers).map(async ([id, voucher]) => {
    const code = await ledger.voucherCode(program, loaded.account.id, id);
    return openVoucherView(loaded, { id, code, voucher }, locale);
  });
  return await Promise.all(items);
}

/** How the voucher ended: the newest fact that names it. None recorded yet means that its time has just passed. */
async function lastFactOf({ ledger, program }: Context, account: string, voucher: string): Promise<Fact | undefined> {
  let cursor: string | undefined;
  do {
    const page = await ledger.statement(program, account, { limit: pageOfHistory, ...(cursor ? { cursor } : {}) });
    for (const { facts } of page.rows) {
      const last = facts.findLast(
        (fact) => 'voucher' in fact && fact.voucher === voucher && fact.fact.startsWith('voucher_'),
      );
      if (last) return last.fact === 'voucher_issued' ? ({ ...last, fact: 'voucher_expired' } as Fact) : last;
    }
    cursor = page.next;
  } while (cursor !== undefined);
  return undefined;
}
