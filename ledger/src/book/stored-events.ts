import {
  type Balance,
  type Event,
  type Instant,
  joinFacts,
  joinPersonal,
  type Reading,
  type Recorded,
} from '@trofast/engine';
import { recordedPart } from './private-bodies.ts';

/** A recorded event as its row holds it: JSON texts that are hashed and never written anew. */
export interface EventTexts {
  readonly id: string;
  readonly kind: Event['kind'];
  readonly occurredAt: Instant;
  readonly at: Instant;
  readonly recordedAt: Instant;
  readonly sequence: number;
  readonly version: number;
  /** The purchase that a return is about. */
  readonly about: string | null;
  readonly origin: string;
  readonly privateHash: Buffer | null;
  readonly body: string;
  readonly facts: string;
  readonly reading: string;
  readonly rules: string;
  readonly balances: string;
  /** Of its private row, when that was read and is still there. */
  readonly privateBody?: string | null;
}

/** Where, through what and by whom, in the order in which it is written. */
const ORIGIN = ['zone', 'member', 'card', 'store', 'till', 'channel', 'actor'] as const;

export type Origin = { readonly [Name in (typeof ORIGIN)[number]]?: string };

export function originOf(source: { readonly [Name in keyof Origin]?: string | undefined }): Origin {
  const origin: { -readonly [Name in keyof Origin]: Origin[Name] } = {};
  for (const name of ORIGIN) {
    const value = source[name];
    if (value !== undefined) origin[name] = value;
  }
  return origin;
}

function aboutOf(event: Event): string | null {
  return event.kind === 'return' ? event.body.purchase : null;
}

export function textsOf(recorded: Recorded, recordedAt: Instant, bodyText?: string): EventTexts {
  const { event } = recorded;
  return {
    id: event.id,
    kind: event.kind,
    occurredAt: event.occurredAt,
    at: event.at,
    recordedAt,
    sequence: recorded.sequence,
    version: recorded.version,
    about: aboutOf(event),
    origin: JSON.stringify(originOf(event)),
    privateHash: null,
    body: bodyText ?? JSON.stringify(event.body),
    facts: JSON.stringify(recorded.facts),
    reading: JSON.stringify(recorded.reading),
    rules: JSON.stringify(recorded.rules),
    balances: JSON.stringify(recorded.balances),
  };
}

/** Whole, with what its private row still says. */
export function recordedOf(texts: EventTexts): Recorded {
  const kept: Recorded = {
    sequence: texts.sequence,
    event: eventOf(texts, JSON.parse(texts.origin), JSON.parse(texts.body)),
    version: texts.version,
    facts: JSON.parse(texts.facts),
    reading: JSON.parse(texts.reading) as Reading,
    rules: JSON.parse(texts.rules),
    balances: JSON.parse(texts.balances) as Readonly<Record<string, Balance>>,
  };
  return joinPersonal(kept, recordedPart(texts.privateBody));
}

/** What folding looks at; the body, often the largest part, is read only when it is asked for. */
export function foldableOf(texts: EventTexts): Pick<Recorded, 'sequence' | 'event' | 'version' | 'facts'> {
  const { id, kind, at, occurredAt, sequence, version } = texts;
  const event = {
    ...{ id, kind, at, occurredAt },
    ...JSON.parse(texts.origin),
    get body() {
      return JSON.parse(texts.body);
    },
  };
  return {
    sequence,
    event,
    version,
    facts: joinFacts(JSON.parse(texts.facts), recordedPart(texts.privateBody)?.facts),
  };
}

/** One order of fields, whether an event has just come in or is read again: equal answers are equal texts. */
export function eventOf(
  header: { readonly id: string; readonly kind: string; readonly at: Instant; readonly occurredAt: Instant },
  origin: Origin,
  body: unknown,
): Event {
  const { id, kind, at, occurredAt } = header;
  return { id, kind, at, occurredAt, ...origin, body } as Event;
}
