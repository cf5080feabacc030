import type { Personal } from '@trofast/engine';
import type { PersonalValues } from '../requests.ts';

/** Of version 2; before, a row held only what was said, or `null`. */
interface PrivateBody {
  readonly v: 2;
  /** What the caller said of the person. */
  readonly said: PersonalValues | null;
  /** What belongs into the recorded event. */
  readonly recorded: Personal;
}

export function privateBody(said: PersonalValues | undefined, recorded: Personal | undefined): string {
  if (recorded === undefined) return JSON.stringify(said ?? null);
  return JSON.stringify({ v: 2, said: said ?? null, recorded } satisfies PrivateBody);
}

export function recordedPart(body: string | null | undefined): Personal | undefined {
  const read = body == null ? null : JSON.parse(body);
  return isWhole(read) ? read.recorded : undefined;
}

export function saidPart(body: string): PersonalValues | undefined {
  const read = JSON.parse(body);
  return (isWhole(read) ? read.said : read) ?? undefined;
}

function isWhole(read: PersonalValues | PrivateBody | null): read is PrivateBody {
  return read !== null && read['v'] === 2 && 'recorded' in read;
}
