import type { ClientBase, Database } from '@trofast/db';
import type { PictureKind } from './picture-kind.ts';

export interface PictureRow {
  readonly name: string;
  readonly hash: string;
  readonly kind: PictureKind;
  readonly bytes: number;
}

export async function selectPicturesOf(
  database: Database,
  program: string,
  what: string,
): Promise<readonly PictureRow[]> {
  const { rows } = await database.query<PictureRow>(
    `select u.name, p.hash, p.kind, length(p.content) as bytes
     from picture_use u join picture p on p.program_id = u.program_id and p.hash = u.hash
     where u.program_id = $1 and u.what = $2`,
    [program, what],
  );
  return rows;
}

export interface PictureContent {
  readonly kind: PictureKind;
  readonly content: Buffer;
}

export async function selectPicture(
  database: Database,
  program: string,
  hash: string,
): Promise<PictureContent | undefined> {
  const { rows } = await database.query<PictureContent>(
    'select kind, content from picture where program_id = $1 and hash = $2',
    [program, hash],
  );
  return rows[0];
}

export async function insertPicture(
  client: ClientBase,
  program: string,
  { hash, kind, content }: PictureContent & { readonly hash: string },
) {
  await client.query(
    'insert into picture (program_id, hash, kind, content) values ($1, $2, $3, $4) on conflict do nothing',
    [program, hash, kind, content],
  );
}

export async function upsertUse(client: ClientBase, program: string, what: string, name: string, hash: string) {
  await client.query(
    `insert into picture_use (program_id, what, name, hash) values ($1, $2, $3, $4)
     on conflict (program_id, what, name) do update set hash = excluded.hash`,
    [program, what, name, hash],
  );
}

export async function deleteUse(client: ClientBase, program: string, what: string, name: string) {
  await client.query('delete from picture_use where program_id = $1 and what = $2 and name = $3', [
    program,
    what,
    name,
  ]);
}

/** Pictures that nothing has any more. */
export async function deleteUnused(client: ClientBase, program: string) {
  await client.query(
    `delete from picture p where p.program_id = $1
     and not exists (select from picture_use u where u.program_id = p.program_id and u.hash = p.hash)`,
    [program],
  );
}
