import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { type Account, unopened } from './account.ts';
import { entriesOf, holdingsOf } from './entries.ts';
import type { Event } from './event.ts';
import { NO_EVIDENCE, type Recorded } from './evidence.ts';
import { fold } from './evolve.ts';
import type { Fact } from './facts.ts';
import { advance, wakeAt } from './process.ts';
import type { Programs } from './program.ts';
import { programFrom } from './testing/assert-examples.ts';
import { type Happening, history, type Moment, writtenProgram } from './testing/histories.ts';
import { type Instant, localInstant } from './time/zones.ts';
import { toPayOf } from './views/quote.ts';
import { balancesAt } from './views/views.ts';
import { enter, openWorld, pass, type World } from './world/world.ts';

const START = localInstant('Europe/Copenhagen', '2026-01-31 12:00') ?? 0;
const MINUTE = 60_000;
const RUNS = { numRuns: 120 };

interface Played {
  readonly world: World;
  readonly programs: Programs;
  readonly chain: readonly Recorded[];
  readonly account: Account;
  readonly end: Instant;
}

function programsFrom(text: string): Programs {
  return { id: 'any', versions: [{ number: 1, from: Number.MIN_SAFE_INTEGER, program: programFrom(text) }] };
}

/** Plays a history; `sweeps` lets time pass for the account in between as well. */
function play(programs: Programs, moments: readonly Moment[], sweeps = false): Played {
  const world = openWorld(programs);
  let now = START;
  send(world, { id: 'joined', kind: 'enrolment', at: now, occurredAt: now, member: 'one', body: { market: 'DK' } });
  for (const [index, { after, happens }] of moments.entries()) {
    if (sweeps) {
      for (const part of [0.25, 0.5, 0.99]) pass(world, 'account', now + Math.floor(after * part) * MINUTE);
    }
    now += after * MINUTE;
    const event = eventOf(world, happens, `event-${index}`, now);
    if (event) send(world, event);
  }
  const account = world.accounts.get('account') ?? unopened('account');
  return { world, programs, chain: world.chains.get('account') ?? [], account, end: now };
}

function send(world: World, event: Event): void {
  enter(world, 'account', event);
}

function eventOf(world: World, happens: Happening, id: string, now: Instant): Event | undefined {
  const common = { id, at: now, occurredAt: now, member: 'one' };
  const stored = world.accounts.get('account');
  const account = stored && advance(world.programs, stored, now, NO_EVIDENCE).account;
  switch (happens.kind) {
    case 'purchase': {
      const sum = happens.lines.reduce((total, line) => total + line.total, 0);
      const vouchers = happens.useVoucher ? Object.keys(account?.vouchers ?? {}).slice(0, 1) : [];
      const adjustments = happens.discount > 0 && sum > happens.discount ? [{ amount: happens.discount }] : [];
      const body = {
        currency: 'DKK',
        lines: happens.lines.map((line) => ({ sku: 'x', ...line })),
        adjustments,
        vouchers,
      };
      return { ...common, kind: 'purchase', occurredAt: Math.max(START, now - happens.late * MINUTE), body };
    }
    case 'return': {
      const purchases = (world.chains.get('account') ?? []).filter(({ event }) => event.kind === 'purchase');
      const purchase = purchases[happens.which % Math.max(1, purchases.length)];
      if (!purchase) return undefined;
      const lines = happens.isWhole ? {} : { lines: [{ line: happens.line, quantity: happens.quantity }] };
      return { ...common, kind: 'return', body: { purchase: purchase.event.id, ...lines } };
    }
    case 'redemption':
      return { ...common, kind: 'redemption', body: { reward: 'voucher' } };
    case 'hold':
      return {
        ...common,
        kind: 'hold',
        body: { currency: 'points', amount: happens.amount, until: now + happens.hours * 60 * MINUTE },
      };
    case 'end_hold': {
      const hold = Object.keys(account?.holds ?? {})[happens.which];
      return hold === undefined
        ? undefined
        : { ...common, kind: happens.captured ? 'capture' : 'release', body: { hold } };
    }
    case 'correction':
      return {
        ...common,
        kind: 'correction',
        body: { currency: 'points', amount: happens.amount, reason: 'goodwill' },
      };
    case 'activity':
      return { ...common, kind: 'activity', body: { activity: 'review' } };
  }
}

