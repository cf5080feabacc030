import type { Crossing } from '../account.ts';
import type { Day } from '../time/days.ts';
import type { Instant } from '../time/zones.ts';

/** What is counted, the levels that follow from it, and what reaching a number gave. */
export type StandingFact =
  | {
      readonly fact: 'counter_changed';
      readonly v: 1;
      readonly counter: string;
      readonly day: Day;
      readonly amount: number;
    }
  | {
      readonly fact: 'level_changed';
      readonly v: 1;
      readonly ladder: string;
      readonly from?: string;
      readonly to: string;
      readonly at: Instant;
      readonly until?: Day;
      readonly keptFrom?: { readonly day: Day; readonly baseline: number };
      readonly reason: LevelReason;
    }
  /** The level stays and its keeping was extended. */
  | {
      readonly fact: 'level_kept';
      readonly v: 1;
      readonly ladder: string;
      readonly level: string;
      readonly until: Day;
      readonly keptFrom?: { readonly day: Day; readonly baseline: number };
    }
  | { readonly fact: 'crossing_reached'; readonly v: 1; readonly rule: string; readonly crossing: Crossing }
  | {
      readonly fact: 'crossing_lost';
      readonly v: 1;
      readonly rule: string;
      readonly at: number;
      readonly day: Day;
      /** A voucher that it gave is gone: reaching the number again gives nothing again. */
      readonly gone?: true;
    }
  /** A challenge in a row of periods was not gone on with. */
  | {
      readonly fact: 'streak_ended';
      readonly v: 1;
      /** Counter key of the challenge. */
      readonly counter: string;
      readonly length: number;
      readonly day: Day;
    }
  | { readonly fact: 'version_started'; readonly v: 1; readonly version: number };

export type LevelReason = 'reached' | 'way_in' | 'review' | 'returned' | 'time' | 'version' | 'start';
