import type { Output } from '@trofast/contract';
import type { Locale, Programs, Purchase, Recorded } from '@trofast/engine';
import type { StoredEvent } from '@trofast/ledger';
import { outcomeView, purchaseMoney } from '../events/index.ts';

type TimelineItem = Output<'listTimeline'>['items'][number];

/** An event as staff and members read it: what followed, money, and who did it. */
export function timelineView(programs: Programs, stored: StoredEvent, locale: Locale): TimelineItem {
  const { event } = stored;
  return {
    ...outcomeView({ programs, recorded: stored, accountId: stored.account, codes: stored.codes, locale }),
    ...moneyOf(stored),
    ...(event.kind === 'return' ? { purchaseId: event.body.purchase } : {}),
    ...(event.till === undefined ? {} : { till: event.till }),
    ...(event.channel === undefined ? {} : { channel: event.channel }),
    ...(event.actor === undefined ? {} : { actor: event.actor }),
    ...reasonOf(stored),
  };
}

function moneyOf({ event, facts, reading }: Recorded): Pick<TimelineItem, 'money'> {
  if (event.kind === 'purchase') {
    const { currency, toPay } = purchaseMoney(event.body as Purchase, facts, reading);
    return { money: { currency, amount: toPay } };
  }
  const refund = facts.find((fact) => fact.fact === 'refund_due');
  return refund ? { money: { currency: refund.currency, amount: -refund.amount } } : {};
}

function reasonOf({ event }: Recorded): Pick<TimelineItem, 'reason' | 'approvedBy'> {
  if (event.kind !== 'correction' && event.kind !== 'return' && event.kind !== 'hold') return {};
  const { reason } = event.body;
  const approvedBy = event.kind === 'correction' ? event.body.approvedBy : undefined;
  return {
    ...(reason === undefined || reason === '' ? {} : { reason }),
    ...(approvedBy === undefined ? {} : { approvedBy }),
  };
}