test('lots, balances and the book agree after every event', () => {
  fc.assert(
    fc.property(writtenProgram, history, ({ text }, moments) => {
      const { chain } = play(programsFrom(text), moments);
      const booked: Record<string, number> = {};
      let account = unopened('account');
      for (const recorded of chain) {
        account = fold(account, recorded);
        for (const { debit, credit, currency, amount } of entriesOf(recorded)) {
          assert.ok(amount > 0, 'an entry is positive');
          move(booked, debit, currency, -amount);
          move(booked, credit, currency, amount);
        }
        assert.deepEqual(owned(booked), sorted(holdingsOf(account)));
      }
    }),
    RUNS,
  );
});

test('folding the facts gives the account, also after they were text', () => {
  fc.assert(
    fc.property(writtenProgram, history, ({ text }, moments) => {
      const { chain, account } = play(programsFrom(text), moments);
      const stored = JSON.parse(JSON.stringify(chain)) as Recorded[];
      assert.deepEqual(stored.reduce(fold, unopened('account')), JSON.parse(JSON.stringify(account)));
    }),
    RUNS,
  );
});

test('when the clock was swept makes no difference, and reading at a time equals having swept', () => {
  fc.assert(
    fc.property(writtenProgram, history, fc.nat(400), ({ text }, moments, days) => {
      const programs = programsFrom(text);
      const plain = play(programs, moments);
      const swept = play(programs, moments, true);
      const later = plain.end + days * 24 * 60 * MINUTE;
      for (let step = 1; step <= 5; step += 1)
        pass(swept.world, 'account', plain.end + Math.floor(((later - plain.end) * step) / 5));
      pass(plain.world, 'account', later);
      assert.deepEqual(swept.world.chains.get('account'), plain.world.chains.get('account'));
    }),
    RUNS,
  );
});

test('nothing is left past its date, nothing is negative, no debt stands beside points that could repay it', () => {
  fc.assert(
    fc.property(writtenProgram, history, ({ text }, moments) => {
      const { programs, end, world } = play(programsFrom(text), moments);
      pass(world, 'account', end);
      const account = world.accounts.get('account') as Account;
      const { available, pending, held, debt } = balancesAt(programs, account, end).points ?? {
        available: 0,
        pending: 0,
        held: 0,
        debt: 0,
      };
      for (const amount of [available, pending, held, debt]) assert.ok(amount >= 0);
      assert.ok(debt === 0 || available === 0, `owes ${debt} beside ${available}`);
      for (const { left } of account.lots) assert.ok(left > 0, 'an empty lot is gone');
    }),
    RUNS,
  );
});

test('a purchase returned in any number of parts leaves nothing when nothing happened between', () => {
  fc.assert(
    fc.property(
      writtenProgram,
      fc.array(fc.record({ total: fc.integer({ min: 1, max: 9_000 }), quantity: fc.integer({ min: 1, max: 4 }) }), {
        minLength: 1,
        maxLength: 4,
      }),
      fc.array(fc.nat(3), { minLength: 1, maxLength: 12 }),
      ({ text }, lines, order) => {
        const { world } = play(programsFrom(text), []);
        const before = holdingsOf(world.accounts.get('account') as Account);
        const common = { at: START, occurredAt: START, member: 'one' };
        send(world, {
          ...common,
          id: 'bought',
          kind: 'purchase',
          body: { currency: 'DKK', lines: lines.map((line) => ({ sku: 'x', ...line })) },
        });
        for (const [index, line] of order.entries()) {
          send(world, {
            ...common,
            id: `part-${index}`,
            kind: 'return',
            body: { purchase: 'bought', lines: [{ line, quantity: 1 }] },
          });
        }
        send(world, { ...common, id: 'rest', kind: 'return', body: { purchase: 'bought' } });
        const account = world.accounts.get('account') as Account;
        assert.deepEqual(holdingsOf(account), before);
        assert.deepEqual(Object.values(account.counters).flat(), [], 'counters are back at nothing');
        const chain = world.chains.get('account') ?? [];
        const paid = chain.reduce((sum, recorded) => sum + toPayOf(recorded), 0);
        const refunded = chain
          .flatMap(({ facts }) => facts)
          .reduce((sum, fact) => (fact.fact === 'refund_due' ? sum + fact.amount : sum), 0);
        assert.equal(refunded, paid, 'all that was paid is refunded');
      },
    ),
    RUNS,
  );
});

