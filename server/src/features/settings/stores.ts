import type { Input, Output } from '@trofast/contract';
import { isZone, refuse } from '@trofast/engine';
import { type Answered, type Context, fail, malformed, reply } from '../../context.ts';
import { deleteStore, selectStores, upsertStore } from './queries.ts';
import { newestOf } from './read-settings.ts';

export async function listStores({ database, program }: Context): Promise<Answered<Output<'listStores'>>> {
  return reply({ items: [...(await selectStores(database, program))] });
}

export async function saveStore(
  context: Context,
  { storeId: id, name, market: asked, zone: askedZone }: Input<'saveStore'>,
): Promise<Answered<Output<'saveStore'>>> {
  const { database, program } = context;
  const markets = newestOf(context)?.markets ?? new Map();
  const only = markets.size === 1 ? [...markets.keys()][0] : undefined;
  const market = markets.get(asked ?? only ?? '');
  if (asked === undefined && only === undefined) {
    return malformed('/market', `Say which market: one of ${[...markets.keys()].join(', ')}.`);
  }
  if (!market) return refuse('unknown_market');
  if (askedZone !== undefined && !isZone(askedZone)) {
    return malformed('/zone', 'This is no time zone. Write it like Europe/Copenhagen.');
  }
  const store = { id, name, market: market.id, zone: askedZone ?? market.zone };
  await upsertStore(database, program, store);
  return reply(store);
}

export async function removeStore(
  { database, program }: Context,
  { storeId }: Input<'removeStore'>,
): Promise<Answered<undefined>> {
  return (await deleteStore(database, program, storeId)) ? reply(undefined) : fail('unknown_store');
}
