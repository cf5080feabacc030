import type { EventKind } from '@trofast/contract';

/** Every kind of event: the compiler asks for a new one here, and the apps' words for it follow from the type. */
const kinds: Readonly<Record<EventKind, true>> = {
  purchase: true,
  return: true,
  activity: true,
  enrolment: true,
  member_changed: true,
  redemption: true,
  hold: true,
  capture: true,
  release: true,
  voucher_use: true,
  voucher_release: true,
  correction: true,
  erased: true,
  member_joined: true,
  member_left: true,
  transfer_sent: true,
  transfer_received: true,
  transfer_answered: true,
  referral_fulfilled: true,
  referral_undone: true,
  merged: true,
  absorbed: true,
  club_joined: true,
  club_cancelled: true,
  club_renewal: true,
  payment: true,
  benefit_use: true,
  offer_activation: true,
  offer_grant: true,
  offer_withdrawal: true,
  clock: true,
};

/** The kind of an event as the apps have words for it; `other` is one that a newer server knows. */
export function eventKindOf(kind: string): EventKind | 'other' {
  return Object.hasOwn(kinds, kind) ? (kind as EventKind) : 'other';
}