test('an account sleeps until its time: before it nothing follows', () => {
  fc.assert(
    fc.property(writtenProgram, history, ({ text }, moments) => {
      const { programs, account, world } = play(programsFrom(text), moments);
      const wake = wakeAt(programs, account);
      const before = pass(world, 'account', wake === undefined ? START + 40_000 * 24 * 60 * MINUTE : wake - 1);
      assert.deepEqual(before, []);
    }),
    RUNS,
  );
});

test('what came in is what went out and what is left', () => {
  fc.assert(
    fc.property(writtenProgram, history, ({ text }, moments) => {
      const { chain, account } = play(programsFrom(text), moments);
      const facts = chain.flatMap((recorded) => recorded.facts);
      const sum = (...names: readonly string[]) =>
        facts.reduce((total, fact) => (names.includes(fact.fact) && 'amount' in fact ? total + fact.amount : total), 0);
      const left = account.lots.reduce((total, lot) => total + lot.left, 0);
      const held = Object.values(account.holds).reduce(
        (total, { parts }) => total + parts.reduce((part, { amount }) => part + amount, 0),
        0,
      );
      assert.equal(
        sum('points_earned', 'points_put_back'),
        sum('points_taken_back', 'debt_repaid', 'points_spent', 'points_expired', 'hold_captured') + left + held,
      );
      assert.equal(
        sum('debt_incurred') - sum('debt_repaid'),
        Object.values(account.debts).reduce((total, owed) => total + owed, 0),
      );
    }),
    RUNS,
  );
});

function move(booked: Record<string, number>, account: string, currency: string, amount: number): void {
  // A debt is what the member owes: it grows on the debit side.
  const signed = account === 'debt' ? -amount : amount;
  const name = `${account} ${currency}`;
  booked[name] = (booked[name] ?? 0) + signed;
}

function owned(booked: Readonly<Record<string, number>>): Readonly<Record<string, number>> {
  const own = Object.entries(booked).filter(
    ([name, amount]) => amount !== 0 && /^(points|held|debt|voucher:)/.test(name),
  );
  return sorted(Object.fromEntries(own));
}

function sorted(record: Readonly<Record<string, number>>): Readonly<Record<string, number>> {
  return Object.fromEntries(Object.entries(record).toSorted(([a], [b]) => (a < b ? -1 : 1)));
}

test('what returns of a purchase pay back never adds up to more than there was to pay, and is all of it once all is back', () => {
  fc.assert(
    fc.property(writtenProgram, history, ({ text }, moments) => {
      const { chain } = play(programsFrom(text), moments);
      for (const purchase of chain.filter(({ event }) => event.kind === 'purchase')) {
        const due = chain.flatMap(({ facts }) =>
          facts.filter((fact) => fact.fact === 'refund_due' && fact.purchase === purchase.event.id),
        );
        const back = due.reduce((sum, fact) => (fact.fact === 'refund_due' ? sum + fact.amount : sum), 0);
        assert.ok(back <= toPayOf(purchase), `${back} of ${toPayOf(purchase)}`);
        if (isAllBack(purchase, due)) assert.equal(back, toPayOf(purchase));
      }
    }),
    RUNS,
  );
});

/** Every unit of every line, gifts too. */
function isAllBack({ event, facts }: Recorded, due: readonly Fact[]): boolean {
  if (event.kind !== 'purchase') return false;
  const gifts = facts.filter(({ fact }) => fact === 'gift_given').map(() => 1);
  const left = [...event.body.lines.map(({ quantity }) => Number(quantity)), ...gifts];
  for (const fact of due) {
    if (fact.fact !== 'refund_due') continue;
    for (const { line, quantity } of fact.lines) left[line] = (left[line] ?? 0) - Number(quantity);
  }
  return left.every((quantity) => quantity === 0);
}
