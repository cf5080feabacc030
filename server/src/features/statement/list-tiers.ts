import type { Input, Output } from '@trofast/contract';
import {
  dayText,
  decimalText,
  isRefusal,
  type Ladder,
  type Locale,
  nameOfKey,
  type Program,
  type StandingView,
  standingsAt,
  type Words,
} from '@trofast/engine';
import { type Answered, type Context, reply } from '../../context.ts';
import { dayField, instantText } from '../../instants.ts';
import { decimalsOf, programOfVersion } from '../events/index.ts';
import { loadMember } from '../members/index.ts';

type Standing = Output<'listTiers'>['items'][number];
type Measure = NonNullable<Standing['counted']>;

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

function standingView(inMarket: InMarket, standing: StandingView): Standing {
  const { ladder: key, level, since, until, counted, next, keep } = standing;
  const ladder = inMarket.program.ladders.get(nameOfKey(key));
  const measure = (amount: number) => measureOf(inMarket, ladder, amount);
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

/** A number of what the ladder counts, in the words of the API. */
function measureOf({ program, market }: InMarket, ladder: Ladder | undefined, amount: number): Measure {
  if (ladder?.by.kind !== 'counter') return { unit: 'days', amount };
  const counter = program.counters.get(ladder.by.counter);
  switch (counter?.unit) {
    case 'money':
      return { unit: 'money', amount, currency: program.markets.get(market)?.currency ?? 'XXX' };
    case 'points': {
      const currency = counter.counts.kind === 'earned' ? counter.counts.currency : '';
      return { unit: 'points', amount: decimalText(amount, decimalsOf(program, currency)) };
    }
    default:
      return { unit: 'times', amount };
  }
}

function nameIn(words: Words | undefined, locale: Locale, otherwise: string): string {
  return words?.[locale] ?? words?.en ?? Object.values(words ?? {})[0] ?? otherwise;
}
