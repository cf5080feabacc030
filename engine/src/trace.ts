import type { Exact } from './numbers/exact.ts';
import type { Rule, Tested } from './program.ts';

/** What a decision did and why, kept only when asked for. */
export interface Trace {
  readonly rules: TracedRule[];
  readonly earnings: TracedEarning[];
}

export interface TracedRule {
  readonly rule: Rule;
  readonly held: boolean;
  readonly tested: readonly Tested[];
  readonly declined?: 'limit_reached' | 'better_alternative';
}

export interface TracedEarning {
  readonly rule: string;
  readonly currency: string;
  /** Minor units that earned, the factor, and the exact points before rounding. */
  readonly base?: number;
  readonly rate?: Exact;
  readonly factor?: Exact;
  readonly points: Exact;
}

export function openTrace(): Trace {
  return { rules: [], earnings: [] };
}
