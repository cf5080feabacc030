import type { Input, Output } from '@trofast/contract';
import { isRefusal } from '@trofast/engine';
import { type Answered, type Context, isRefused, reply } from '../../context.ts';
import { programOfVersion, quotedMoney, sidesOf, whereaboutsOf } from '../events/index.ts';
import { findAccount } from '../members/index.ts';
import { purchaseBody } from '../purchases/index.ts';

export async function quotePurchase(
  context: Context,
  input: Input<'quotePurchase'>,
): Promise<Answered<Output<'quotePurchase'>>> {
  const { ledger, program, programs, locale } = context;
  const where = whereaboutsOf(input);
  if (isRefused(where)) return where;
  const found = await findAccount(context, input.member);
  if (isRefusal(found)) return found;

  const body = await purchaseBody(context, found.account, input);
  if (isRefused(body)) return body;
  const quoted = await ledger.quote({ program, ...found, kind: 'purchase', ...where, body });
  if (isRefusal(quoted)) return quoted;
  const { facts, rules, balances, toPay, toGo } = quoted;
  const newest = programOfVersion(programs, Number.POSITIVE_INFINITY);
  return reply({
    ...sidesOf({ programs, program: newest, facts, balances, locale }),
    money: quotedMoney(body, facts, toPay),
    ...(toGo.length > 0 ? { toGo: [...toGo] } : {}),
    ...(input.facts ? { rules: [...rules], facts: [...facts] } : {}),
  });
}
