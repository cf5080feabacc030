import type { Input, Output } from '@trofast/contract';
import {
  dayText,
  isRefusal,
  type Ladder,
  type Locale,
  nameOfKey,
  type Program,
  type StandingView,
  standingsAt,
} from '@trofast/engine';
import { type Answered, type Context, reply } from '../../context.ts';
import { dayField, instantText } from '../../instants.ts';
import { programOfVersion } from '../events/index.ts';
import { loadMember } from '../members/index.ts';
import { type Measure, measureOf, nameIn } from './measure.ts';

type Standing = Output<'listTiers'>['items'][number];

export async function listTiers(
  context: Context,
  { memberId }: Input<'listTiers'>,
): Promise<Answered<Output<'listTiers'>>> {
  const loaded = await loadMember(context, memberId);
  if (isRefusal(loaded)) return loaded;
  const { programs, account, at } = loaded;
  const newest = programOfVersion(programs, Number.POSITIVE_INFINITY);
  const inMarket = { program: newest, market: account.market, locale: context.locale };
  return reply({
    at: instantText(at),
    items: standingsAt(programs, account, at).map((standing) => standingView(inMarket, standing)),
  });
}

interface InMarket {
  readonly program: Program;
  readonly market: string;
  readonly locale: Locale;
}

export function standingView(inMarket: InMarket, standing: StandingView): Standing {
  const { ladder: key, level, since, until, counted, next, keep } = standing;
  const ladder = inMarket.program.ladders.get(nameOfKey(key));
  const measure = (amount: number) => measureIn(inMarket, ladder, amount);
  const levelName = (id: string) => nameIn(ladder?.levels.find((known) => known.id === id)?.name, inMarket.locale, id);
  return {
    ladder: key,
    name: nameIn(ladder?.name, inMarket.locale, key),
    level,
    levelName: levelName(level),
    ...(since === undefined ? {} : { since: instantText(since) }),
    ...dayField('until', until),
    ...(counted === undefined ? {} : { counted: measure(counted) }),
    ...(next
      ? {
          next: {
            level: next.level,
            levelName: levelName(next.level),
            at: measure(next.at),
            missing: measure(next.missing),
          },
        }
      : {}),
    ...(keep ? { keep: { missing: measure(keep.missing), by: dayText(keep.by) } } : {}),
  };
}

/** A number of what the ladder counts. */
function measureIn({ program, market }: InMarket, ladder: Ladder | undefined, amount: number): Measure {
  if (ladder?.by.kind !== 'counter') return { unit: 'days', amount };
  return measureOf(program, market, program.counters.get(ladder.by.counter), amount);
}
