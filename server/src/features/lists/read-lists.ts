import type { Input, Output } from '@trofast/contract';
import { dayAt, dayText, refuse, tellParts } from '@trofast/engine';
import { type Answered, type Context, reply } from '../../context.ts';
import { dayField } from '../../instants.ts';
import { programOfVersion } from '../events/index.ts';
import { storedPerson } from '../members/index.ts';
import { catchUp } from '../read-models/index.ts';
import { countOnLists, selectOnList } from './queries.ts';

const limitUsual = 50;

export async function listLists(context: Context): Promise<Answered<Output<'listLists'>>> {
  const { database, program, programs, locale } = context;
  const newest = programOfVersion(programs, Number.POSITIVE_INFINITY);
  await catchUp(context);
  const counts = await countOnLists(database, program, await todayOf(context));
  const told = tellParts(newest, locale).flatMap(({ parts }) => parts.filter(({ path }) => path?.[0] === 'lists'));
  return reply({
    items: [...newest.lists.values()].map(({ id, name }) => ({
      id,
      name: name[locale] ?? name.en ?? id,
      sentence: told.find((part) => part.id === id)?.paragraphs.join(' ') ?? '',
      members: counts.get(id) ?? 0,
    })),
  });
}

export async function listOnList(
  context: Context,
  { listId, cursor = '', limit = limitUsual }: Input<'listOnList'>,
): Promise<Answered<Output<'listOnList'>>> {
  const { database, program, programs } = context;
  if (!programOfVersion(programs, Number.POSITIVE_INFINITY).lists.has(listId)) return refuse('unknown_list');
  await catchUp(context);
  const rows = await selectOnList(database, program, await todayOf(context), listId, cursor, limit + 1);
  const shown = rows.slice(0, limit);
  const last = rows.length > limit ? shown.at(-1)?.member_id : undefined;
  const items = shown.map(({ member_id, person, from_day, through_day }) => {
    const { name, email } = storedPerson(JSON.parse(person));
    return {
      id: member_id,
      ...(name === undefined ? {} : { name }),
      ...(email === undefined ? {} : { email }),
      from: dayText(from_day),
      ...dayField('through', through_day ?? undefined),
    };
  });
  const more = last === undefined ? {} : { next: last };
  return reply({ items, ...more }, more);
}

/** By the zone of the program's first market. */
export async function todayOf({ ledger, program, programs }: Context): Promise<number> {
  const [market] = programOfVersion(programs, Number.POSITIVE_INFINITY).markets.values();
  return dayAt(market?.zone ?? 'UTC', await ledger.clock(program));
}
