import type { Output } from '@trofast/contract';
import type { Context } from '../../context.ts';
import { localeOf } from '../../sign-in/locale-of.ts';
import { hasOwner, selectMemberships, selectPerson } from './queries.ts';

/** Who is signed in, and where they may go. */
export async function sessionView(
  { database, ledger }: Pick<Context, 'database' | 'ledger'>,
  staff: string | undefined,
): Promise<Output<'getStaffSession'>> {
  const person = staff === undefined ? undefined : await selectPerson(database, staff);
  if (!person) return { needsOwner: !(await hasOwner(database)), organisations: [] };
  const [memberships, programs] = await Promise.all([selectMemberships(database, person.id), ledger.programs.list()]);
  return {
    needsOwner: false,
    staff: {
      id: person.id,
      name: person.name,
      email: person.email,
      ...(person.locale === null ? {} : { locale: localeOf(person.locale) }),
      hasTwoFactor: person.two_factor_enabled ?? false,
      passkeys: person.passkeys,
    },
    organisations: memberships.map(({ organisation_id, organisation_name, role }) => ({
      id: organisation_id,
      name: organisation_name,
      role,
      programs: programs
        .filter(({ organisation }) => organisation === organisation_id)
        .map(({ id, name, versions }) => ({ id, name, isPublished: versions > 0 })),
    })),
  };
}
