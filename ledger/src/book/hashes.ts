import { createHmac, hash, randomBytes } from 'node:crypto';
import { base32 } from './identifiers.ts';
import type { EventTexts } from './stored-events.ts';

/** Where the chain of an account begins: it cannot be moved to another account. */
export function chainStart(program: string, account: string): Buffer {
  return hash('sha256', JSON.stringify(['account', program, account]), 'buffer');
}

/**
 * SHA-256 over the previous hash, the header and the texts as they are stored. Each text is JSON in one line, so a line
 * break keeps them apart.
 */
export function chainHash(previous: Buffer, event: EventTexts): Buffer {
  const header = JSON.stringify([
    event.id,
    event.kind,
    event.occurredAt,
    event.at,
    event.recordedAt,
    event.sequence,
    event.version,
    event.about,
    event.privateHash?.toString('hex') ?? null,
  ]);
  const chained = `${previous.toString('hex')}\n${header}\n${event.origin}\n${event.body}\n${event.facts}\n${event.reading}\n${event.rules}\n${event.balances}`;
  return hash('sha256', chained, 'buffer');
}

/** Where the chain of a bucket's batches begins. */
export const batchStart = hash('sha256', 'trofast batches', 'buffer');

/** SHA-256 over the previous batch's hash and the heads that this batch gave to chains, in the order of its events. */
export function batchHash(previous: Buffer, heads: Buffer): Buffer {
  return hash('sha256', Buffer.concat([previous, heads]), 'buffer');
}

export function newSalt(): Buffer {
  return randomBytes(16);
}

export function privateHash(salt: Buffer, body: string): Buffer {
  return hash('sha256', Buffer.concat([salt, Buffer.from(body)]), 'buffer');
}

/** 60 bits that cannot be guessed without the program's secret, and are the same whenever asked. */
export function voucherCode(secret: Buffer, account: string, voucher: string): string {
  return base32(
    createHmac('sha256', secret)
      .update(JSON.stringify(['voucher', account, voucher]))
      .digest(),
    12,
  );
}

/** 40 bits: short enough to say, and no harm when guessed. */
export function referralCode(secret: Buffer, member: string): string {
  return base32(
    createHmac('sha256', secret)
      .update(JSON.stringify(['referral', member]))
      .digest(),
    8,
  );
}

/** A claimed value as it is stored: not readable, and different in every program. */
export function claimedHash(secret: Buffer, kind: string, value: string): Buffer {
  return hash('sha256', JSON.stringify([secret.toString('hex'), 'claim', kind, value]), 'buffer');
}
