import type { Input, Output } from '@trofast/contract';
import { isRefusal } from '@trofast/engine';
import { type Answered, type Context, isRefused, malformed, reply } from '../../context.ts';
import { instantOf, instantText } from '../../instants.ts';
import { type Done, recordEvent, whereaboutsOf } from '../events/index.ts';
import { findAccount } from '../members/index.ts';
import { flagsIn, outsideSnapshot, raiseFlags } from '../tills/index.ts';
import { purchaseBody } from './purchase-body.ts';
import { purchaseView } from './purchase-view.ts';

export async function recordPurchase(
  context: Context,
  input: Input<'recordPurchase'>,
): Promise<Answered<Output<'recordPurchase'>>> {
  const where = whereaboutsOf(input);
  if (isRefused(where)) return where;
  if (input.member === undefined) return await keepReceipt(context, input);

  const found = await findAccount(context, input.member);
  if (isRefusal(found)) return found;
  const body = await purchaseBody(context, found.account, input);
  if (isRefused(body)) return body;
  const done = await recordEvent(context, { kind: 'purchase', ...found, key: context.key, ...where, body });
  if (isRefused(done)) return done;
  await flagForStaff(context, input, done);
  return reply(purchaseView(context, done), { replayed: done.replayed });
}

/** What the sale used and could not be honoured, before the answer: who hears none sends it again. */
async function flagForStaff(context: Context, input: Input<'recordPurchase'>, { recorded, accountId }: Done) {
  const flags = [...flagsIn(recorded.facts), ...(await outsideSnapshot(context, input, recorded))];
  const { id, member, store, till, at } = recorded.event;
  const about = { program: context.program, eventId: id, accountId, at };
  const where = { ...(store === undefined ? {} : { store }), ...(till === undefined ? {} : { till }) };
  await raiseFlags(context.database, { ...about, ...where, ...(member === undefined ? {} : { member }) }, flags);
}

/** A purchase without a member: kept by store and number until a member claims it. */
async function keepReceipt(
  { ledger, program, key }: Context,
  input: Input<'recordPurchase'>,
): Promise<Answered<Output<'recordPurchase'>>> {
  const { store, receipt = key, occurredAt, zone, till, channel, currency, lines } = input;
  if (store === undefined)
    return malformed('/store', 'A purchase without a member is kept by store and receipt: say the store.');
  const added = await ledger.receipts.add(program, [
    {
      store,
      number: receipt,
      occurredAt: occurredAt === undefined ? await ledger.clock(program) : instantOf(occurredAt),
      claimable: true,
      sort: 'sale',
      purchase: { currency, lines, receipt, ...amountsOf(input) },
      ...(zone === undefined ? {} : { zone }),
      ...(till === undefined ? {} : { till }),
      ...(channel === undefined ? {} : { channel }),
    },
  ]);
  const kept = await ledger.receipts.get(program, store, receipt);
  if (!kept) throw new Error('A receipt that was added is there');
  return reply(
    {
      kind: 'receipt',
      store,
      receipt,
      occurredAt: instantText(kept.occurredAt),
      claimed: kept.claimedBy !== undefined,
    },
    { replayed: added === 0 },
  );
}

/** What a receipt without a member can carry besides its lines: nothing that belongs to an account. */
function amountsOf({ charges, adjustments, tenders, codes, delivery }: Input<'recordPurchase'>) {
  return {
    ...(charges ? { charges } : {}),
    ...(adjustments ? { adjustments } : {}),
    ...(tenders ? { tenders } : {}),
    ...(codes ? { codes } : {}),
    ...(delivery === undefined ? {} : { delivery }),
  };
}
