/** A prepared statement with its values, made before anything is sent: what cannot be made must not be half written. */
export interface Statement {
  readonly name: string;
  readonly text: string;
  readonly values: readonly unknown[];
  /** Rows that it must change; with fewer, another batch was faster. */
  readonly rows?: number;
}
