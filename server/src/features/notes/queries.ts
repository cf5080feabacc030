import type { Database } from '@trofast/db';

export interface NoteRow {
  readonly id: string;
  readonly author: string;
  readonly author_name: string;
  readonly text: string;
  readonly written_at: number;
}

export async function selectNotes(database: Database, program: string, member: string): Promise<readonly NoteRow[]> {
  const { rows } = await database.query<NoteRow>(
    `select id, author, author_name, text, written_at from note where program_id = $1 and member_id = $2
     order by written_at desc, id desc`,
    [program, member],
  );
  return rows;
}

export async function countNotesOf(database: Database, program: string, member: string): Promise<number> {
  const { rows } = await database.query<{ notes: number }>(
    'select count(*) as notes from note where program_id = $1 and member_id = $2',
    [program, member],
  );
  return rows[0]?.notes ?? 0;
}

export async function insertNote(database: Database, program: string, member: string, note: NoteRow) {
  await database.query(
    `insert into note (program_id, member_id, id, author, author_name, text, written_at)
     values ($1, $2, $3, $4, $5, $6, $7)`,
    [program, member, note.id, note.author, note.author_name, note.text, note.written_at],
  );
}

/** Answers whose it is; `undefined` when there is none. */
export async function authorOfNote(database: Database, program: string, member: string, id: string) {
  const { rows } = await database.query<{ author: string }>(
    'select author from note where program_id = $1 and member_id = $2 and id = $3',
    [program, member, id],
  );
  return rows[0]?.author;
}

export async function deleteNoteRow(database: Database, program: string, member: string, id: string) {
  await database.query('delete from note where program_id = $1 and member_id = $2 and id = $3', [program, member, id]);
}
