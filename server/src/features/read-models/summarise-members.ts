import { type Account, type Event, type Member, nameOfKey, ownerOfKey, type Program } from '@trofast/engine';
import type { Person } from '../members/index.ts';
import { type FollowedEvent, factsOf } from './followed-event.ts';
import { wordsOf } from './words.ts';

export interface MemberSummary {
  readonly member: string;
  readonly account: string;
  readonly market: string;
  readonly since: number;
  readonly cards: readonly string[];
  /** Level by ladder. */
  readonly levels: Readonly<Record<string, string>>;
  /** Whole units by currency. */
  readonly points: Readonly<Record<string, number>>;
  readonly tags: readonly string[];
}

export interface ListStayRow {
  readonly list: string;
  readonly member: string;
  readonly from: number;
  readonly through: number | undefined;
}

/** Kinds of event that change neither who a member is nor what lists they are on, unless a fact says so. */
const quiet: ReadonlySet<Event['kind']> = new Set<Event['kind']>([
  ...(['purchase', 'return', 'activity', 'redemption', 'hold', 'capture', 'release'] as const),
  ...(['voucher_use', 'voucher_release', 'correction', 'clock', 'transfer_sent', 'transfer_received'] as const),
  ...(['transfer_answered', 'club_joined', 'club_cancelled', 'club_renewal', 'payment', 'benefit_use'] as const),
]);

/** Whether words and lists of the account's members must be written anew. */
export function changesPersons(event: FollowedEvent): boolean {
  if (!quiet.has(event.kind)) return true;
  return event.facts.includes('"list_') && factsOf(event).some(({ fact }) => fact.startsWith('list_'));
}

/** Who is on the account now: not those who left or were erased. */
export function presentMembers(account: Account): readonly (readonly [string, Member])[] {
  if (account.erased) return [];
  return Object.entries(account.members).filter(([, { left, erased }]) => left === undefined && !erased);
}

export function summariseMember(account: Account, program: Program, id: string, member: Member): MemberSummary {
  const isTheirs = (key: string) => ['', `@member:${id}`].includes(ownerOfKey(key));
  const levels: Record<string, string> = {};
  for (const { id: ladder, levels: known } of program.ladders.values()) {
    const base = known[0]?.id;
    if (base !== undefined) levels[ladder] = base;
  }
  for (const [key, { level }] of Object.entries(account.ladders)) if (isTheirs(key)) levels[nameOfKey(key)] = level;
  const points: Record<string, number> = {};
  for (const { currency, left } of account.lots) {
    const name = nameOfKey(currency);
    if (isTheirs(currency)) points[name] = (points[name] ?? 0) + left;
  }
  return {
    ...{ member: id, account: account.id, market: account.market, since: member.since, cards: member.cards },
    ...{ levels, points },
    tags: [
      marketTag(program.id, account.market),
      ...Object.entries(levels).map(([ladder, level]) => levelTag(program.id, ladder, level)),
    ],
  };
}

export function marketTag(program: string, market: string): string {
  return `${program}/market/${market}`;
}

export function levelTag(program: string, ladder: string, level: string): string {
  return `${program}/level/${ladder}/${level}`;
}

export function staysOf(id: string, { lists = {} }: Member): readonly ListStayRow[] {
  return Object.entries(lists).flatMap(([list, stays]) =>
    stays.map(({ from, through }) => ({ list, member: id, from, through })),
  );
}

export function memberWords(id: string, member: Member, person: Person): readonly string[] {
  return wordsOf(id, person, member.cards);
}
