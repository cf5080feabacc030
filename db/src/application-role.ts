import { createHmac } from 'node:crypto';
import { type ClientBase, escapeIdentifier, escapeLiteral } from 'pg';
import { CannotOpenDatabase } from './cannot-open-database.ts';
import { withSchemaLock } from './schema-lock.ts';

/** What migrations grant to. It cannot log in; the server's login role of each database is a member of it. */
export const applicationRole = 'trofast_app';

/**
 * Makes the roles that the server works as, and returns the URL it connects with.
 * The password follows from the owner's, so every server of one database knows it and none stores it.
 */
export async function provisionApplicationRole(owner: ClientBase, ownerUrl: string): Promise<string> {
  const { rows } = await owner.query<{ database: string }>('select current_database() as database');
  const database = rows[0]?.database ?? '';
  const login = loginRoleOf(database);
  const password = passwordOf(ownerUrl, login);
  try {
    await ensureRole(owner, applicationRole, 'nologin');
    await withSchemaLock(owner, async () => {
      await ensureRole(owner, login, 'login');
      await owner.query(`alter role ${escapeIdentifier(login)} with login password ${escapeLiteral(password)}`);
      await ensureMember(owner, login);
      await owner.query(`grant connect on database ${escapeIdentifier(database)} to ${escapeIdentifier(login)}`);
      await owner.query(`grant usage on schema public to ${applicationRole}`);
      await owner.query(`grant select on public.schema_migration to ${applicationRole}`);
    });
  } catch (error) {
    if (codeOf(error) === '42501') throw mayNotCreateRoles(database, login);
    throw error;
  }
  return withLogin(ownerUrl, login, password);
}

/** Removes the login role of a database that has been dropped. */
export async function dropLoginRole(owner: ClientBase, database: string) {
  await owner.query(`drop role if exists ${escapeIdentifier(loginRoleOf(database))}`);
}

async function ensureRole(owner: ClientBase, role: string, kind: 'login' | 'nologin') {
  const { rowCount } = await owner.query('select from pg_roles where rolname = $1', [role]);
  if (rowCount === 0) await owner.query(`create role ${escapeIdentifier(role)} ${kind}`).catch(unlessExists);
}

async function ensureMember(owner: ClientBase, login: string) {
  const { rows } = await owner.query<{ isMember: boolean }>(`select pg_has_role($1, $2, 'member') as "isMember"`, [
    login,
    applicationRole,
  ]);
  if (!rows[0]?.isMember) await owner.query(`grant ${applicationRole} to ${escapeIdentifier(login)}`);
}

function loginRoleOf(database: string): string {
  return `${database.slice(0, 55)}_server`;
}

function passwordOf(ownerUrl: string, login: string): string {
  return createHmac('sha256', ownerPasswordOf(ownerUrl)).update(`trofast ${login}`).digest('base64url');
}

/** From the URL or PGPASSWORD, as PostgreSQL's own programs take it. */
export function ownerPasswordOf(ownerUrl: string): string {
  const password = decodeURIComponent(new URL(ownerUrl).password) || process.env.PGPASSWORD;
  if (password) return password;
  throw new CannotOpenDatabase(
    'DATABASE_URL names no password, and the password of the role that the server works as follows from it. ' +
      'Write it into the URL (postgresql://USER:PASSWORD@HOST/DATABASE), set PGPASSWORD, or give APPLICATION_DATABASE_URL.',
  );
}

function withLogin(ownerUrl: string, login: string, password: string): string {
  const url = new URL(ownerUrl);
  url.username = encodeURIComponent(login);
  url.password = password;
  return url.href;
}

function mayNotCreateRoles(database: string, login: string): CannotOpenDatabase {
  return new CannotOpenDatabase(
    `The user of DATABASE_URL may not make the role that the server works as. Let an administrator run in ${database}:
  create role ${applicationRole} nologin;   -- unless it exists
  create role ${escapeIdentifier(login)} login password 'CHOOSE ONE' in role ${applicationRole};
  grant usage on schema public to ${applicationRole};
and give its connection as APPLICATION_DATABASE_URL=postgresql://${login}:CHOOSE-ONE@HOST/${database}.`,
  );
}

function unlessExists(error: unknown) {
  // Servers of several databases share the application role, and may make it at the same instant.
  if (!['42710', '23505'].includes(String(codeOf(error)))) throw error;
}

function codeOf(error: unknown): unknown {
  return error instanceof Error && 'code' in error ? error.code : undefined;
}
