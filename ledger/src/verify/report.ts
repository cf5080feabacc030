export interface VerifyOptions {
  /** Only this bucket; all of them when absent. */
  readonly bucket?: number;
  /** Goes on behind this account (only with `bucket`). */
  readonly from?: VerifyPosition;
  readonly onProgress?: (progress: VerifyProgress) => void;
}

export interface VerifyPosition {
  readonly program: string;
  readonly account: string;
}

export interface VerifyProgress extends VerifyCounts {
  readonly bucket: number;
  readonly position: VerifyPosition;
}

export interface VerifyCounts {
  readonly accounts: number;
  readonly events: number;
  readonly entries: number;
  readonly batches: number;
}

/** One thing that does not hold, in words. */
export interface Fault {
  readonly bucket: number;
  readonly program?: string;
  readonly account?: string;
  readonly sequence?: number;
  readonly what: string;
}

export interface VerifyReport extends VerifyCounts {
  readonly clean: boolean;
  readonly faults: readonly Fault[];
}

/** No more faults than these are listed. */
export const FAULTS_MOST = 1000;
