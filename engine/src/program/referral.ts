import type { Duration } from '../time/days.ts';
import type { Base } from './products.ts';
import type { Effect } from './rules.ts';
import type { Setting, Window } from './settings.ts';

/** What members get for bringing friends, and when. */
export interface Referral {
  /** What the friend must buy in one purchase; absent: joining is enough. */
  readonly purchase:
    | { readonly base: Base; readonly least: Setting<number> | undefined; readonly within: Duration | undefined }
    | undefined;
  readonly referrer: readonly ReferralGift[];
  readonly friend: readonly ReferralGift[];
  /** So often each referrer. */
  readonly limit: { readonly times: number; readonly over: Window } | undefined;
  /** What happens when the purchase comes back. */
  readonly returned: 'take_back' | 'keep';
}

export type ReferralGift = Extract<Effect, { kind: 'give' | 'issue' }>;
