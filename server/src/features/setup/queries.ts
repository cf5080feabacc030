import type { Database } from '@trofast/db';

/** Programs that were made with the operator's key belong to it too. */
export const firstOrganisation = 'default';

export async function insertOrganisation(database: Database, id: string, at: number) {
  await database.query(
    'insert into organisation (id, name, created_at) values ($1, $1, $2) on conflict (id) do nothing',
    [id, at],
  );
}

export async function renameOrganisation(database: Database, id: string, name: string) {
  await database.query('update organisation set name = $2 where id = $1', [id, name]);
}

export async function deletePersonOfNothing(database: Database, email: string) {
  await database.query(
    `delete from staff_user u where email = $1 and not exists (select from staff_membership where staff_id = u.id)`,
    [email.toLowerCase()],
  );
}
