import type { Database } from '@trofast/db';

export async function countPasskeys(database: Database, program: string, member: string): Promise<number> {
  const { rows } = await database.query<{ n: number }>(
    `select count(*)::int as n from member_passkey p
       join member_user u on u.program_id = p.program_id and u.id = p.user_id
      where u.program_id = $1 and u.member_id = $2`,
    [program, member],
  );
  return rows[0]?.n ?? 0;
}

/** Signs the member out on all devices. */
export async function deleteSessions(database: Database, program: string, member: string) {
  await database.query(
    `delete from member_session s using member_user u
      where s.program_id = $1 and u.program_id = s.program_id and u.id = s.user_id and u.member_id = $2`,
    [program, member],
  );
}

/** All that signs the member in: sessions and passkeys go with it. */
export async function deleteMemberUser(database: Database, program: string, member: string) {
  await database.query('delete from member_user where program_id = $1 and member_id = $2', [program, member]);
}

export async function saveHandOverSecret(database: Database, program: string, secret: Buffer, at: number) {
  await database.query(
    `insert into hand_over_secret (program_id, secret, created_at) values ($1, $2, $3)
     on conflict (program_id) do update set secret = excluded.secret, created_at = excluded.created_at`,
    [program, secret, at],
  );
}

export async function selectHandOverSecret(database: Database, program: string): Promise<Buffer | undefined> {
  const { rows } = await database.query<{ secret: Buffer }>(
    'select secret from hand_over_secret where program_id = $1',
    [program],
  );
  return rows[0]?.secret;
}
