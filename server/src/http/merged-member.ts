import type { Caller } from '../caller.ts';
import type { Answered } from '../context.ts';

/** Who goes on, when a request was about a member who was merged into another. */
function mergedInto(answered: Answered<unknown>): { readonly member: string; readonly account: string } | undefined {
  if (!('refused' in answered) || answered.refused !== 'member_merged') return undefined;
  const { member, account } = answered.details;
  return typeof member === 'string' && typeof account === 'string' ? { member, account } : undefined;
}

/** The same question about the member who goes on: of the path, or the one who asks. Nothing where neither was meant. */
export function forMergedMember<Input>(
  answered: Answered<unknown>,
  { caller, input }: { readonly caller: Caller; readonly input: Input },
): { readonly caller: Caller; readonly input: Input } | undefined {
  const into = mergedInto(answered);
  if (into === undefined) return undefined;
  const isNamed = typeof input === 'object' && input !== null && 'memberId' in input && input.memberId !== into.member;
  if (isNamed) return { caller, input: { ...input, memberId: into.member } };
  const isAsking = caller.kind === 'member' && caller.member !== into.member;
  return isAsking ? { caller: { ...caller, ...into }, input } : undefined;
}
