import type { Output } from '@trofast/contract';
import {
  type Balance,
  decimalText,
  type Fact,
  type Locale,
  type Program,
  type Programs,
  type Recorded,
  sentenceOfFact,
} from '@trofast/engine';
import { dayField, instantText } from '../../instants.ts';
import { decimalsOf, pointsMoved } from './points-moved.ts';
import { voucherChanges } from './voucher-changes.ts';

export type Outcome = Output<'redeemReward'>;
type Sides = Pick<Outcome, 'points' | 'balances' | 'levels' | 'vouchers' | 'declined' | 'notHonoured' | 'sentences'>;

/** What a view of an event is made from: nothing but what is stored, so that it comes out the same again. */
export interface Viewed {
  readonly programs: Programs;
  readonly recorded: Recorded;
  readonly accountId: string;
  readonly codes?: Readonly<Record<string, string>> | undefined;
  readonly locale: Locale;
}

export function outcomeView({ programs, recorded, accountId, codes, locale }: Viewed): Outcome {
  const { event, version, facts, balances } = recorded;
  const program = programOfVersion(programs, version);
  return {
    id: event.id,
    kind: event.kind,
    accountId,
    ...(event.member === undefined ? {} : { member: event.member }),
    ...(event.card === undefined ? {} : { card: event.card }),
    ...(event.store === undefined ? {} : { store: event.store }),
    occurredAt: instantText(event.occurredAt),
    recordedAt: instantText(event.at),
    version,
    ...sidesOf({ programs, program, facts, balances, codes, locale }),
  };
}

export interface Sided {
  readonly programs: Programs;
  readonly program: Program;
  readonly facts: readonly Fact[];
  readonly balances: Readonly<Record<string, Balance>>;
  readonly codes?: Readonly<Record<string, string>> | undefined;
  readonly locale: Locale;
}

export function sidesOf({ programs, program, facts, balances, codes, locale }: Sided): Sides {
  const declined = facts.filter((fact) => fact.fact === 'declined').map(({ rule, reason }) => ({ rule, reason }));
  const notHonoured = facts
    .filter((fact) => fact.fact === 'not_honoured')
    .map(({ what, which, reason }) => ({ what, which, reason }));
  return {
    points: pointsMoved(program, facts),
    balances: balancesView(program, balances),
    levels: facts
      .filter((fact) => fact.fact === 'level_changed')
      .map(({ ladder, from, to, until }) => ({
        ladder,
        ...(from === undefined ? {} : { from }),
        to,
        ...dayField('until', until),
      })),
    vouchers: voucherChanges(facts, codes),
    ...(declined.length > 0 ? { declined } : {}),
    ...(notHonoured.length > 0 ? { notHonoured } : {}),
    sentences: facts.map((fact) => sentenceOfFact(programs, fact, locale)).filter((sentence) => sentence !== ''),
  };
}

export function balancesView(program: Program, balances: Readonly<Record<string, Balance>>): Outcome['balances'] {
  return Object.fromEntries(
    Object.entries(balances).map(([currency, { available, pending, held, debt }]) => {
      const text = (amount: number) => decimalText(amount, decimalsOf(program, currency));
      return [currency, { available: text(available), pending: text(pending), held: text(held), debt: text(debt) }];
    }),
  );
}

export function programOfVersion(programs: Programs, number: number): Program {
  const version = programs.versions.find((known) => known.number === number) ?? programs.versions.at(-1);
  if (!version) throw new Error(`The program ${programs.id} has an event and no version`);
  return version.program;
}
