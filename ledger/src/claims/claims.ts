import type { Purchase } from '@trofast/engine';
import { claimedHash } from '../book/hashes.ts';
import type { Identity } from '../requests.ts';
import { comparedValue } from './identities.ts';

export type ClaimKind = Identity['kind'] | 'voucher_code' | 'referral_code' | 'receipt';

/** A value that one owner at a time may have. */
export interface Claim {
  readonly program: string;
  readonly kind: ClaimKind;
  readonly valueHash: Buffer;
  readonly account: string;
  /** The member, the voucher or the event. */
  readonly subject: string;
  /** Whether it fails when another has the value; otherwise the first keeps it. */
  readonly isExclusive: boolean;
}

export function identityHash(secret: Buffer, identity: Identity): Buffer {
  return claimedHash(secret, identity.kind, comparedValue(identity));
}

export function codeHash(secret: Buffer, code: string): Buffer {
  return claimedHash(secret, 'voucher_code', readCode(code));
}

export function receiptHash(secret: Buffer, store: string, number: string): Buffer {
  return claimedHash(secret, 'receipt', JSON.stringify([store, number]));
}

/** The receipt that a purchase is about, when it names one. */
export function receiptOf(
  purchase: Purchase,
  store: string | undefined,
): { store: string; number: string } | undefined {
  return purchase.receipt === undefined ? undefined : { store: store ?? '', number: purchase.receipt };
}

export function claimKey({ program, kind, valueHash }: Pick<Claim, 'program' | 'kind' | 'valueHash'>): string {
  return `${program}\n${kind}\n${valueHash.toString('hex')}`;
}

/** The code that a member's friends join with. */
export function referralHash(secret: Buffer, code: string): Buffer {
  return claimedHash(secret, 'referral_code', readCode(code));
}

/** As people read and type codes: case, spaces and dashes do not matter, and letters like O are digits. */
function readCode(code: string): string {
  return code.toLowerCase().replaceAll(/[\s-]/g, '').replaceAll('o', '0').replaceAll(/[il]/g, '1');
}
