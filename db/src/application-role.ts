import { createHmac } from 'node:crypto';
import { type ClientBase, escapeIdentifier, escapeLiteral } from 'pg';
import { CannotOpenDatabase } from './cannot-open-database.ts';

/** What migrations grant to. It cannot log in; the server's login role of each database is a member of it. */
export const applicationRole = 'trofast_app';

/**
 * Makes the roles that the server works as, and returns the URL it connects with.
 * The password follows from the owner's, so every server of one database knows it and none stores it.
 */
export async function provisionApplicationRole(owner: ClientBase, ownerUrl: string): Promise<string> {
  const { rows } = await owner.query<{ database: string; member: boolean | null }>(
    `select current_database() as database,
            (select true from pg_roles where rolname = $1) as member`,
    [applicationRole],
  );
  const database = rows[0]?.database ?? '';
  const login = loginRoleOf(database);
  const password = passwordOf(ownerUrl, login);
  try {
    if (!rows[0]?.member) await owner.query(`create role ${applicationRole} nologin`).catch(unlessExists);
    await ensureLogin(owner, login, password);
    await owner.query(`grant connect on database ${escapeIdentifier(database)} to ${escapeIdentifier(login)}`);
    await owner.query(`grant usage on schema public to ${applicationRole}`);
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

async function ensureLogin(owner: ClientBase, login: string, password: string) {
  const role = escapeIdentifier(login);
  const { rows } = await owner.query<{ name: string; member: boolean }>(
    `select rolname as name, pg_has_role(oid, $2, 'member') as member from pg_roles where rolname = $1`,
    [login, applicationRole],
  );
  if (rows.length === 0) await owner.query(`create role ${role} login`).catch(unlessExists);
  await owner.query(`alter role ${role} with login password ${escapeLiteral(password)}`);
  if (!rows[0]?.member) await owner.query(`grant ${applicationRole} to ${role}`);
}

function loginRoleOf(database: string): string {
  return `${database.slice(0, 55)}_server`;
}

function passwordOf(ownerUrl: string, login: string): string {
  const ownerPassword = decodeURIComponent(new URL(ownerUrl).password) || process.env.PGPASSWORD;
  if (ownerPassword) return createHmac('sha256', ownerPassword).update(`trofast ${login}`).digest('base64url');
  throw new CannotOpenDatabase(
    'DATABASE_URL names no password, and the password of the role that the server works as follows from it. ' +
      'Write it into the URL (postgresql://USER:PASSWORD@HOST/DATABASE) or set PGPASSWORD.',
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
  // Two servers that start at once may both try.
  if (!['42710', '23505'].includes(String(codeOf(error)))) throw error;
}

function codeOf(error: unknown): unknown {
  return error instanceof Error && 'code' in error ? error.code : undefined;
}
