import type { Event, TransferAnswer, TransferReceipt } from '../event.ts';
import type { Recorded } from '../evidence.ts';
import type { FactOf } from '../facts.ts';
import type { RefusalCode } from '../refusals.ts';
import { nameOfKey } from '../scopes.ts';

/** What the receiving account is told of points that were sent to it. */
export function receiptOf(sender: string, fact: FactOf<'points_sent'>): TransferReceipt {
  const { currency, amount, parts, transfer } = fact;
  return { from: sender, transfer, currency: nameOfKey(currency), amount, parts };
}

/** What the sender is told when the receiver has answered. */
export function answerOf(transfer: string, refused: RefusalCode | undefined): TransferAnswer {
  return { transfer, ...(refused !== undefined && { refused }) };
}

/** Name of the message among all of the receiver's events: told again, it is the same one. */
export function transferKey(sender: string, transfer: string): string {
  return `${sender}-${transfer}`;
}

/** The two events that bring sent points to their account, or back. */
export interface Delivery {
  readonly receiver: string;
  readonly received: Event;
  readonly answered: (refused: RefusalCode | undefined) => Event;
}

export function deliveriesOf(sender: string, { facts, event: { at } }: Recorded): readonly Delivery[] {
  return facts.flatMap((fact) => {
    if (fact.fact !== 'points_sent') return [];
    const key = transferKey(sender, fact.transfer);
    const when = { at, occurredAt: at };
    const member = fact.toMember === undefined ? {} : { member: fact.toMember };
    return [
      {
        receiver: fact.to,
        received: {
          id: `${key}:received`,
          kind: 'transfer_received',
          ...when,
          ...member,
          body: receiptOf(sender, fact),
        },
        answered: (refused: RefusalCode | undefined): Event => ({
          id: `${key}:answered`,
          kind: 'transfer_answered',
          ...when,
          body: answerOf(fact.transfer, refused),
        }),
      } satisfies Delivery,
    ];
  });
}
