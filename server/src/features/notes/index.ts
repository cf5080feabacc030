import type { Verbs } from '../../context.ts';
import { addNote, deleteNote, listNotes } from './notes.ts';

export { countNotes, notesOf } from './notes.ts';

export const notes = { addNote, listNotes, deleteNote } satisfies Verbs<'addNote' | 'listNotes' | 'deleteNote'>;
