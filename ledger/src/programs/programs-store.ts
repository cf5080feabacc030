import type { Instant, Problem, Programs } from '@trofast/engine';

export type ProgramClock = 'real' | 'sandbox';

export interface ProgramRow {
  readonly id: string;
  readonly organisation: string;
  readonly name: string;
  readonly clock: ProgramClock;
  /** Where a sandbox clock stands. */
  readonly sandboxTime?: Instant;
  readonly settings: Readonly<Record<string, unknown>>;
  /** How many versions have been published. */
  readonly versions: number;
}

export interface NewProgram {
  readonly id: string;
  readonly name: string;
  readonly clock: ProgramClock;
  /** Where a sandbox clock begins; the real time when absent. */
  readonly sandboxTime?: Instant;
  /** Made when it does not exist yet; `default` when absent. */
  readonly organisation?: string;
  readonly settings?: Readonly<Record<string, unknown>>;
}

export interface Draft {
  readonly text: string;
  /** Changes with every save. */
  readonly etag: string;
}

export interface PublishedVersion {
  readonly number: number;
  readonly from: Instant;
  readonly publishedAt: Instant;
  readonly actor?: string;
  readonly note?: string;
}

export interface PublishRequest {
  readonly text: string;
  /** When it starts; as soon as possible when absent, and never before that. */
  readonly from?: Instant;
  readonly actor?: string;
  readonly note?: string;
}

export interface ProgramsStore {
  /** `false` when a program of this id exists already; that one is left as it is. */
  create(program: NewProgram): Promise<boolean>;
  list(): Promise<readonly ProgramRow[]>;
  get(id: string): Promise<ProgramRow | undefined>;
  draft(id: string): Promise<Draft | undefined>;
  /** With `ifMatch`, only over the draft that has this etag; `undefined` when it has changed meanwhile. */
  saveDraft(id: string, text: string, ifMatch?: string): Promise<Draft | undefined>;
  publish(id: string, request: PublishRequest): Promise<PublishedVersion | { readonly problems: readonly Problem[] }>;
  /** Oldest first. */
  versions(id: string): Promise<readonly PublishedVersion[]>;
  versionText(id: string, number: number): Promise<string | undefined>;
  /** Every published version, compiled. `undefined` when there is no such program. */
  load(id: string): Promise<Programs | undefined>;
}
