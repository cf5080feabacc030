export {
  accountOfEvent,
  deriveAccountId,
  deriveEventId,
  deriveJoinedMemberId,
  deriveMemberId,
} from './book/identifiers.ts';
export { type EventTexts, recordedOf } from './book/stored-events.ts';
export type { CanonicalExport } from './canonical/canonical-export.ts';
export * from './ledger.ts';
export * from './open-ledger.ts';
export * from './programs/programs-store.ts';
export { rebucket } from './rebucket.ts';
export * from './receipts/receipts-store.ts';
export * from './requests.ts';
export type { Swept } from './sweep/sweep.ts';
export * from './verify/report.ts';
