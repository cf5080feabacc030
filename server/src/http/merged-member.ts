import type { Answered } from '../context.ts';

/** The same request about the member who goes on, when the one it names was merged into another. */
export function forMergedMember<Asked>(answered: Answered<unknown>, input: Asked): Asked | undefined {
  if (!('refused' in answered) || answered.refused !== 'member_merged') return undefined;
  const { member } = answered.details;
  const isNamed = typeof input === 'object' && input !== null && 'memberId' in input && input.memberId !== member;
  return isNamed && typeof member === 'string' ? { ...input, memberId: member } : undefined;
}
