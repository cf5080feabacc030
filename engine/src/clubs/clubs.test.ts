import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Account, unopened } from '../account.ts';
import type { Recorded } from '../evidence.ts';
import { fold } from '../evolve.ts';
import { assertExamples, programFrom } from '../testing/assert-examples.ts';
import { enter, openWorld, pass } from '../world/world.ts';

const PROGRAM = programFrom(`program:
  id: club-shop
  name: The Club Shop
  languages: [en]
  markets: { UK: { name: Britain, currency: GBP, zone: Europe/London } }
  returns: { within: P30D }
  late: { within: P30D, restore: false }
bases:
  all: { name: everything, after: [discounts, vouchers], tax: included }
currencies:
  points:
    name: { one: point, other: points }
    rounding: { mode: floor, per: purchase }
    expires: never
    overdrawn: debt
rules:
  - id: double
    on: purchase
    benefit: true
    when: [{ subscribed: { club: patient } }]
    then: [{ earn: { currency: points, base: all, points: 2, per: 1 } }]
rewards:
  treat: { name: a treat, issued: by_rules, voucher: { amount: 2, change: lost } }
clubs:
  patient:
    name: Patient
    plans: { monthly: { name: the monthly plan, price: 5, every: P1M } }
    retries: [P1D, P3D]
    grace: P7D
    refund: prorated
    rewards: [{ reward: treat, every: P1M, endsWith: period }]
  strict:
    name: Strict
    plans:
      weekly: { name: the weekly plan, price: 1, every: P1W }
      free: { name: the free plan, price: 0, every: P1M }
    refund: never
    cancelling: at_once
`);

const example = (name: string, steps: string) => {
  test(name, () => {
    assertExamples(PROGRAM, `examples:\n  - code: X\n    joined: 2026-01-01\n    steps:\n${steps}`);
  });
};

example(
  'a club, a plan or a charge that there is none of is refused',
  `      - { at: 2026-01-02, join: golden, expect: { refused: unknown_club } }
      - { at: 2026-01-02, join: strict, expect: { refused: malformed } }
      - { at: 2026-01-02, join: { club: strict, plan: daily }, expect: { refused: unknown_plan } }
      - { at: 2026-01-02, cancel: strict, expect: { refused: not_subscribed } }
      - { at: 2026-01-02, renewal: { club: strict, on: false }, expect: { refused: not_subscribed } }
      - { at: 2026-01-02, join: patient }
      - { at: 2026-01-03, join: patient, expect: { refused: already_subscribed } }
`,
);

example(
  'a failed renewal is tried again twice, keeps its benefits for the grace, and then ends',
  `      - { at: 2026-01-10, join: patient, expect: { charged: "5.00 GBP", issued: [treat] } }
      - { at: 2026-02-10, payments: fail, expect: { charged: "0.00 GBP", subscribed: { patient: monthly } } }
      - { at: 2026-02-12, payments: fail, expect: { charged: "0.00 GBP", subscribed: { patient: monthly } } }
      - { at: 2026-02-13, payments: fail, expect: { charged: "0.00 GBP", subscribed: { patient: monthly } } }
      - { at: 2026-02-16 23:59, expect: { subscribed: { patient: monthly } } }
      - { at: 2026-02-17, expect: { subscribed: { patient: none } } }
      - { at: 2026-06-01, expect: { charged: "0.00 GBP", issued: [] } }
`,
);

example(
  'a retry that succeeds pays for the period from the day that was due, with its reward',
  `      - { at: 2026-01-10, join: patient }
      - { at: 2026-02-10, payments: fail, expect: { issued: [] } }
      - at: 2026-02-11
        expect:
          charged: "5.00 GBP"
          issued: [treat]
          vouchers: [{ reward: treat, until: 2026-03-10 }]
          subscribed: { patient: { plan: monthly, until: 2026-03-10 } }
`,
);

example(
  'what is left of a period is paid back by the day, half a penny up',
  `      - { at: 2026-01-10, join: patient }
      - { at: 2026-01-21 12:00, cancel: patient, expect: { refunded: "3.23 GBP", subscribed: { patient: none } } }
`,
);

example(
  'a purchase by who is subscribed earns and is a use, and nobody else’s is',
  `      - { at: 2026-01-09, purchase: { lines: [{ total: "10.00 GBP" }] }, expect: { earned: { points: 0 }, benefits: [] } }
      - { at: 2026-01-10, join: patient }
      - { at: 2026-01-11, purchase: { lines: [{ total: "10.00 GBP" }] }, expect: { earned: { points: 20 }, benefits: [double] } }
      - { at: 2026-01-12, cancel: patient }
      - at: 2026-01-13
        occurred: 2026-01-11 18:00
        purchase: { lines: [{ total: "10.00 GBP" }] }
        expect: { earned: { points: 20 } }
`,
);

