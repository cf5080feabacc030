import type { FailureCode, Role } from '@trofast/contract';
import type { Database } from '@trofast/db';

/**
 * Gives somebody another role, or none. The organisation's row is locked first, so that of two owners who remove each
 * other at the same moment one stays.
 */
export async function changeMembership(
  database: Database,
  organisation: string,
  staff: string,
  role: Role | undefined,
): Promise<FailureCode | undefined> {
  return await database.transaction(async (client) => {
    await client.query('select from organisation where id = $1 for update', [organisation]);
    const { rows } = await client.query<{ staff_id: string; role: Role }>(
      'select staff_id, role from staff_membership where organisation_id = $1',
      [organisation],
    );
    if (!rows.some(({ staff_id }) => staff_id === staff)) return 'unknown_staff';
    const otherOwners = rows.filter((row) => row.role === 'owner' && row.staff_id !== staff);
    if (role !== 'owner' && otherOwners.length === 0) return 'last_owner';
    if (role === undefined) {
      await client.query('delete from staff_membership where organisation_id = $1 and staff_id = $2', [
        organisation,
        staff,
      ]);
    } else {
      await client.query('update staff_membership set role = $3 where organisation_id = $1 and staff_id = $2', [
        organisation,
        staff,
        role,
      ]);
    }
    return undefined;
  });
}
