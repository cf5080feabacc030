import type { Input } from '@trofast/contract';
import { type Refusal, refuse } from '@trofast/engine';
import { accountOfEvent, type Identity } from '@trofast/ledger';
import type { Context } from '../../context.ts';

export type MemberReference = Input<'recordActivity'>['member'];

/** Whose event it is. */
export interface Found {
  readonly account: string;
  readonly member: string;
  /** Set when a card said who it is: then the event is this card's. */
  readonly card?: string;
}

/** The account and member that a reference means. An id is taken at its word; recording refuses one that is nobody's. */
export async function findAccount(
  { ledger, program }: Pick<Context, 'ledger' | 'program'>,
  reference: MemberReference,
): Promise<Found | Refusal> {
  if (reference.id !== undefined) return { account: accountOfEvent(reference.id), member: reference.id };
  const identity = identityOf(reference);
  const found = identity && (await ledger.findMember(program, identity));
  if (!found) return refuse('unknown_member');
  return { ...found, ...(identity.kind === 'card' ? { card: identity.value } : {}) };
}

function identityOf({ email, phone, card, externalId }: MemberReference): Identity | undefined {
  if (email !== undefined) return { kind: 'email', value: email };
  if (phone !== undefined) return { kind: 'phone', value: phone };
  if (card !== undefined) return { kind: 'card', value: card };
  return externalId === undefined ? undefined : { kind: 'external_id', value: externalId };
}
