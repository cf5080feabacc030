import { randomUUID } from 'node:crypto';
import type { Input, Output } from '@trofast/contract';
import { isRefusal, type Member, parseDay, refuse } from '@trofast/engine';
import { type Answered, type Context, isRefused, reply } from '../../context.ts';
import { programOfVersion, recordEvent } from '../events/index.ts';
import { findAccount, type Loaded, loadMember } from '../members/index.ts';
import { type ImportLine, readLines } from './read-lines.ts';
import { todayOf } from './read-lists.ts';

type Imported = Output<'importToList'>;
type Outcome = 'added' | 'already' | { readonly reason: string };

/** So many are recorded at once; the ledger writes them together. */
const linesAtOnce = 50;

export async function importToList(
  context: Context,
  { listId, text, from, through }: Input<'importToList'>,
): Promise<Answered<Imported>> {
  if (!isList(context, listId)) return refuse('unknown_list');
  const today = await todayOf(context);
  const lines = readLines(text);
  const result = { added: 0, already: 0, problems: [] as Imported['problems'] };
  for (let begin = 0; begin < lines.length; begin += linesAtOnce) {
    const part = lines.slice(begin, begin + linesAtOnce);
    const outcomes = await Promise.all(
      part.map((line) =>
        putOnList(context, listId, { from, through, ...definedDays(line), references: line.references }, today),
      ),
    );
    for (const [index, outcome] of outcomes.entries()) {
      const line = part[index];
      if (outcome === 'added') result.added += 1;
      else if (outcome === 'already') result.already += 1;
      else if (line) result.problems.push({ line: line.line, text: line.text, reason: outcome.reason });
    }
  }
  return reply(result);
}

export async function removeFromList(
  context: Context,
  { listId, memberId }: Input<'removeFromList'>,
): Promise<Answered<undefined>> {
  if (!isList(context, listId)) return refuse('unknown_list');
  const loaded = await loadMember(context, memberId);
  if (isRefusal(loaded)) return loaded;
  const done = await recordEvent(context, {
    kind: 'member_changed',
    account: loaded.account.id,
    member: memberId,
    key: `list-${randomUUID()}`,
    actor: context.caller.name,
    body: { leaves: [listId] },
  });
  return isRefused(done) ? done : reply(undefined);
}

interface Asked {
  readonly references: ImportLine['references'];
  readonly from: string | undefined;
  readonly through: string | undefined;
}

function definedDays({ from, through }: ImportLine) {
  return { ...(from === undefined ? {} : { from }), ...(through === undefined ? {} : { through }) };
}

async function putOnList(context: Context, list: string, asked: Asked, today: number): Promise<Outcome> {
  const days = { from: dayOf(asked.from) ?? today, through: dayOf(asked.through) };
  if (asked.from !== undefined && dayOf(asked.from) === undefined) return { reason: 'Write days like 2026-01-05.' };
  if (asked.through !== undefined && days.through === undefined) return { reason: 'Write days like 2026-01-05.' };
  if (days.through !== undefined && days.through < days.from) return { reason: 'It ends before it begins.' };
  const found = await findOne(context, asked.references);
  if (!found) return { reason: 'Nobody is known by this.' };
  if (isCovered(found.loaded.member, list, days.from, days.through)) return 'already';
  const done = await recordEvent(context, {
    kind: 'member_changed',
    account: found.loaded.account.id,
    member: found.member,
    key: `list-${randomUUID()}`,
    actor: context.caller.name,
    body: {
      lists: [{ list, from: days.from, ...(days.through === undefined ? {} : { through: days.through }) }],
    },
  });
  if (!isRefused(done)) return 'added';
  return { reason: 'refused' in done ? `It was refused: ${done.refused}.` : 'It could not be recorded; try again.' };
}

/** The first of the ways that finds a member who is there. */
async function findOne(
  context: Context,
  references: Asked['references'],
): Promise<{ readonly member: string; readonly loaded: Loaded } | undefined> {
  for (const reference of references) {
    const found = await findAccount(context, reference);
    if (isRefusal(found)) continue;
    const loaded = await loadMember(context, found.member);
    if (!isRefusal(loaded)) return { member: found.member, loaded };
  }
  return undefined;
}

function isCovered({ lists = {} }: Member, list: string, from: number, through: number | undefined): boolean {
  return (lists[list] ?? []).some(
    (stay) => stay.from <= from && (stay.through === undefined || (through !== undefined && stay.through >= through)),
  );
}

function isList({ programs }: Context, list: string): boolean {
  return programOfVersion(programs, Number.POSITIVE_INFINITY).lists.has(list);
}

function dayOf(text: string | undefined): number | undefined {
  return text === undefined ? undefined : parseDay(text);
}
