import { deviceDatabase, type KnownMember, type MemberAtTill } from './device-database.ts';
import { isSaid } from './is-said.ts';

const membersMax = 200;
const keptMilliseconds = 24 * 3_600_000;

/** Keeps whom this till has just seen, and forgets whom it has not seen for a day. */
export async function rememberMember(till: string, seen: MemberAtTill, now = Date.now()) {
  const transaction = (await deviceDatabase()).transaction('members', 'readwrite');
  const { id } = seen.member;
  await transaction.store.put({ id, till, seen, seenAt: now });
  const newest = (await transaction.store.index('seenAt').getAll()).toReversed();
  for (const [index, known] of newest.entries()) {
    if (index >= membersMax || isOver(known, now)) await transaction.store.delete(known.id);
  }
  await transaction.done;
}

export async function forgetMember(id: string) {
  await (await deviceDatabase()).delete('members', id);
}

/** A member of the last day, by whatever they show or say. */
export async function knownMember(till: string, said: string, now = Date.now()): Promise<KnownMember | undefined> {
  const all = await (await deviceDatabase()).getAll('members');
  return all.find((known) => known.till === till && !isOver(known, now) && isSaid(known.seen.member, said));
}

function isOver({ seenAt }: KnownMember, now: number): boolean {
  return now - seenAt > keptMilliseconds;
}
