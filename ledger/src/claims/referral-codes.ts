import type { Programs } from '@trofast/engine';
import { referralCode } from '../book/hashes.ts';
import { type Claim, referralHash } from './claims.ts';

/** Whether any version of the program has members bring friends. */
export function isReferring({ versions }: Programs): boolean {
  return versions.some(({ program }) => program.referral !== undefined);
}

export function referralClaim(secret: Buffer, program: string, account: string, member: string): Claim {
  const valueHash = referralHash(secret, referralCode(secret, member));
  return { program, kind: 'referral_code', valueHash, account, subject: member, isExclusive: false };
}
