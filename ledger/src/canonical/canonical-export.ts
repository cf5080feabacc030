export interface CanonicalExport {
  readonly lines: number;
  /** SHA-256 of everything written, as hex. */
  readonly sha256: string;
}
