import type { ClientBase } from '@trofast/db';
import { byteaArray, textArray } from '../batches/binary-arrays.ts';
import type { Statement } from '../batches/statement.ts';
import { bucketOfHash } from '../book/buckets.ts';
import { type Claim, claimKey } from './claims.ts';

export interface ClaimRow {
  readonly program_id: string;
  readonly kind: Claim['kind'];
  readonly value_hash: Buffer;
  readonly account_id: string;
  readonly subject: string;
}

type ClaimedValue = Pick<Claim, 'program' | 'kind' | 'valueHash'>;

/** By bucket in order, and within one by key: whoever claims several waits for others in the same order. */
function inOrder<Value extends ClaimedValue>(values: readonly Value[], buckets: number): [number, Value[]][] {
  const byBucket = Map.groupBy(values, ({ valueHash }) => bucketOfHash(valueHash, buckets));
  return [...byBucket]
    .toSorted(([a], [b]) => a - b)
    .map(([bucket, claims]) => [
      bucket,
      claims.toSorted((a, b) => Buffer.compare(a.valueHash, b.valueHash) || (a.kind < b.kind ? -1 : 1)),
    ]);
}

export async function findClaims(
  client: ClientBase,
  buckets: number,
  wanted: readonly ClaimedValue[],
): Promise<ReadonlyMap<string, ClaimRow>> {
  const found = await Promise.all(
    inOrder(wanted, buckets).map(([bucket, values]) => findInBucket(client, bucket, values)),
  );
  return new Map(
    found.flat().map((row) => [claimKey({ program: row.program_id, kind: row.kind, valueHash: row.value_hash }), row]),
  );
}

async function findInBucket(client: ClientBase, bucket: number, values: readonly ClaimedValue[]) {
  const { rows } = await client.query<ClaimRow>({
    name: 'find-claims',
    text: `select c.program_id, c.kind, c.value_hash, c.account_id, c.subject
           from unnest($2::text[], $3::text[], $4::bytea[]) as k (program_id, kind, value_hash)
           cross join lateral (
             select * from claim c where c.bucket = $1 and c.program_id = k.program_id and c.kind = k.kind
               and c.value_hash = k.value_hash offset 0
           ) c`,
    values: [bucket, ...keyArrays(values)],
  });
  return rows;
}

/** An exclusive claim that another has by now is a conflict; of the others the first stays. */
export function insertClaims(buckets: number, claims: readonly Claim[]): readonly Statement[] {
  const exclusive = claims.filter(({ isExclusive }) => isExclusive);
  const shared = claims.filter(({ isExclusive }) => !isExclusive);
  return [
    ...inOrder(exclusive, buckets).map(([bucket, of]) => ({ ...insertInBucket(bucket, of), rows: of.length })),
    ...inOrder(shared, buckets).map(([bucket, of]) => insertInBucket(bucket, of)),
  ];
}

function insertInBucket(bucket: number, claims: readonly Claim[]): Statement {
  return {
    name: 'insert-claims',
    text: `insert into claim (bucket, program_id, kind, value_hash, account_id, subject)
           select $1, k.* from unnest($2::text[], $3::text[], $4::bytea[], $5::text[], $6::text[]) as k
           on conflict do nothing`,
    values: [bucket, ...keyArrays(claims), ...ownerArrays(claims)],
  };
}

/** Only from the member that has them. */
export function deleteClaims(buckets: number, claims: readonly Claim[]): readonly Statement[] {
  return inOrder(claims, buckets).map(([bucket, of]) => ({
    name: 'delete-claims',
    text: `delete from claim c
           using unnest($2::text[], $3::text[], $4::bytea[], $5::text[], $6::text[])
             as k (program_id, kind, value_hash, account_id, subject)
           where c.bucket = $1 and c.program_id = k.program_id and c.kind = k.kind and c.value_hash = k.value_hash
             and c.account_id = k.account_id and c.subject = k.subject`,
    values: [bucket, ...keyArrays(of), ...ownerArrays(of)],
  }));
}

function ownerArrays(claims: readonly Claim[]): [Buffer, Buffer] {
  return [textArray(claims.map(({ account }) => account)), textArray(claims.map(({ subject }) => subject))];
}

function keyArrays(values: readonly ClaimedValue[]): [Buffer, Buffer, Buffer] {
  return [
    textArray(values.map(({ program }) => program)),
    textArray(values.map(({ kind }) => kind)),
    byteaArray(values.map(({ valueHash }) => valueHash)),
  ];
}
