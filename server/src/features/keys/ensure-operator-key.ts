import { OPERATOR_SCOPES } from '@trofast/contract';
import type { Database } from '@trofast/db';
import { issueKey } from './issue-key.ts';
import { selectKeys } from './queries.ts';

/** The operator's first key, made when a database has none yet; `undefined` ever after. */
export async function ensureOperatorKey(database: Database): Promise<string | undefined> {
  if ((await selectKeys(database, null)).length > 0) return undefined;
  const { secret } = await issueKey(database, { name: 'operator', scopes: OPERATOR_SCOPES });
  return secret;
}
