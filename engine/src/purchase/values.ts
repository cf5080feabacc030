import type { Account } from '../account.ts';
import { isEntitledOn } from '../benefits/entitled.ts';
import { yearlyText } from '../birthdays/yearly-dates.ts';
import { counterSum } from '../counters/counter-sum.ts';
import { sumBetween } from '../counters/days.ts';
import { sumInWindow, windowStart } from '../counters/windows.ts';
import type { Event } from '../event.ts';
import type { Reading, ReadValue } from '../evidence.ts';
import { planHeldOn } from '../households/households.ts';
import { levelHeldAt } from '../ladders/standing.ts';
import { isOnList } from '../lists/stays.ts';
import { stateOn } from '../offers/openings.ts';
import { isWithin } from '../points/settle.ts';
import type { Period, Program, ReadValues, Window } from '../program.ts';
import { scopedKey } from '../scopes.ts';
import type { Day } from '../time/days.ts';

/** Values of the account that rules read; each is named, so that a decision can be made again without the account. */
export interface Values extends ReadValues {
  /** Sum of a limit's or cap's own counter in its window. */
  used(key: string, window: Window): number;
  /** Sum of a counter in the period that contains the day of the event, whatever the counter's own window. */
  counted(counter: string, period: Period): number;
}

/** Thrown when a decision from a reading asks for a value that the first decision never read. */
export class NotInReading extends Error {
  readonly value: string;
  constructor(value: string) {
    super(`The reading has no ${value}`);
    this.value = value;
  }
}

export interface ValueSource {
  readonly program: Program;
  readonly account: Account;
  readonly event: Event;
  readonly storeDay: Day;
  readonly occurredDay: Day;
  readonly reading: Record<string, ReadValue>;
}

/** Reads from the account as it was when the event occurred, and keeps every value in the reading. */
export function liveValues({ program, account, event, storeDay, occurredDay, reading }: ValueSource): Values {
  const keep = <T extends ReadValue>(name: string, value: () => T): T => {
    if (!(name in reading)) reading[name] = value();
    return reading[name] as T;
  };
  const values: Values = {
    level: (id) =>
      keep(`level:${id}`, () => {
        const ladder = program.ladders.get(id);
        return ladder ? levelHeldAt(account, ladder, scopedKey(id, ladder.per, event), event.occurredAt) : '';
      }),
    counter: (id) =>
      keep(`counter:${id}`, () => {
        const counter = program.counters.get(id);
        return counter ? counterSum(account, counter, scopedKey(id, counter.per, event), storeDay) : 0;
      }),
    used: (key, window) =>
      keep(`used:${key}`, () => sumInWindow(account.counters[key] ?? [], window, storeDay, account.since)),
    daysSinceEnrolment: () => keep('days_since_enrolment', () => occurredDay - account.since),
    counted: (id, kind) =>
      keep(`counted:${id}:${kind}`, () => {
        const key = scopedKey(id, program.counters.get(id)?.per ?? 'account', event);
        return sumBetween(account.counters[key] ?? [], windowStart({ kind }, storeDay, account.since), storeDay);
      }),
    subscription: (id) =>
      keep(`subscription:${id}`, () => {
        const key = scopedKey(id, program.clubs.get(id)?.per ?? 'account', event);
        return planHeldOn({ program, account, event }, key, occurredDay) ?? null;
      }),
    birthday: () =>
      keep('birthday', () => {
        const birthday = event.member === undefined ? undefined : account.members[event.member]?.birthday;
        return birthday ? yearlyText(birthday) : null;
      }),
    attribute: (name) =>
      keep(`attribute:${name}`, () => {
        const member = event.member === undefined ? undefined : account.members[event.member];
        return member?.attributes[name] ?? null;
      }),
    isOn: (id) =>
      keep(`list:${id}`, () => {
        const list = program.lists.get(id);
        const member = event.member === undefined ? undefined : account.members[event.member];
        return list !== undefined && isWithin(list.span, occurredDay) && isOnList(member, id, occurredDay);
      }),
    offer: (id) =>
      keep(`offer:${id}`, () => {
        const offer = program.offers.get(id);
        const codes = event.kind === 'purchase' ? (event.body.codes ?? []) : [];
        return offer ? stateOn(account, offer, scopedKey(id, offer.per, event), occurredDay, codes) : null;
      }),
    completed: (id) =>
      keep(`completed:${id}`, () => {
        const key = scopedKey(id, program.challenges.get(id)?.per ?? 'account', event);
        return (account.crossings[key] ?? []).filter(({ gone }) => !gone).length;
      }),
    isEntitled: (id) =>
      keep(`benefit:${id}`, () => {
        const benefit = program.benefits.get(id);
        return (
          benefit !== undefined && isEntitledOn({ program, event, values, market: account.market }, benefit, storeDay)
        );
      }),
  };
  return values;
}

/** Reads from what an earlier decision read. */
export function storedValues(reading: Reading): Values {
  const stored = <T extends ReadValue>(name: string): T => {
    if (!(name in reading)) throw new NotInReading(name);
    return reading[name] as T;
  };
  return {
    level: (id) => stored(`level:${id}`),
    counter: (id) => stored(`counter:${id}`),
    used: (key) => stored(`used:${key}`),
    daysSinceEnrolment: () => stored('days_since_enrolment'),
    counted: (id, period) => stored(`counted:${id}:${period}`),
    subscription: (id) => stored(`subscription:${id}`),
    birthday: () => stored('birthday'),
    attribute: (name) => stored(`attribute:${name}`),
    isOn: (id) => stored(`list:${id}`),
    offer: (id) => stored(`offer:${id}`),
    completed: (id) => stored(`completed:${id}`),
    isEntitled: (id) => stored(`benefit:${id}`),
  };
}
