import type { ClubFact } from './facts/club-facts.ts';
import type { MemberFact } from './facts/member-facts.ts';
import type { MergeFact } from './facts/merge-facts.ts';
import type { PointsFact } from './facts/points-facts.ts';
import type { PurchaseFact } from './facts/purchase-facts.ts';
import type { ReferralFact } from './facts/referral-facts.ts';
import type { RewardFact } from './facts/reward-facts.ts';
import type { StandingFact } from './facts/standing-facts.ts';

export type { SubscriptionEnd } from './facts/club-facts.ts';
export type { RuleShare, TakenBackReason } from './facts/points-facts.ts';
export type { ReturnedLine } from './facts/purchase-facts.ts';
export type { LevelReason } from './facts/standing-facts.ts';

/**
 * What follows from an event: a closed list, each with a version `v`. `evolve` understands every version ever written.
 * Points are whole units of the currency's decimals; `currency` is a currency key (see scopes.ts).
 */
export type Fact =
  | MemberFact
  | PointsFact
  | StandingFact
  | RewardFact
  | PurchaseFact
  | ClubFact
  | ReferralFact
  | MergeFact;

export type FactName = Fact['fact'];
export type FactOf<Name extends FactName> = Extract<Fact, { fact: Name }>;
