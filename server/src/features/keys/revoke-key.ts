import type { Input } from '@trofast/contract';
import { type Answered, type Context, fail, reply } from '../../context.ts';
import { markKeyRevoked } from './queries.ts';

export async function revokeKey(
  { database, callers }: Context,
  { programId, keyId }: Input<'revokeKey'>,
): Promise<Answered<undefined>> {
  const found = await markKeyRevoked(database, programId, keyId, Date.now());
  if (!found) return fail('unknown_key');
  callers.forget(keyId);
  return reply(undefined);
}
