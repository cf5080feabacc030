import { randomUUID } from 'node:crypto';
import type { Input, Output } from '@trofast/contract';
import { isRefusal } from '@trofast/engine';
import { type Answered, type Context, fail, reply } from '../../context.ts';
import { instantText } from '../../instants.ts';
import { loadMember } from '../members/index.ts';
import { authorOfNote, countNotesOf, deleteNoteRow, insertNote, type NoteRow, selectNotes } from './queries.ts';

type Note = Output<'addNote'>;

export async function addNote(context: Context, { memberId, text }: Input<'addNote'>): Promise<Answered<Note>> {
  const { database, program, caller, ledger } = context;
  const loaded = await loadMember(context, memberId);
  if (isRefusal(loaded)) return loaded;
  const note: NoteRow = {
    id: randomUUID(),
    author: caller.actor,
    author_name: caller.name,
    text,
    written_at: await ledger.clock(program),
  };
  await insertNote(database, program, memberId, note);
  return reply(noteView(context, note));
}

export async function listNotes(
  context: Context,
  { memberId }: Input<'listNotes'>,
): Promise<Answered<Output<'listNotes'>>> {
  const loaded = await loadMember(context, memberId);
  if (isRefusal(loaded)) return loaded;
  const rows = await selectNotes(context.database, context.program, memberId);
  return reply({ items: rows.map((row) => noteView(context, row)) });
}

export async function deleteNote(
  { database, program, caller }: Context,
  { memberId, noteId }: Input<'deleteNote'>,
): Promise<Answered<undefined>> {
  const author = await authorOfNote(database, program, memberId, noteId);
  if (author === undefined) return fail('unknown_note');
  if (author !== caller.actor) return fail('not_yours');
  await deleteNoteRow(database, program, memberId, noteId);
  return reply(undefined);
}

/** For the person themselves: what was written, not by whom. */
export async function notesOf({ database, program }: Context, member: string) {
  const rows = await selectNotes(database, program, member);
  return rows.map(({ written_at, text }) => ({ at: instantText(written_at), text }));
}

export async function countNotes({ database, program }: Context, member: string): Promise<number> {
  return await countNotesOf(database, program, member);
}

function noteView({ caller }: Pick<Context, 'caller'>, { id, author, author_name, text, written_at }: NoteRow): Note {
  return { id, at: instantText(written_at), author: author_name, text, isOwn: author === caller.actor };
}
