import type { Role, Scope } from '@trofast/contract';

/** Who asks: an API key, somebody of the staff, a member, a till, or nobody that is known. */
export interface Caller {
  readonly kind: 'key' | 'staff' | 'member' | 'till' | 'nobody';
  /** `key:…`, `staff:…`, `member:…` or `till:…`, as the book and the audit log know it; empty for nobody. */
  readonly actor: string;
  /** What the key, person or till is called; empty for a member, who is never named. */
  readonly name: string;
  /** The program that is asked about. Absent for the operator's key, and for staff who have not said which. */
  readonly program?: string;
  readonly scopes: ReadonlySet<Scope>;
  readonly staff?: StaffCaller;
  /** The member's id and account, where a member asks. */
  readonly member?: string;
  readonly account?: string;
  readonly till?: TillCaller;
}

export interface StaffCaller {
  readonly id: string;
  readonly email: string;
  readonly session: string;
  /** Where and as what, in the program that is asked about. */
  readonly organisation?: string;
  readonly role?: Role;
}

export interface TillCaller {
  readonly id: string;
  readonly store: string;
  /** The store's time zone; the market's when absent. */
  readonly zone?: string;
}

export const nobody: Caller = { kind: 'nobody', actor: '', name: '', scopes: new Set() };

/** An operator creates programs and hands out keys; it belongs to no program. */
export function isOperator({ kind, program }: Caller): boolean {
  return kind === 'key' && program === undefined;
}
