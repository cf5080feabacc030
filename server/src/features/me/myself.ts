import { type Refusal, refuse } from '@trofast/engine';
import type { Context } from '../../context.ts';
import { type Loaded, loadMember } from '../members/index.ts';

/** The member who is signed in, on the account it is on now. */
export interface Myself extends Loaded {
  readonly memberId: string;
}

/** Only the session says who it is: no operation of a member's own takes anybody's id. */
export async function loadMyself(context: Context): Promise<Myself | Refusal> {
  const memberId = context.caller.member;
  if (memberId === undefined) return refuse('unknown_member');
  const loaded = await loadMember(context, memberId);
  return 'refused' in loaded ? loaded : { ...loaded, memberId };
}

/** Whether a scoped key is the account's or this member's, and not another's of the household. */
export function isMine(key: string, { memberId, member }: Pick<Myself, 'memberId' | 'member'>): boolean {
  const [, owner] = key.split('@');
  return owner === undefined || owner === `member:${memberId}` || member.cards.some((card) => owner === `card:${card}`);
}
