import { hash } from 'node:crypto';
import { splitBody } from '@trofast/engine';
import { privateHash } from '../book/hashes.ts';
import { sortedJson } from '../book/sorted-json.ts';
import { originOf } from '../book/stored-events.ts';
import type { RequestJob } from './jobs.ts';
import type { RecordedRow } from './load.ts';

/** Whether a repeated key brings the content that was recorded under it. */
export function isSameContent(job: RequestJob, row: RecordedRow): boolean {
  const { request } = job;
  if (request.occurredAt !== undefined && request.occurredAt !== row.occurredAt) return false;
  if (!isSameJson(JSON.stringify(originOf(request)), originGiven(request, row))) return false;
  const { kept, personal } = splitBody(row.kind, JSON.parse(row.body));
  if (sortedJson(kept) !== sortedJson(JSON.parse(job.bodyText))) return false;
  // Bodies of earlier days carried everything themselves.
  if (personal)
    return job.personalText === sortedJson(personal) && isSamePersonal({ ...job, personalText: undefined }, row);
  return isSamePersonal(job, row);
}

/** The stored origin without the member that was added because the account has only one. */
function originGiven({ member }: RequestJob['request'], row: RecordedRow): string {
  if (member !== undefined) return row.origin;
  const { member: _, ...given } = JSON.parse(row.origin);
  return JSON.stringify(given);
}

/** Once the private row has been erased, nobody can tell any more. */
function isSamePersonal(job: Personally, row: RecordedRow): boolean {
  const personal = personalContent(job);
  if (row.privateHash === null) return personal === undefined;
  if (row.salt === null || row.personal_hash === null) return true;
  return personal !== undefined && privateHash(row.salt, personal).equals(row.personal_hash);
}

/**
 * All that is personal in what the caller said; undefined when there is nothing. What a change releases, and the whole
 * person after it, follow from what was stored before, so a repeat cannot bring them again.
 */
export function personalContent({ request, personalText }: Personally): string | undefined {
  const { private: own, person, claims } = request;
  const said = own ?? person;
  if (said === undefined && claims === undefined && personalText === undefined) return undefined;
  const content = sortedJson([said ?? null, claims ?? []]);
  return personalText === undefined ? content : `${content}\n${personalText}`;
}

type Personally = Pick<RequestJob, 'request'> & { readonly personalText?: string | undefined };

function isSameJson(given: string, stored: string): boolean {
  return given === stored || sortedJson(JSON.parse(given)) === sortedJson(JSON.parse(stored));
}

const hashes = new WeakMap<RequestJob, Buffer>();

/** Names are not in it; what else is personal only with the program's secret, since a hash of a birthday can be guessed. */
export function contentHash(job: RequestJob, secret: Buffer): Buffer {
  const known = hashes.get(job);
  if (known) return known;
  const { request } = job;
  const content = sortedJson([request.occurredAt ?? null, originOf(request), JSON.parse(job.bodyText)]);
  const secretly = job.personalText === undefined ? '' : `\n${secret.toString('hex')}\n${job.personalText}`;
  const made = hash('sha256', content + secretly, 'buffer');
  hashes.set(job, made);
  return made;
}
