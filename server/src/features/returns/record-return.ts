import type { Input, Output } from '@trofast/contract';
import { type Fact, isRefusal, type Purchase, type Refusal, refuse } from '@trofast/engine';
import { deriveEventId, type StoredEvent } from '@trofast/ledger';
import { type Answered, type Context, isRefused, type Malformed, malformed, reply } from '../../context.ts';
import { bodyOf, type Done, outcomeView, recordEvent, whereaboutsOf } from '../events/index.ts';
import { findAccount } from '../members/index.ts';
import { linesAsked } from './lines-asked.ts';

export async function recordReturn(
  context: Context,
  input: Input<'recordReturn'>,
): Promise<Answered<Output<'recordReturn'>>> {
  const where = whereaboutsOf(input);
  if (isRefused(where)) return where;
  const bought = await findPurchase(context, input);
  if (isRefused(bought)) return bought;
  const purchase = bodyOf(bought, 'purchase');
  const lines = input.lines && linesAsked(skusOf(purchase, bought.facts), input.lines);
  if (lines && isRefused(lines)) return lines;

  const { member, id } = bought.event;
  const done = await recordEvent(context, {
    kind: 'return',
    account: bought.account,
    ...(member === undefined ? {} : { member }),
    key: context.key,
    ...where,
    body: {
      purchase: id,
      ...(lines ? { lines } : {}),
      ...(input.reason === undefined ? {} : { reason: input.reason }),
      ...(input.isExchange === undefined ? {} : { isExchange: input.isExchange }),
    },
  });
  return isRefused(done)
    ? done
    : reply(returnView(context, done, purchase, skusOf(purchase, bought.facts)), { replayed: done.replayed });
}

/** By its own id, or by whose it was and the shop's own id of it. */
async function findPurchase(
  context: Context,
  { purchase, member, store }: Input<'recordReturn'>,
): Promise<StoredEvent | Refusal | Malformed> {
  const { ledger, program } = context;
  const found = member && (await findAccount(context, member));
  if (found && isRefusal(found)) return found;
  if (purchase.key !== undefined && !found) {
    return malformed('/member', "The shop's own id of a purchase needs the member whose it was.");
  }
  const byReceipt =
    purchase.receipt === undefined ? undefined : await ledger.receipts.owner(program, store ?? '', purchase.receipt);
  if (purchase.receipt !== undefined && !byReceipt) return refuse('unknown_purchase', { receipt: purchase.receipt });
  const id = purchase.id ?? byReceipt?.event;
  for (const account of await accountsOf(context, found?.account)) {
    const bought = await ledger.event(program, id ?? deriveEventId(program, account, 'purchase', purchase.key ?? ''));
    const isTheirs = !found || bought?.account === account;
    if (bought?.event.kind === 'purchase' && isTheirs) return bought;
  }
  return refuse('unknown_purchase');
}

/** The member's own account, and those that were merged into it, under whose names earlier purchases stay. */
async function accountsOf({ ledger, program }: Context, account = ''): Promise<readonly string[]> {
  const absorbed = account === '' ? undefined : (await ledger.account(program, account))?.account.absorbed;
  return [account, ...Object.keys(absorbed ?? {})];
}

/** The articles of a purchase by line, gifts behind the others. */
function skusOf({ lines }: Purchase, facts: readonly Fact[]): readonly string[] {
  const gifts = facts.filter((fact) => fact.fact === 'gift_given');
  return [...lines, ...gifts].map(({ sku }) => sku);
}

/** What the return has lost again is kept, and paid for by the refund. */
function reducedBy(facts: readonly Fact[]): number {
  return facts.reduce((sum, fact) => (fact.fact === 'refund_reduced' ? sum + fact.amount : sum), 0);
}

function returnView(
  { programs, locale }: Context,
  { recorded, accountId, codes }: Done,
  purchase: Purchase,
  skus: readonly string[],
): Output<'recordReturn'> {
  const refund = recorded.facts.find((fact) => fact.fact === 'refund_due');
  return {
    ...outcomeView({ programs, recorded, accountId, codes, locale }),
    purchaseId: bodyOf(recorded, 'return').purchase,
    money: {
      currency: refund?.currency ?? purchase.currency,
      refund: (refund?.amount ?? 0) - reducedBy(recorded.facts),
      lines: (refund?.lines ?? []).map(({ line, quantity, amount }) => ({
        line,
        sku: skus[line] ?? '',
        quantity,
        amount,
      })),
      ...(refund?.deducted
        ? { deducted: refund.deducted.map(({ line, amount }) => ({ line, sku: skus[line] ?? '', amount })) }
        : {}),
    },
  };
}
