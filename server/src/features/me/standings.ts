import type { Output } from '@trofast/contract';
import { type Locale, nameOfKey, standingsAt } from '@trofast/engine';
import { programOfVersion } from '../events/index.ts';
import { nameIn, standingView } from '../statement/index.ts';
import { isMine, type Myself } from './myself.ts';

/** Where the member stands on each ladder, and what its levels are. */
export function standingsOf(myself: Myself, locale: Locale): Output<'getHome'>['standings'] {
  const { programs, account, at } = myself;
  const program = programOfVersion(programs, Number.POSITIVE_INFINITY);
  return standingsAt(programs, account, at)
    .filter(({ ladder }) => isMine(ladder, myself))
    .map((standing) => ({
      ...standingView({ program, market: account.market, locale }, standing),
      levels: (program.ladders.get(nameOfKey(standing.ladder))?.levels ?? []).map(({ id, name }) => ({
        level: id,
        levelName: nameIn(name, locale, id),
      })),
    }));
}
