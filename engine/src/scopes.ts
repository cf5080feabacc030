import type { Event } from './event.ts';
import type { Scope } from './program.ts';

/** Key of a scoped thing: `points`, `points@member:ID`, `points@card:ID`. */
export function scopedKey(name: string, per: Scope, event: Pick<Event, 'member' | 'card'>): string {
  if (per === 'account') return name;
  const owner = per === 'member' ? event.member : event.card;
  return owner === undefined ? name : `${name}@${per}:${owner}`;
}

/** The name a scoped key begins with. */
export function nameOfKey(key: string): string {
  const at = key.indexOf('@');
  return at === -1 ? key : key.slice(0, at);
}

/** What a scoped key says of its owner, to be compared or looked up: `@member:ID`, or nothing. */
export function ownerOfKey(key: string): string {
  const at = key.indexOf('@');
  return at === -1 ? '' : key.slice(at);
}
