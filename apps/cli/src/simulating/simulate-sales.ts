import {
  type Account,
  type Entry,
  type Event,
  enter,
  entriesOf,
  type Instant,
  openWorld,
  type Program,
  type Programs,
  pass,
  type Recorded,
} from '@trofast/engine';
import type { SurveyedFile } from '../importing/survey-file.ts';
import type { RefusedLine } from '../invoices/match-cancellations.ts';
import type { Step } from '../invoices/plan-steps.ts';
import { type BookSum, type ProgramFigures, programFigures } from '../summary/program-figures.ts';

export interface Simulated {
  readonly figures: ProgramFigures;
  readonly eventsByKind: Readonly<Record<string, number>>;
  readonly refusedByProgram: Readonly<Record<string, number>>;
  readonly refusedLines: readonly RefusedLine[];
}

/** Lets a file happen to a program in a world in memory, each event at its own time, up to the end of the file. */
export async function simulateSales(
  program: Program,
  { survey, mapping, plan }: SurveyedFile,
  onProgress: (lines: number) => void,
): Promise<Simulated> {
  const programs: Programs = { id: program.id, versions: [{ number: 1, from: 0, program }] };
  const world = openWorld(programs);
  const book = bookOf();
  const refusedLines: RefusedLine[] = [];
  const refusedByProgram: Record<string, number> = {};

  for await (const { invoices, refused: passedOver, place } of plan({ invoices: 0, lines: 0, at: survey.firstAt })) {
    refusedLines.push(...passedOver);
    for (const { steps, at } of invoices) {
      for (const step of steps) {
        if (step.step === 'receipt') continue;
        const { recorded, refusal } = enter(world, step.customer, eventOf(step, mapping.currency, at));
        book.add(recorded);
        if (refusal !== undefined) refusedByProgram[refusal.refused] = (refusedByProgram[refusal.refused] ?? 0) + 1;
      }
    }
    onProgress(place.lines);
  }
  for (const account of world.accounts.keys()) book.add(pass(world, account, survey.lastAt));
  const figures = await programFigures(programs, book.sums(), accountsOf(world.accounts.values()), survey.lastAt);
  return { figures, eventsByKind: book.eventsByKind, refusedByProgram, refusedLines };
}

async function* accountsOf(accounts: Iterable<Account>): AsyncGenerator<Account> {
  yield* accounts;
}

/** In a world of its own, an account is its customer's number, and an event its invoice's. */
function eventOf(step: Exclude<Step, { step: 'receipt' }>, currency: string, at: Instant): Event {
  const { customer, occurredAt } = step;
  const when = { at, occurredAt, member: customer };
  switch (step.step) {
    case 'enrolment':
      return { id: `enrolment ${customer}`, kind: 'enrolment', ...when, body: { market: step.market } };
    case 'purchase': {
      const body = { currency, lines: step.lines, receipt: step.invoice };
      return { id: `purchase ${step.invoice}`, kind: 'purchase', ...when, body };
    }
    case 'return': {
      const body = { purchase: `purchase ${step.purchase}`, lines: step.lines };
      return { id: `return ${step.invoice} of ${step.purchase}`, kind: 'return', ...when, body };
    }
  }
}

/** Adds up entries as the ledger's book does. */
function bookOf() {
  const sums = new Map<string, { debit: string; credit: string; currency: string; amount: number }>();
  const eventsByKind: Record<string, number> = {};
  const addEntry = ({ debit, credit, currency, amount }: Entry) => {
    const [from, to] = [withoutId(debit), withoutId(credit)];
    const name = `${from} ${to} ${currency}`;
    const sum = sums.get(name) ?? { debit: from, credit: to, currency, amount: 0 };
    sums.set(name, sum);
    sum.amount += amount;
  };
  return {
    eventsByKind,
    add(recorded: readonly Recorded[]) {
      for (const one of recorded) {
        eventsByKind[one.event.kind] = (eventsByKind[one.event.kind] ?? 0) + 1;
        for (const entry of entriesOf(one)) addEntry(entry);
      }
    },
    sums: (): readonly BookSum[] => [...sums.values()],
  };
}

/** All vouchers are one account here. */
function withoutId(bookAccount: string): string {
  const colon = bookAccount.indexOf(':');
  return colon === -1 ? bookAccount : bookAccount.slice(0, colon);
}
