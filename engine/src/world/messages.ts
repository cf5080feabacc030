import type { Event, ReferralMessage, TransferAnswer, TransferReceipt } from '../event.ts';
import type { Fact, FactOf } from '../facts.ts';
import { inTermsOf } from '../merges/carried.ts';
import type { RefusalCode } from '../refusals.ts';
import { nameOfKey } from '../scopes.ts';

/** What a fact of one account tells another, and what the sender is told when that has answered. */
export interface Message {
  readonly receiver: string;
  readonly told: Told;
  /** Absent where the sender need not know. */
  readonly answer?: (refused: RefusalCode | undefined) => Told;
}

type KindOfMessage = 'transfer_received' | 'transfer_answered' | 'referral_fulfilled' | 'referral_undone' | 'absorbed';

/** An event about an account, before the clock. Told again under the same key, it is the same one. */
export type Told = {
  readonly [Kind in KindOfMessage]: {
    readonly kind: Kind;
    readonly key: string;
    readonly member?: string;
    readonly body: Extract<Event, { kind: Kind }>['body'];
  };
}[KindOfMessage];

/** The message that goes out with a fact of the account `sender`; most facts concern nobody else. */
export function messageOf(sender: string, fact: Fact): Message | undefined {
  switch (fact.fact) {
    case 'points_sent':
      return transferOf(sender, fact);
    case 'referral_fulfilled':
    case 'referral_undone': {
      const { fact: kind, referral, to: receiver, toMember: member } = fact;
      const key = `${sender}-${referral}`;
      const body: ReferralMessage = { from: sender, referral: key };
      return { receiver, told: { kind, key, member, body } };
    }
    case 'merged': {
      const { into: receiver, intoMember: member, member: fromMember } = fact;
      const carried = inTermsOf(fact.carried, { from: sender, fromMember, toMember: member });
      return { receiver, told: { kind: 'absorbed', key: sender, member, body: { from: sender, fromMember, carried } } };
    }
    default:
      return undefined;
  }
}

function transferOf(sender: string, fact: FactOf<'points_sent'>): Message {
  const key = `${sender}-${fact.transfer}`;
  const told = { kind: 'transfer_received', key, body: receiptOf(sender, fact) } as const;
  return {
    receiver: fact.to,
    told: fact.toMember === undefined ? told : { ...told, member: fact.toMember },
    answer: (refused) => ({ kind: 'transfer_answered', key, body: answerOf(fact.transfer, refused) }),
  };
}

function receiptOf(sender: string, { currency, amount, parts, transfer }: FactOf<'points_sent'>): TransferReceipt {
  return { from: sender, transfer, currency: nameOfKey(currency), amount, parts };
}

function answerOf(transfer: string, refused: RefusalCode | undefined): TransferAnswer {
  return { transfer, ...(refused !== undefined && { refused }) };
}
