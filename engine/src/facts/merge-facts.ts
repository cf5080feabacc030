import type { Standing } from '../account.ts';
import type { Carried } from '../merges/carried-state.ts';

/** Two accounts of one person become one. */
export type MergeFact =
  /** The chain ends here: everything goes to the account `into`, with a message. */
  | {
      readonly fact: 'merged';
      readonly v: 1;
      readonly member: string;
      readonly into: string;
      readonly intoMember: string;
      /** In the account's own terms. */
      readonly carried: Carried;
    }
  /** The opening of what another account brings. */
  | {
      readonly fact: 'absorbed';
      readonly v: 1;
      readonly from: string;
      readonly fromMember: string;
      readonly member: string;
      /** In the terms of this account. */
      readonly carried: Carried;
      /** Standings that are better than the account's own, by ladder key. */
      readonly ladders: Readonly<Record<string, Standing>>;
    };