example(
  'cancelling at once ends at once, and no charge follows',
  `      - { at: 2026-01-10, join: { club: strict, plan: weekly }, expect: { charged: "1.00 GBP", subscribed: { strict: { plan: weekly, until: 2026-01-17 } } } }
      - { at: 2026-01-17, expect: { charged: "1.00 GBP" } }
      - { at: 2026-01-18, cancel: strict, expect: { refunded: "0.00 GBP", subscribed: { strict: none } } }
      - { at: 2026-03-01, expect: { charged: "0.00 GBP" } }
`,
);

example(
  'money that comes after the cancellation goes back',
  `      - { at: 2026-01-10, payments: wait, join: { club: strict, plan: weekly }, expect: { subscribed: { strict: none } } }
      - { at: 2026-01-10 12:00, cancel: strict }
      - { at: 2026-01-11, payment: succeeded, expect: { charged: "0.00 GBP", refunded: "1.00 GBP", subscribed: { strict: none } } }
`,
);

example(
  'a payment that answers weeks late begins its period, and the next charge follows at once',
  `      - { at: 2026-01-10, join: { club: strict, plan: weekly } }
      - { at: 2026-01-17, payments: wait, expect: { subscribed: { strict: weekly } } }
      - { at: 2026-01-30 12:00, payments: wait, payment: succeeded, expect: { charged: "1.00 GBP", subscribed: { strict: weekly } } }
      - { at: 2026-01-30 13:00, payments: wait, payment: succeeded, expect: { charged: "1.00 GBP", subscribed: { strict: { plan: weekly, until: 2026-01-31 } } } }
`,
);

example(
  'a plan for nothing goes on without a charge until it is cancelled',
  `      - { at: 2026-01-31, join: { club: strict, plan: free }, expect: { subscribed: { strict: { plan: free, until: 2026-02-28 } } } }
      - { at: 2026-04-15, expect: { charged: "0.00 GBP", subscribed: { strict: { plan: free, until: 2026-04-30 } } } }
`,
);

test('who is erased is not charged any more', () => {
  const world = openWorld({ id: 'club-shop', versions: [{ number: 1, from: 0, program: PROGRAM }] });
  const at = Date.UTC(2026, 0, 10, 12);
  const event = { at, occurredAt: at, member: 'm' };
  enter(world, 'a', { ...event, id: '1', kind: 'enrolment', body: { market: 'UK' } });
  enter(world, 'a', { ...event, id: '2', kind: 'club_joined', body: { club: 'strict', plan: 'weekly' } });
  enter(world, 'a', { ...event, id: '3', kind: 'payment', body: { charge: '2-1', outcome: 'succeeded' } });
  enter(world, 'a', { ...event, id: '4', kind: 'erased', body: { member: 'm' } });
  assert.deepEqual(pass(world, 'a', Date.UTC(2027, 0, 1)), []);
  assert.equal(world.accounts.get('a')?.subscriptions.strict?.state, 'over');
});

test('folding the recorded facts, as texts, gives the account with its clubs and charges', () => {
  const world = openWorld({ id: 'club-shop', versions: [{ number: 1, from: 0, program: PROGRAM }] });
  const at = Date.UTC(2026, 0, 10, 12);
  const event = { at, occurredAt: at, member: 'm' };
  enter(world, 'a', {
    ...event,
    id: '1',
    kind: 'enrolment',
    body: { market: 'UK', birthday: { month: 2, dayOfMonth: 29 } },
  });
  enter(world, 'a', { ...event, id: '2', kind: 'club_joined', body: { club: 'patient' } });
  enter(world, 'a', { ...event, id: '3', kind: 'payment', body: { charge: '2-1', outcome: 'succeeded' } });
  pass(world, 'a', Date.UTC(2026, 1, 10));
  const failedAt = Date.UTC(2026, 1, 10, 9);
  const failed = { charge: Object.keys(world.accounts.get('a')?.charges ?? {})[0] ?? '', outcome: 'failed' } as const;
  enter(world, 'a', { id: '4', kind: 'payment', at: failedAt, occurredAt: failedAt, body: failed });
  pass(world, 'a', Date.UTC(2026, 1, 11));
  const recorded = JSON.parse(JSON.stringify(world.chains.get('a'))) as readonly Recorded[];
  const folded = recorded.reduce<Account>((account, one) => fold(account, one), unopened('a'));
  assert.deepEqual(folded, world.accounts.get('a'));
});
