/** A mistake in a document: where, what was expected, and the nearest right thing. */
export interface Problem {
  readonly code: ProblemCode;
  /** From 1. */
  readonly line: number;
  readonly column: number;
  /** JSON pointer into the document. */
  readonly pointer: string;
  readonly message: string;
  readonly remedy?: string;
}

/** The closed list of what can be wrong with a document. */
export type ProblemCode =
  | 'malformed'
  | 'duplicate'
  | 'unknown_word'
  | 'missing_word'
  | 'missing_name'
  | 'missing_rounding'
  | 'missing_language'
  | 'wrong_kind'
  | 'wrong_word'
  | 'empty'
  | 'malformed_name'
  | 'malformed_rate'
  | 'malformed_money'
  | 'malformed_duration'
  | 'malformed_date'
  | 'malformed_time'
  | 'unknown_currency'
  | 'unknown_zone'
  | 'unknown_reference'
  | 'wrong_currency'
  | 'too_many_decimals'
  | 'out_of_range'
  | 'dates_reversed'
  | 'thresholds_out_of_order'
  | 'first_threshold'
  | 'parameter_without_value'
  | 'never_matches'
  | 'never_affordable'
  | 'follow_up_cycle'
  | 'nested_too_deep';

/** Steps from the root of a document: keys and indexes. */
export type Path = readonly (string | number)[];

/** A problem before its place in the text is known. */
export interface Finding {
  readonly code: ProblemCode;
  readonly path: Path;
  /** Points at the key rather than at what stands under it. */
  readonly atKey?: boolean;
  readonly message: string;
  readonly remedy?: string;
}

export function pointerOf(path: Path): string {
  return path.map((step) => `/${String(step).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}
