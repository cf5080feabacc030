import type { Duration } from '../time/days.ts';
import type { Condition } from './conditions.ts';
import type { LevelFactor } from './rules.ts';
import type { Scope, Setting, Span, Window, Words } from './settings.ts';

/**
 * A dated chance for some members. What it gives stands in a rule of the same id, which holds only while the offer is
 * open; what is collected for it over several events stands in a counter of its own.
 */
export interface Offer {
  readonly id: string;
  readonly name: Words;
  readonly span: Span;
  /** Who may have it; asked when it is opened, or each time where nobody needs to open it. */
  readonly to: readonly Condition[];
  readonly activation: 'automatic' | 'by_member' | 'by_grant';
  /** How often it may be activated; once when absent. */
  readonly activations: { readonly times: number; readonly over: Window } | undefined;
  /** How long it stays open once activated or granted; to its last day when absent. */
  readonly lasts: Duration | undefined;
  readonly per: Scope;
  /** How often it gives while it is open; any number when absent. */
  readonly uses: number | undefined;
  /** What has to be collected, over any number of events: the counter that counts it, and how much. */
  readonly collects: { readonly counter: string; readonly amount: Setting<number> } | undefined;
}

/** Progress towards something: stamps, missions, streaks. Its rule has the same id. */
export interface Challenge {
  readonly id: string;
  readonly name: Words;
  readonly span: Span;
  readonly to: readonly Condition[];
  readonly per: Scope;
  readonly steps: readonly Step[];
  /** The counter that says how often all steps are done, or for how many periods in a row. */
  readonly counter: string;
  readonly streak: { readonly of: StreakPeriod; readonly length: number } | undefined;
  /** How often it can be completed; any number when absent. */
  readonly times: number | undefined;
  /** What whoever has completed it may show. */
  readonly badge: Words | undefined;
}

export type StreakPeriod = 'day' | 'week' | 'month' | 'quarter';

/** Something to be done so often, or for so much, counted by a counter of its own. */
export interface Step {
  readonly id: string;
  readonly name: Words;
  readonly counter: string;
  readonly amount: Setting<number>;
}

/** Something that members are entitled to and that is no matter of points or prices: an event, early access, a service. */
export interface Benefit {
  readonly id: string;
  readonly name: Words;
  readonly span: Span;
  readonly when: readonly Condition[];
  /** So much earlier than `from` it begins for some levels. */
  readonly earlier: { readonly ladder: LevelFactor['ladder']; readonly by: ReadonlyMap<string, Duration> } | undefined;
}
