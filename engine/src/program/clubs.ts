import type { Duration } from '../time/days.ts';
import type { Condition } from './conditions.ts';
import type { Scope, Setting, Span, Words } from './settings.ts';

/** A paid membership. Days are those of the market; months are counted from the day of the first charge. */
export interface Club {
  readonly id: string;
  readonly name: Words;
  readonly per: Scope;
  readonly plans: ReadonlyMap<string, Plan>;
  /** Cancelled later than this before a renewal, the next period is still charged. */
  readonly notice: Duration | undefined;
  /** A failed charge is tried again so long after the day it was due, ascending. */
  readonly retries: readonly Duration[];
  /** Benefits go on so long after a charge has failed. */
  readonly grace: Duration | undefined;
  readonly cancelling: 'period_end' | 'at_once';
  readonly refund: 'never' | 'if_unused' | 'prorated';
  readonly rewards: readonly ClubReward[];
}

export interface Plan {
  readonly id: string;
  readonly name: Words;
  readonly span: Span;
  /** Minor units; nothing for a plan that someone else pays for. */
  readonly price: Setting<number>;
  readonly every: Duration;
  /** So long for nothing before the first charge, once. */
  readonly trial: Duration | undefined;
  /** The plan that it is renewed as; itself when absent. */
  readonly becomes: string | undefined;
  /** Who may have it. */
  readonly when: readonly Condition[];
}

/** Given at the start of each paid period, and again after every `every` of it. */
export interface ClubReward {
  readonly reward: string;
  readonly every: Duration;
  /** When its voucher is gone, besides the reward's own word on it. */
  readonly endsWith: 'month' | 'period' | undefined;
}
