import { type Client, ProblemError } from '@trofast/sdk';
import type { MemberAtTill, OwnTill } from '../device/device-database.ts';
import { knownMember, rememberMember } from '../device/known-members.ts';
import type { Work } from '../queue/queued.ts';

type Reference = Extract<Work, { operation: 'recordPurchase' }>['input']['member'];

/** Who stands at the counter, as well as this till can know. */
export interface Found {
  /** How work names the member: by id, or, before the enrolment was sent, by what was enrolled with. */
  readonly reference: NonNullable<Reference>;
  readonly name: string;
  /** Absent: enrolled without a network, so that nothing is known yet. */
  readonly seen?: MemberAtTill;
  /** When that was, where the server could not be asked now; device's clock. */
  readonly knownAt?: number;
}

export type NotFound = 'unknown' | 'unknownOffline';

export async function findMember(client: Client, { setup }: OwnTill, said: string): Promise<Found | NotFound> {
  try {
    const seen = await client.findMemberAtTill({ said });
    await rememberMember(setup.id, seen);
    return foundOf(seen);
  } catch (error) {
    if (error instanceof ProblemError && error.problem.status < 500) {
      if (error.problem.status === 401 || error.problem.status === 429) throw error;
      return 'unknown';
    }
    const known = await knownMember(setup.id, said);
    return known ? { ...foundOf(known.seen), knownAt: known.seenAt } : 'unknownOffline';
  }
}

function foundOf(seen: MemberAtTill): Found {
  const { id, name, email, phone, cards } = seen.member;
  return { reference: { id }, name: name ?? email ?? phone ?? cards[0] ?? '', seen };
}
