import { ROLE_SCOPES, type Scope } from '@trofast/contract';
import type { Database } from '@trofast/db';
import type { Caller } from '../../caller.ts';
import type { SignedIn } from '../../services.ts';
import { selectPerson, selectRole } from './queries.ts';

const selfOnly: ReadonlySet<Scope> = new Set(['staff:self']);

/**
 * Somebody of the staff, with what the role in the organisation of the program allows. Of a program that is none of
 * theirs they may do nothing, and learn nothing.
 */
export async function staffCaller(
  database: Database,
  { user, session }: SignedIn,
  program: string | undefined,
): Promise<Caller | undefined> {
  const [person, found] = await Promise.all([
    selectPerson(database, user),
    program === undefined ? undefined : selectRole(database, user, program),
  ]);
  if (!person) return undefined;
  const who = { kind: 'staff', actor: `staff:${user}`, name: person.name } as const;
  const staff = { id: user, email: person.email, session };
  if (program === undefined) return { ...who, staff, scopes: selfOnly };
  if (!found) return { ...who, staff, program, scopes: selfOnly };
  const { organisation_id: organisation, role } = found;
  const scopes = new Set<Scope>(['staff:self', ...ROLE_SCOPES[role]]);
  return { ...who, program, scopes, staff: { ...staff, organisation, role } };
}
