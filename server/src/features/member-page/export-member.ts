import type { Input, Output } from '@trofast/contract';
import { isRefusal } from '@trofast/engine';
import { type Answered, type Context, isRefused, reply } from '../../context.ts';
import { instantText } from '../../instants.ts';
import { clubs } from '../clubs/index.ts';
import { loadMember, memberView } from '../members/index.ts';
import { notesOf } from '../notes/index.ts';
import { statement } from '../statement/index.ts';
import { vouchers } from '../vouchers/index.ts';
import { everyEvent } from './every-event.ts';
import { answered, totalsOf } from './get-member-page.ts';
import { timelineView } from './timeline-view.ts';

/** All that is kept of a person. In a household, events that name another of its members are left out. */
export async function exportMember(
  context: Context,
  input: Input<'exportMember'>,
): Promise<Answered<Output<'exportMember'>>> {
  const { ledger, program, locale } = context;
  const { memberId } = input;
  const loaded = await loadMember(context, memberId);
  if (isRefusal(loaded)) return loaded;
  const { account, programs, at } = loaded;
  const [balance, open, memberships] = await Promise.all([
    statement.getBalance(context, input),
    vouchers.listVouchers(context, input),
    clubs.listMemberships(context, input),
  ]);
  for (const answer of [balance, open, memberships]) if (isRefused(answer)) return answer;
  const own = (await everyEvent(context, account.id)).filter(
    ({ event }) => event.member === undefined || event.member === memberId,
  );
  const events = own.map(async (stored) => {
    const personal = await ledger.privateOf(program, stored.event.id);
    return {
      ...timelineView(programs, stored, locale),
      body: { ...stored.event.body },
      ...(personal ? { personal: { ...personal } } : {}),
    };
  });
  return reply({
    at: instantText(at),
    member: await memberView(context, memberId, loaded),
    balances: answered(balance).balances,
    vouchers: answered(open).items,
    clubs: answered(memberships).items,
    totals: await totalsOf(context, loaded),
    events: await Promise.all(events),
    notes: await notesOf(context, memberId),
  });
}
