import type { Input, Output } from '@trofast/contract';
import { dayAt, dayText, decimalText, type Program, parseDay, type Refusal, refuse } from '@trofast/engine';
import { type Answered, type Context, fail, isRefused, type Malformed, malformed, reply } from '../../context.ts';
import { dayField } from '../../instants.ts';
import { pointsAsked } from '../events/index.ts';
import { storedPerson } from '../members/index.ts';
import { catchUp, levelTag, marketTag, wordsAsked } from '../read-models/index.ts';
import { type Filters, type FoundRow, selectByWords, selectNewest } from './queries.ts';

type Asked = Input<'searchMembers'>;
type Found = Output<'searchMembers'>['items'][number];

const limitUsual = 50;

export async function searchMembers(
  context: Context,
  { cursor, limit = limitUsual, text = '', ...asked }: Asked,
): Promise<Answered<Output<'searchMembers'>>> {
  const { ledger, database, program, programs } = context;
  const newest = programs.versions.at(-1)?.program;
  if (!newest) return fail('not_published');
  const zone = [...newest.markets.values()][0]?.zone ?? 'UTC';
  const filters = filtersOf(newest, asked, dayAt(zone, await ledger.clock(program)));
  if (isRefused(filters)) return filters;
  const place = cursor === undefined ? undefined : placeOf(cursor);
  if (cursor !== undefined && !place) return malformed('/cursor', 'This is no cursor of this list.');

  await catchUp(context);
  const words = wordsAsked(text);
  const rows =
    words.length === 0
      ? await selectNewest(database, filters, place && { since: Number(place.at), member: place.member }, limit + 1)
      : await selectByWords(
          database,
          filters,
          words,
          place && { word: String(place.at), member: place.member },
          limit + 1,
        );
  const shown = rows.slice(0, limit);
  const last = rows.length > limit ? shown.at(-1) : undefined;
  const more = last ? { next: cursorOf(words.length === 0 ? last.since : last.word, last.member_id) } : {};
  return reply({ items: shown.map((row) => foundView(newest, row)), ...more }, more);
}

function filtersOf(
  program: Program,
  asked: Omit<Asked, 'cursor' | 'limit' | 'text'>,
  today: number,
): Filters | Refusal | Malformed {
  const { market, level, list, pointsAtLeast } = asked;
  if (market !== undefined && !program.markets.has(market)) return refuse('unknown_market');
  if (list !== undefined && !program.lists.has(list)) return refuse('unknown_list');
  const tags = market === undefined ? [] : [marketTag(program.id, market)];
  if (level !== undefined) {
    const ladder = ladderOf(program, asked.ladder, level);
    if (typeof ladder !== 'string') return ladder;
    tags.push(levelTag(program.id, ladder, level));
  }
  const points =
    pointsAtLeast === undefined || Number(pointsAtLeast) === 0
      ? undefined
      : pointsAsked(program, pointsAtLeast, asked.currency, 'positive');
  if (points && isRefused(points)) return points;
  const day = (text: string | undefined) => (text === undefined ? undefined : parseDay(text));
  return {
    ...{ program: program.id, tags, list, today },
    ...(points ? { currency: points.currency.id, pointsAtLeast: points.units } : {}),
    joinedFrom: day(asked.joinedFrom),
    joinedThrough: day(asked.joinedThrough),
    boughtFrom: day(asked.lastPurchaseFrom),
    boughtThrough: day(asked.lastPurchaseThrough),
  };
}

function ladderOf({ ladders }: Program, asked: string | undefined, level: string): string | Malformed {
  const ids = [...ladders.keys()];
  const ladder = ladders.get(asked ?? (ids.length === 1 ? (ids[0] ?? '') : ''));
  if (!ladder) return malformed('/ladder', `Say which: one of ${ids.join(', ')}.`);
  const levels = ladder.levels.map(({ id }) => id);
  return levels.includes(level) ? ladder.id : malformed('/level', `It has the levels ${levels.join(', ')}.`);
}

function foundView(program: Program, row: FoundRow): Found {
  const points = Object.entries(row.points).map(([currency, units]) => [
    currency,
    decimalText(units, program.currencies.get(currency)?.decimals ?? 0),
  ]);
  return {
    id: row.member_id,
    accountId: row.account_id,
    ...storedPerson(JSON.parse(row.person)),
    cards: JSON.parse(row.cards),
    market: row.market,
    since: dayText(row.since),
    levels: JSON.parse(row.levels),
    lists: [...row.lists],
    points: Object.fromEntries(points),
    purchases: row.purchases,
    ...dayField('lastPurchase', row.last_purchase ?? undefined),
  };
}

function cursorOf(at: string | number, member: string): string {
  return Buffer.from(JSON.stringify([at, member])).toString('base64url');
}

function placeOf(cursor: string): { readonly at: string | number; readonly member: string } | undefined {
  const text = Buffer.from(cursor, 'base64url').toString();
  const [, at, member] = /^\[("[^"]*"|-?\d+),"([^"]*)"\]$/.exec(text) ?? [];
  return at === undefined || member === undefined ? undefined : { at: JSON.parse(at), member };
}
