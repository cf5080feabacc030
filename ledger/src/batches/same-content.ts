import { hash } from 'node:crypto';
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
  return isSameJson(job.bodyText, row.body) && isSamePersonal(job, row);
}

/** The stored origin without the member that was added because the account has only one. */
function originGiven({ member }: RequestJob['request'], row: RecordedRow): string {
  if (member !== undefined) return row.origin;
  const { member: _, ...given } = JSON.parse(row.origin);
  return JSON.stringify(given);
}

/** Once the private row has been erased, nobody can tell any more. */
function isSamePersonal({ request }: RequestJob, row: RecordedRow): boolean {
  const personal = personalContent(request);
  if (row.privateHash === null) return personal === undefined;
  if (row.salt === null || row.personal_hash === null) return true;
  return personal !== undefined && privateHash(row.salt, personal).equals(row.personal_hash);
}

/**
 * All that is personal in what the caller said; undefined when there is nothing. What a change releases, and the whole
 * person after it, follow from what was stored before, so a repeat cannot bring them again.
 */
export function personalContent({ private: own, person, claims }: RequestJob['request']): string | undefined {
  const said = own ?? person;
  if (said === undefined && claims === undefined) return undefined;
  return sortedJson([said ?? null, claims ?? []]);
}

function isSameJson(given: string, stored: string): boolean {
  return given === stored || sortedJson(JSON.parse(given)) === sortedJson(JSON.parse(stored));
}

const hashes = new WeakMap<RequestJob, Buffer>();

/** What is personal is not in it: a hash of a name can be guessed. */
export function contentHash(job: RequestJob): Buffer {
  const known = hashes.get(job);
  if (known) return known;
  const { request } = job;
  const content = [request.occurredAt ?? null, originOf(request), JSON.parse(job.bodyText)];
  const made = hash('sha256', sortedJson(content), 'buffer');
  hashes.set(job, made);
  return made;
}
