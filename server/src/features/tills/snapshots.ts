import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject, sign, verify } from 'node:crypto';
import type { Snapshot } from '@trofast/contract';
import type { Database } from '@trofast/db';

interface Keys {
  readonly privateKey: KeyObject;
  /** Raw, base64url. */
  readonly publicKey: string;
}

const known = new WeakMap<Database, Map<string, Keys>>();

/** The program's own pair, made when it is first asked for; whichever server makes it first, all have the same. */
export async function snapshotKeys(database: Database, program: string): Promise<Keys> {
  const ofDatabase = known.get(database) ?? new Map<string, Keys>();
  known.set(database, ofDatabase);
  const before = ofDatabase.get(program);
  if (before) return before;
  const keys = (await selectKeys(database, program)) ?? (await makeKeys(database, program));
  ofDatabase.set(program, keys);
  return keys;
}

async function makeKeys(database: Database, program: string): Promise<Keys> {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  await database.query(
    `insert into snapshot_key (program_id, private_key, public_key, created_at) values ($1, $2, $3, $4)
     on conflict do nothing`,
    [
      program,
      privateKey.export({ format: 'der', type: 'pkcs8' }),
      Buffer.from(publicKey.export({ format: 'jwk' }).x ?? '', 'base64url'),
      Date.now(),
    ],
  );
  const keys = await selectKeys(database, program);
  if (!keys) throw new Error('A key that was added is there');
  return keys;
}

async function selectKeys(database: Database, program: string): Promise<Keys | undefined> {
  const { rows } = await database.query<{ private_key: Buffer; public_key: Buffer }>(
    'select private_key, public_key from snapshot_key where program_id = $1',
    [program],
  );
  const row = rows[0];
  if (!row) return undefined;
  return {
    privateKey: createPrivateKey({ key: row.private_key, format: 'der', type: 'pkcs8' }),
    publicKey: row.public_key.toString('base64url'),
  };
}

/** Payload and signature, each base64url, with a dot between. */
export async function signSnapshot(database: Database, snapshot: Snapshot): Promise<string> {
  const { privateKey } = await snapshotKeys(database, snapshot.program);
  const payload = Buffer.from(JSON.stringify(snapshot));
  return `${payload.toString('base64url')}.${sign(null, payload, privateKey).toString('base64url')}`;
}

/** What a snapshot of this program says; `undefined` when it is not one that we signed. */
export async function readSnapshot(database: Database, program: string, text: string): Promise<Snapshot | undefined> {
  const [payload, signature] = text.split('.').map((part) => Buffer.from(part, 'base64url'));
  if (!payload || !signature) return undefined;
  const { privateKey } = await snapshotKeys(database, program);
  if (!verify(null, payload, createPublicKey(privateKey), signature)) return undefined;
  const snapshot = JSON.parse(payload.toString()) as Snapshot;
  return snapshot.program === program ? snapshot : undefined;
}
