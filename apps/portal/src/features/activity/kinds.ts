const known = [
  'purchase',
  'return',
  'activity',
  'enrolment',
  'member_changed',
  'redemption',
  'hold',
  'capture',
  'release',
  'voucher_use',
  'voucher_release',
  'correction',
  'member_joined',
  'member_left',
  'transfer_sent',
  'transfer_received',
  'transfer_answered',
  'club_joined',
  'club_cancelled',
  'club_renewal',
  'payment',
  'benefit_use',
  'clock',
] as const;

export type Kind = (typeof known)[number] | 'other';

/** The kind of an event as this app has a word for it. */
export function kindOf(kind: string): Kind {
  return known.find((one) => one === kind) ?? 'other';
}
