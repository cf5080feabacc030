import type { Event } from '../event.ts';
import type { RuleShare } from '../facts.ts';
import type { Market, Program } from '../program.ts';
import type { Basket } from '../purchase/price.ts';
import type { Values } from '../purchase/values.ts';
import type { RefusalCode } from '../refusals.ts';
import type { Day } from '../time/days.ts';
import type { Trace } from '../trace.ts';

/** What the rules of one trigger make of an event: a pure function of program, event, basket and values read. */
export interface RuleDecision {
  readonly awards: readonly Award[];
  readonly counts: readonly Count[];
  readonly issues: readonly { readonly rule: string; readonly reward: string }[];
  readonly grants: readonly { readonly rule: string; readonly offer: string }[];
  readonly declined: readonly { readonly rule: string; readonly reason: RefusalCode }[];
  /** Ids of the rules that held. */
  readonly rules: readonly string[];
  /** What limits and caps have used up, by counter key. */
  readonly uses: readonly Count[];
}

export interface Award {
  /** Currency key. */
  readonly currency: string;
  readonly amount: number;
  readonly rules: readonly RuleShare[];
}

export interface Count {
  readonly key: string;
  readonly amount: number;
}

export interface RuleSituation {
  readonly program: Program;
  /** Market whose parameters count: the account's, or the store's for a purchase in another currency. */
  readonly market: Market;
  readonly event: Event;
  readonly storeDay: Day;
  readonly zone: string;
  readonly basket: Basket | undefined;
  readonly values: Values;
  readonly trace?: Trace | undefined;
  /** Rules that something better for the member excludes. */
  readonly setAside?: ReadonlySet<string> | undefined;
}
