import type { Account, Balance } from '../account.ts';
import type { Event } from '../event.ts';
import type { Evidence, Recorded } from '../evidence.ts';
import type { Fact } from '../facts.ts';
import { process } from '../process.ts';
import type { Programs } from '../program.ts';
import { priceBasket, reductionsIn } from '../purchase/price.ts';
import { type Refusal, refuse } from '../refusals.ts';
import { type ToGo, toGoOf } from './to-go.ts';

/** The facts that a purchase would have, and what they come to. Nothing is recorded. */
export interface Quote {
  readonly facts: readonly Fact[];
  readonly rules: readonly string[];
  /** Minor units. */
  readonly toPay: number;
  readonly balances: Readonly<Record<string, Balance>>;
  /** What a larger purchase would unlock. */
  readonly toGo: readonly ToGo[];
}

export function quote(programs: Programs, account: Account, event: Event, evidence: Evidence): Quote | Refusal {
  if (event.kind !== 'purchase') return refuse('malformed', { at: '/kind' });
  const strict: Event = { ...event, body: { ...event.body, strict: true } };
  const outcome = process(programs, account, strict, evidence);
  if (outcome.refusal) return outcome.refusal;
  const recorded = outcome.recorded.at(-1);
  if (!recorded || outcome.missing) return refuse('unknown_member');
  const { facts, rules, balances } = recorded;
  return { facts, rules, toPay: toPayOf(recorded), balances, toGo: toGoOf(programs, recorded, account.market) };
}

/** What a recorded purchase had to cost, minor units: its lines and charges less what vouchers and points took off. */
export function toPayOf(recorded: Pick<Recorded, 'event' | 'facts' | 'reading'>): number {
  const { event } = recorded;
  return event.kind === 'purchase' ? priceBasket(event.body, reductionsIn(recorded)).toPay : 0;
}
