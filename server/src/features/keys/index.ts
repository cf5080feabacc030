import type { Verbs } from '../../context.ts';
import { createKey } from './create-key.ts';
import { listKeys } from './list-keys.ts';
import { revokeKey } from './revoke-key.ts';

export { ensureOperatorKey } from './ensure-operator-key.ts';
export { callersOf } from './find-caller.ts';
export { issueKey } from './issue-key.ts';
export { type ApiKeyRow, markKeyRevoked, selectKeys } from './queries.ts';

export const keys = { createKey, listKeys, revokeKey } satisfies Verbs<'createKey' | 'listKeys' | 'revokeKey'>;
