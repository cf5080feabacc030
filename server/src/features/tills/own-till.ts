import type { Output } from '@trofast/contract';
import { marketOf } from '@trofast/engine';
import { type Answered, type Context, fail, reply } from '../../context.ts';
import { instantText } from '../../instants.ts';
import { programOfVersion } from '../events/index.ts';
import { nameIn } from '../statement/index.ts';
import { countryOf } from './country-of.ts';
import { pointsName } from './member-at-till.ts';
import { selectTill } from './queries.ts';
import { snapshotKeys } from './snapshots.ts';

export async function getOwnTill({
  database,
  ledger,
  program,
  programs,
  caller,
  locale,
}: Context): Promise<Answered<Output<'getOwnTill'>>> {
  const row = await selectTill(database, program, caller.till?.id ?? '');
  if (!row) return fail('unauthenticated');
  const newest = programOfVersion(programs, Number.POSITIVE_INFINITY);
  const market = marketOf(newest, '');
  const country = countryOf(market.id);
  return reply({
    id: row.id,
    name: row.name,
    store: row.store,
    zone: row.zone ?? market.zone,
    program: { id: program, name: nameIn(newest.name, locale, program), languages: [...newest.languages] },
    market: market.id,
    currency: market.currency,
    ...(country === undefined ? {} : { country }),
    currencies: [...newest.currencies.values()].map((points) => ({
      currency: points.id,
      name: pointsName(points, locale),
    })),
    snapshotKey: (await snapshotKeys(database, program)).publicKey,
    clock: (await ledger.programs.get(program))?.clock ?? 'real',
    time: instantText(await ledger.clock(program)),
  });
}
