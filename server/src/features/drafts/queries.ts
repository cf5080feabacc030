import type { Database } from '@trofast/db';

export interface ExampleFile {
  readonly text: string;
  readonly etag: string;
}

export async function selectExamples(database: Database, program: string): Promise<ExampleFile | undefined> {
  const { rows } = await database.query<ExampleFile>('select text, etag from example_file where program_id = $1', [
    program,
  ]);
  return rows[0];
}

/** Over the file that has this etag, or over none; with `*` over any. `false` when it has changed meanwhile. */
export async function upsertExamples(
  database: Database,
  program: string,
  { text, etag }: ExampleFile,
  ifMatch: string,
): Promise<boolean> {
  const { rowCount } = await database.query(
    `insert into example_file (program_id, text, etag)
     select $1, $2, $3 where $4 in ('*', '') or exists (select from example_file where program_id = $1)
     on conflict (program_id) do update set text = excluded.text, etag = excluded.etag
       where $4 = '*' or example_file.etag = $4`,
    [program, text, etag, ifMatch],
  );
  return rowCount === 1;
}
