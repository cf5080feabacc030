import type { YearlyDate } from '../account.ts';
import type { Day } from '../time/days.ts';

/**
 * Persons of an account: who they are to the program, never who they are. Of version 2, attributes, birthday and address
 * lie in the event's private row; of version 1, in the fact itself.
 */
export type MemberFact =
  | {
      readonly fact: 'enrolled';
      readonly v: 1 | 2;
      readonly market: string;
      readonly since: Day;
      readonly member: string;
      readonly cards: readonly string[];
      readonly cardKinds: readonly string[];
      readonly attributes: Readonly<Record<string, string>>;
      readonly birthday?: YearlyDate;
      readonly address?: string;
    }
  | {
      readonly fact: 'member_changed';
      readonly v: 1 | 2;
      readonly member: string;
      readonly cards?: readonly string[];
      readonly cardKinds?: readonly string[];
      readonly attributes?: Readonly<Record<string, string>>;
      readonly birthday?: YearlyDate;
      readonly address?: string;
    }
  /** One more person on the account, in a role of its household. */
  | {
      readonly fact: 'member_joined';
      readonly v: 1 | 2;
      readonly member: string;
      readonly role: string;
      readonly since: Day;
      readonly cards: readonly string[];
      readonly cardKinds: readonly string[];
      readonly attributes: Readonly<Record<string, string>>;
      readonly birthday?: YearlyDate;
      readonly address?: string;
    }
  /** No longer of the household from `day` on. */
  | { readonly fact: 'member_left'; readonly v: 1; readonly member: string; readonly day: Day }
  | {
      readonly fact: 'list_joined';
      readonly v: 1;
      readonly member: string;
      readonly list: string;
      readonly from: Day;
      readonly through?: Day;
    }
  /** Off the list from `day` on. */
  | {
      readonly fact: 'list_left';
      readonly v: 1;
      readonly member: string;
      readonly list: string;
      readonly day: Day;
    }
  | { readonly fact: 'erased'; readonly v: 1; readonly member: string };
