import { splitBody } from '@trofast/engine';
import { deriveEventId, deriveMemberId } from '../book/identifiers.ts';
import { sortedJson } from '../book/sorted-json.ts';
import type { Answer, RecordRequest } from '../requests.ts';
import type { RequestJob } from './jobs.ts';

export interface NewJob {
  readonly request: RecordRequest;
  readonly takesReceipt: boolean;
  readonly answer: (answer: Answer) => void;
  readonly fail: (error: unknown) => void;
}

/** Throws for instants that are no whole milliseconds: what is hashed must be what is stored. */
export function newRequestJob({ request, takesReceipt, answer, fail }: NewJob): RequestJob {
  const { program, account, kind, key } = request;
  for (const instant of [request.occurredAt, request.at]) {
    if (instant !== undefined && !Number.isSafeInteger(instant)) throw new RangeError(`${instant} is no instant`);
  }
  const { kept, personal } = splitBody(kind, request.body);
  // Fifty equal enrolments make one member, whatever the server they reach.
  const member = request.member ?? (kind === 'enrolment' ? deriveMemberId(program, key) : undefined);
  return {
    kind: 'request',
    program,
    account,
    request: member === undefined ? request : { ...request, member },
    eventId: deriveEventId(program, account, kind, key),
    bodyText: JSON.stringify(kept),
    ...(personal && { personalText: sortedJson(personal) }),
    takesReceipt,
    missing: [],
    attempts: 0,
    answer,
    fail,
  };
}
