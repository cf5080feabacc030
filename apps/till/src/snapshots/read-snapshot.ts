import type { Snapshot } from '@trofast/contract';

export interface ExpectedSnapshot {
  /** Public Ed25519 key, raw, base64url. */
  readonly key: string;
  readonly till: string;
  readonly member: string;
  /** The program's clock. */
  readonly now: number;
}

/** What this till may honour for a member now; `undefined` when the signature, till, member or time is another. */
export async function readSnapshot(text: string, expected: ExpectedSnapshot): Promise<Snapshot | undefined> {
  const [payload, signature] = text.split('.');
  if (payload === undefined || signature === undefined) return undefined;
  const key = await crypto.subtle.importKey('raw', bytesOf(expected.key), { name: 'Ed25519' }, false, ['verify']);
  const isSigned = await crypto.subtle.verify('Ed25519', key, bytesOf(signature), bytesOf(payload));
  if (!isSigned) return undefined;
  const snapshot = JSON.parse(new TextDecoder().decode(bytesOf(payload))) as Snapshot;
  const isOurs = snapshot.v === 1 && snapshot.till === expected.till && snapshot.member === expected.member;
  return isOurs && snapshot.from <= expected.now && expected.now <= snapshot.until ? snapshot : undefined;
}

function bytesOf(base64url: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.fromBase64(base64url, { alphabet: 'base64url' }) as Uint8Array<ArrayBuffer>;
}
