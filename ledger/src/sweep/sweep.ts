export interface Swept {
  /** Accounts that were advanced. */
  readonly accounts: number;
  /** False when accounts whose time has come may be left. */
  readonly finished: boolean;
}
