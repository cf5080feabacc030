import type { Day, Duration } from '../time/days.ts';

export type Locale = 'en' | 'da' | 'sv' | 'nb';

export const LOCALES: readonly Locale[] = ['en', 'da', 'sv', 'nb'];

/** A text in each language of the program. */
export type Words = Readonly<Partial<Record<Locale, string>>>;

/** Names of things that are counted. */
export type CountedWords = Readonly<Partial<Record<Locale, { readonly one: string; readonly other: string }>>>;

export interface Market {
  readonly id: string;
  readonly currency: string;
  readonly zone: string;
  readonly name: Words;
}

/** A value that may vary by market and date: ask with where and when. */
export interface Setting<T> {
  (where: { readonly market: string; readonly day: Day }): T;
  /** All that it may answer, for sentences: one piece when it does not vary. */
  readonly pieces?: readonly SettingPiece<T>[];
}

/** A value of a setting: for all markets when `market` is absent, since ever when `from` is. */
export interface SettingPiece<T> {
  readonly market?: string;
  readonly from?: Day;
  readonly value: T;
}

export type Scope = 'account' | 'member' | 'card';

/** Days on which a part of the document counts: `from` first, `through` last, both in the market's zone. */
export interface Span {
  readonly from?: Day;
  readonly through?: Day;
}

export type Window =
  | { readonly kind: 'rolling'; readonly length: Duration }
  | { readonly kind: 'day' | 'week' | 'month' | 'quarter' | 'calendar_year' | 'membership_year' | 'forever' };

export type Period = Exclude<Window['kind'], 'rolling' | 'forever'>;

export interface LevelTest {
  readonly ladder: string;
  readonly levels: ReadonlySet<string>;
}
