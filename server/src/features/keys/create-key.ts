import { type Input, KEY_SCOPES, type Output } from '@trofast/contract';
import { isOperator } from '../../caller.ts';
import { type Answered, type Context, fail, reply } from '../../context.ts';
import { issueKey } from './issue-key.ts';
import { keyView } from './key-view.ts';

export async function createKey(
  { database, caller }: Context,
  { programId, name, scopes = [...KEY_SCOPES] }: Input<'createKey'>,
): Promise<Answered<Output<'createKey'>>> {
  // The operator hands out what it may not do itself; a program's own key cannot raise itself.
  const beyond = isOperator(caller) ? [] : scopes.filter((scope) => !caller.scopes.has(scope));
  if (beyond.length > 0) return fail('scope_missing', { detail: `Who asks lacks ${beyond.join(', ')}.` });

  const { row, secret } = await issueKey(database, { program: programId, name, scopes });
  return reply({ ...keyView(row), secret });
}
