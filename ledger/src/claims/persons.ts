import type { ClientBase } from '@trofast/db';
import { textArray } from '../batches/binary-arrays.ts';
import type { Statement } from '../batches/statement.ts';
import { bucketOfText } from '../book/buckets.ts';
import type { ClaimKind } from './claims.ts';

/** Name and contact of a member, and which claims are theirs, so that erasing finds them. */
export interface Person {
  readonly program: string;
  readonly account: string;
  readonly member: string;
  readonly body: string | null;
  readonly identities: readonly PersonIdentity[];
}

export interface PersonIdentity {
  readonly kind: ClaimKind;
  /** Hex. */
  readonly hash: string;
}

/** `erase`: the row goes. */
export type PersonChange = Person & { readonly erase: boolean };

export type PersonKey = Pick<Person, 'program' | 'account' | 'member'>;

export function personKey({ program, account, member }: PersonKey): string {
  return `${program}\n${account}\n${member}`;
}

export async function findPersons(
  client: ClientBase,
  bucket: number,
  wanted: readonly PersonKey[],
): Promise<ReadonlyMap<string, Person>> {
  if (wanted.length === 0) return new Map();
  const { rows } = await client.query<{
    program_id: string;
    account_id: string;
    member_id: string;
    body: string | null;
    identities: string;
  }>({
    name: 'find-persons',
    text: `select m.program_id, m.account_id, m.member_id, m.body, m.identities
           from unnest($2::text[], $3::text[], $4::text[]) as k (program_id, account_id, member_id)
           join member_private m on m.bucket = $1 and m.program_id = k.program_id and m.account_id = k.account_id
             and m.member_id = k.member_id`,
    values: [bucket, ...keyArrays(wanted)],
  });
  const persons = rows.map((row) => ({
    program: row.program_id,
    account: row.account_id,
    member: row.member_id,
    body: row.body,
    identities: JSON.parse(row.identities) as readonly PersonIdentity[],
  }));
  return new Map(persons.map((person) => [personKey(person), person]));
}

/** A person changed twice in one batch is written once, as it is last. */
export function writePersons(bucket: number, changes: readonly PersonChange[]): readonly Statement[] {
  const last = [...new Map(changes.map((change) => [personKey(change), change])).values()];
  const kept = last.filter(({ erase }) => !erase);
  const erased = last.filter(({ erase }) => erase);
  return [
    ...(kept.length > 0 ? [upsertPersons(bucket, kept)] : []),
    ...(erased.length > 0 ? [deletePersons(bucket, erased)] : []),
  ];
}

/** The same for persons whose accounts lie anywhere. */
export function removePersons(buckets: number, persons: readonly PersonKey[]): readonly Statement[] {
  const byBucket = Map.groupBy(persons, ({ account }) => bucketOfText(account, buckets));
  return [...byBucket].toSorted(([a], [b]) => a - b).map(([bucket, of]) => deletePersons(bucket, of));
}

function upsertPersons(bucket: number, persons: readonly Person[]): Statement {
  return {
    name: 'write-persons',
    text: `insert into member_private (bucket, program_id, account_id, member_id, body, identities)
           select $1, k.* from unnest($2::text[], $3::text[], $4::text[], $5::text[], $6::text[]) as k
           on conflict (bucket, program_id, account_id, member_id)
           do update set body = excluded.body, identities = excluded.identities`,
    values: [
      bucket,
      ...keyArrays(persons),
      textArray(persons.map(({ body }) => body)),
      textArray(persons.map(({ identities }) => JSON.stringify(identities))),
    ],
  };
}

function deletePersons(bucket: number, persons: readonly PersonKey[]): Statement {
  return {
    name: 'delete-persons',
    text: `delete from member_private m
           using unnest($2::text[], $3::text[], $4::text[]) as k (program_id, account_id, member_id)
           where m.bucket = $1 and m.program_id = k.program_id and m.account_id = k.account_id
             and m.member_id = k.member_id`,
    values: [bucket, ...keyArrays(persons)],
  };
}

function keyArrays(keys: readonly PersonKey[]): [Buffer, Buffer, Buffer] {
  return [
    textArray(keys.map(({ program }) => program)),
    textArray(keys.map(({ account }) => account)),
    textArray(keys.map(({ member }) => member)),
  ];
}
