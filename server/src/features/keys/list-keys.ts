import type { Input, Output } from '@trofast/contract';
import { type Answered, type Context, reply } from '../../context.ts';
import { keyView } from './key-view.ts';
import { selectKeys } from './queries.ts';

export async function listKeys(
  { database }: Context,
  { programId }: Input<'listKeys'>,
): Promise<Answered<Output<'listKeys'>>> {
  const rows = await selectKeys(database, programId);
  return reply({ items: rows.map(keyView) });
}
