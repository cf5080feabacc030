import { nextDue } from '../clock/due.ts';
import type { Event } from '../event.ts';
import type { Recorded } from '../evidence.ts';
import type { Instant } from '../time/zones.ts';
import { enter, pass, type World } from '../world/world.ts';

/** What becomes of charges: nobody but the example pays them. */
export type Payments = 'succeed' | 'fail' | 'wait';

/** Lets time pass as `pass` does, and answers each charge at the instant at which it falls due. */
export function passPaying(world: World, account: string, until: Instant, payments: Payments): readonly Recorded[] {
  const recorded: Recorded[] = [];
  let at = world.accounts.get(account)?.time;
  while (at !== undefined) {
    const state = world.accounts.get(account);
    if (!state || Object.keys(state.subscriptions).length === 0) break;
    const due = nextDue(world.programs, state, at);
    if (due === undefined || due > until) break;
    const passed = pass(world, account, due);
    recorded.push(...passed, ...payCharges(world, account, passed, payments));
    at = due;
  }
  return [...recorded, ...pass(world, account, until)];
}

/** Answers the charges that have just fallen due, at the same instant. */
export function payCharges(
  world: World,
  account: string,
  recorded: readonly Recorded[],
  payments: Payments,
): readonly Recorded[] {
  if (payments === 'wait') return [];
  const outcome = payments === 'succeed' ? 'succeeded' : 'failed';
  return recorded.flatMap(({ event: { at }, facts }) =>
    facts.flatMap((fact) => {
      if (fact.fact !== 'charge_due') return [];
      const id = `${account}:${fact.charge}:${fact.attempt}`;
      const event: Event = { id, kind: 'payment', at, occurredAt: at, body: { charge: fact.charge, outcome } };
      return enter(world, account, event).recorded;
    }),
  );
}
