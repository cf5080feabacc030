import type { Event } from '../event.ts';
import type { ReadValue, Recorded } from '../evidence.ts';
import type { Fact, FactName } from '../facts.ts';

/**
 * What of a recorded event is about a person: it is kept apart, so that it can be erased while facts, sums and hashes
 * stay. Without it, the fields are empty.
 */
export interface Personal {
  readonly body?: Fields;
  /** By index of the fact. */
  readonly facts?: Readonly<Record<string, Fields>>;
  readonly reading?: Readonly<Record<string, ReadValue>>;
}

type Fields = Readonly<Record<string, unknown>>;

const OF_A_PERSON = ['birthday', 'address', 'attributes'] as const;
const FREE_TEXT = ['reason'] as const;

const IN_BODIES: { readonly [Kind in Event['kind']]?: readonly string[] } = {
  enrolment: OF_A_PERSON,
  member_changed: OF_A_PERSON,
  member_joined: OF_A_PERSON,
  correction: FREE_TEXT,
  return: FREE_TEXT,
  hold: FREE_TEXT,
};

/** Facts of version 2; those of version 1 carried everything themselves. */
const IN_FACTS: { readonly [Name in FactName]?: readonly string[] } = {
  enrolled: OF_A_PERSON,
  member_changed: OF_A_PERSON,
  member_joined: OF_A_PERSON,
  corrected: FREE_TEXT,
};

/** What stands in a fact whose personal part is gone, where the field cannot be absent. */
const EMPTY: { readonly [Name in FactName]?: Fields } = {
  enrolled: { attributes: {} },
  member_joined: { attributes: {} },
  corrected: { reason: '' },
};

/** The body without what is personal in it, and that. */
export function splitBody<Kind extends Event['kind'], Body extends object>(
  kind: Kind,
  body: Body,
): { readonly kept: Body; readonly personal?: Fields } {
  return split(body, IN_BODIES[kind]);
}

/** The recorded event as it may stand for ever, and what of it may not. */
export function splitPersonal(recorded: Recorded): { readonly kept: Recorded; readonly personal?: Personal } {
  const { event, facts, reading } = recorded;
  const body = splitBody(event.kind, event.body);
  const ofFacts = splitFacts(facts);
  const ofReading = splitReading(reading);
  const personal: Personal = {
    ...(body.personal && { body: body.personal }),
    ...(ofFacts.personal && { facts: ofFacts.personal }),
    ...(ofReading.personal && { reading: ofReading.personal }),
  };
  if (Object.keys(personal).length === 0) return { kept: recorded };
  return {
    kept: { ...recorded, event: { ...event, body: body.kept } as Event, facts: ofFacts.kept, reading: ofReading.kept },
    personal,
  };
}

/** The recorded event whole again; what has been erased stays empty. */
export function joinPersonal<Part extends Pick<Recorded, 'facts'> & Partial<Pick<Recorded, 'event' | 'reading'>>>(
  kept: Part,
  { body, facts = {}, reading }: Personal = {},
): Part {
  return {
    ...kept,
    ...(kept.event && body && { event: { ...kept.event, body: { ...kept.event.body, ...body } } }),
    facts: joinFacts(kept.facts, facts),
    ...(kept.reading && reading && { reading: { ...kept.reading, ...reading } }),
  };
}

/** Facts whole again: those of version 2 with their fields, or with empty ones. */
export function joinFacts(kept: readonly Fact[], personal: NonNullable<Personal['facts']> = {}): readonly Fact[] {
  if (!kept.some(({ v }) => v === 2)) return kept;
  return kept.map((fact, index) => (fact.v === 2 ? ({ ...fact, ...emptyIn(fact), ...personal[index] } as Fact) : fact));
}

function emptyIn(fact: Fact): Fields {
  return Object.fromEntries(Object.entries(EMPTY[fact.fact] ?? {}).filter(([name]) => !(name in fact)));
}

function splitFacts(facts: readonly Fact[]): { kept: readonly Fact[]; personal?: Record<string, Fields> } {
  const personal: Record<string, Fields> = {};
  if (!facts.some(({ v }) => v === 2)) return { kept: facts };
  const kept = facts.map((fact, index) => {
    const parts = split<Fact>(fact, fact.v === 2 ? IN_FACTS[fact.fact] : []);
    if (parts.personal) personal[index] = parts.personal;
    return parts.kept;
  });
  return { kept, personal };
}

/** A value that was read stays as a place: without it, a condition on it does not hold. */
function splitReading(reading: Recorded['reading']): { kept: Recorded['reading']; personal?: Recorded['reading'] } {
  const names = Object.keys(reading).filter((name) => isPersonal(name) && reading[name] !== null);
  if (names.length === 0) return { kept: reading };
  return {
    kept: { ...reading, ...Object.fromEntries(names.map((name) => [name, null])) },
    personal: Object.fromEntries(names.map((name) => [name, reading[name] ?? null])),
  };
}

function isPersonal(name: string): boolean {
  return name === 'birthday' || name.startsWith('attribute:');
}

function split<Whole extends object>(
  whole: Whole,
  names: readonly string[] = [],
): { readonly kept: Whole; readonly personal?: Fields } {
  const found = names.filter((name) => isTold((whole as Fields)[name]));
  if (found.length === 0) return { kept: whole };
  const entries = Object.entries(whole);
  return {
    kept: Object.fromEntries(entries.filter(([name]) => !found.includes(name))) as Whole,
    personal: Object.fromEntries(entries.filter(([name]) => found.includes(name))),
  };
}

/** Nothing is no person's: no attributes need no row. */
function isTold(value: unknown): boolean {
  if (value === undefined || value === '') return false;
  return typeof value !== 'object' || value === null || Object.keys(value).length > 0;
}
