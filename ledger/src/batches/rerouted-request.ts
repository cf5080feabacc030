import { inTermsOf } from '@trofast/engine';
import type { Answer, RecordRequest } from '../requests.ts';

/** What came for an account that was merged goes to the one it goes on in, in the terms of that one. */
export function reroutedRequest(request: RecordRequest, { refusal }: Answer): RecordRequest | undefined {
  if (refusal?.refused !== 'member_merged' || request.kind === 'merged') return undefined;
  const { account, member } = refusal.details;
  if (typeof account !== 'string' || typeof member !== 'string') return undefined;
  const move = { from: request.account, fromMember: request.member ?? '', toMember: member };
  return { ...request, account, member, body: inTermsOf<unknown>(request.body, move) } as RecordRequest;
}
