import { dayAt, type Fact, type Instant, marketOf, parseDay, startOfDay } from '@trofast/engine';
import { instantText } from '../../instants.ts';
import type { FeedItem, Stage, StagedMember } from './stage.ts';

const pageOfFeed = 200;

/** What becomes of charges that fall due. */
export type Payments = 'succeed' | 'fail' | 'wait';

/** Moves the clock, and stops wherever a charge may fall due: it is answered at that very instant. */
export async function passTime(stage: Stage, to: Instant, paymentsOf: (account: string) => Payments): Promise<void> {
  while (stage.time < to) {
    stage.time = Math.min(to, ...(await Promise.all([...stage.members.values()].map((one) => nextCharge(stage, one)))));
    await stage.client.moveClock({ programId: stage.programId, time: instantText(stage.time) });
    await readNews(stage, paymentsOf);
  }
}

/** When the next charge of a member may fall due: at the end of a period, or on any day while one is open. */
async function nextCharge(stage: Stage, { id, market }: StagedMember): Promise<Instant> {
  if (stage.program.clubs.size === 0) return Number.POSITIVE_INFINITY;
  const { items } = await stage.client.listMemberships({ memberId: id });
  const { zone } = marketOf(stage.program, market);
  const tomorrow = dayAt(zone, stage.time) + 1;
  const days = items.flatMap(({ state, until, charge }) => {
    if (charge) return [tomorrow];
    const end = parseDay(until);
    return state === 'over' || end === undefined ? [] : [Math.max(end, tomorrow)];
  });
  return days.length === 0 ? Number.POSITIVE_INFINITY : startOfDay(zone, Math.min(...days));
}

/** Reads what the feed has new, and answers the charges in it until there are none. */
export async function readNews(stage: Stage, paymentsOf: (account: string) => Payments): Promise<void> {
  for (;;) {
    const { items, next } = await stage.client.readFeed({
      limit: pageOfFeed,
      ...(stage.cursor === undefined ? {} : { cursor: stage.cursor }),
    });
    stage.cursor = next;
    for (const item of items) note(stage, item);
    for (const { accountId, facts } of items) await answerCharges(stage, accountId, facts, paymentsOf(accountId));
    if (items.length === 0) return;
  }
}

function note(stage: Stage, item: FeedItem): void {
  stage.unseen.set(item.accountId, [...(stage.unseen.get(item.accountId) ?? []), item]);
  for (const { voucher, code } of item.vouchers) {
    if (code !== undefined) stage.codes.set(`${item.accountId} ${voucher}`, code);
  }
}

async function answerCharges(stage: Stage, account: string, facts: FeedItem['facts'], payments: Payments) {
  const outcome = payments === 'succeed' ? 'succeeded' : 'failed';
  const open = stage.charges.get(account) ?? new Set();
  stage.charges.set(account, open);
  for (const fact of facts as unknown as readonly Fact[]) {
    if (!('charge' in fact) || fact.charge === undefined) continue;
    const charge = `${account}-${fact.charge}`;
    if (fact.fact === 'period_started' || fact.fact === 'charge_refunded') open.delete(charge);
    if (fact.fact !== 'charge_due') continue;
    open.add(charge);
    if (payments === 'wait') continue;
    await stage.client.recordPayment({ id: `${charge}:${fact.attempt}`, charge, outcome });
  }
}
