import { hash } from 'node:crypto';

/** Where a row lives: a hash of its owner over the number of buckets. Ids and hashes of the book never contain it. */
export function bucketOfText(owner: string, buckets: number): number {
  return buckets === 1 ? 0 : bucketOfHash(hash('sha256', owner, 'buffer'), buckets);
}

/** For an owner that is known only by its hash: a claimed value. */
export function bucketOfHash(ownerHash: Buffer, buckets: number): number {
  return ownerHash.readUInt32BE(0) % buckets;
}

/** Text that names an allotment or a receipt as the owner of its rows; `rebucket` makes the same in SQL. */
export function ownerName(...parts: readonly string[]): string {
  return parts.join('\n');
}
