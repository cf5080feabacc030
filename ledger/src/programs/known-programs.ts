import type { Database } from '@trofast/db';
import { type Instant, type Programs, type ProgramVersion, readProgram } from '@trofast/engine';
import type { ProgramClock } from './programs-store.ts';

/** What changes about a program, read again with every batch so that several servers agree. */
export interface ProgramState {
  readonly id: string;
  readonly clock: ProgramClock;
  readonly sandbox_time: Instant | null;
  readonly versions: number;
}

export interface KnownProgram {
  readonly clock: ProgramClock;
  /** The sandbox clock; undefined for a real one. */
  readonly sandboxTime: Instant | undefined;
  readonly secret: Buffer;
  readonly programs: Programs;
}

export interface KnownPrograms {
  /** With every version that the state names, compiled. */
  of(state: ProgramState): Promise<KnownProgram>;
  find(id: string): Promise<KnownProgram | undefined>;
}

interface Cached {
  readonly secret: Buffer;
  programs: Programs;
}

export const PROGRAM_STATES = 'select id, clock, sandbox_time, versions from program where id = any($1::text[])';

/** Versions never change once published, so they are compiled once. */
export function knownPrograms(database: Database): KnownPrograms {
  const cache = new Map<string, Cached>();

  const of = async (state: ProgramState): Promise<KnownProgram> => {
    let cached = cache.get(state.id);
    if (cached === undefined) {
      cached = { secret: await readSecret(database, state.id), programs: { id: state.id, versions: [] } };
      cache.set(state.id, cached);
    }
    if (cached.programs.versions.length < state.versions) {
      const versions = await compileVersions(database, state.id, cached.programs.versions);
      // Another batch may have read more meanwhile.
      if (versions.length > cached.programs.versions.length) cached.programs = { id: state.id, versions };
    }
    return {
      clock: state.clock,
      sandboxTime: state.sandbox_time ?? undefined,
      secret: cached.secret,
      programs: cached.programs,
    };
  };

  const find = async (id: string) => {
    const { rows } = await database.query<ProgramState>(PROGRAM_STATES, [[id]]);
    return rows[0] && (await of(rows[0]));
  };

  return { of, find };
}

/** The instant that a program's clock shows. */
export function clockOf(known: Pick<KnownProgram, 'sandboxTime'>, now: Instant): Instant {
  return known.sandboxTime ?? now;
}

async function readSecret(database: Database, id: string): Promise<Buffer> {
  const { rows } = await database.query<{ secret: Buffer }>('select secret from program where id = $1', [id]);
  if (!rows[0]) throw new Error(`The program ${id} has gone`);
  return rows[0].secret;
}

async function compileVersions(
  database: Database,
  id: string,
  known: readonly ProgramVersion[],
): Promise<readonly ProgramVersion[]> {
  const { rows } = await database.query<{ number: number; from_at: Instant; text: string }>(
    'select number, from_at, text from program_version where program_id = $1 and number > $2 order by number',
    [id, known.length],
  );
  const compiled = rows.map((row) => {
    const read = readProgram(row.text);
    if ('problems' in read) {
      throw new Error(`Version ${row.number} of ${id} cannot be read any more: ${read.problems[0]?.message}`);
    }
    return { number: row.number, from: row.from_at, program: read.program };
  });
  return [...known, ...compiled];
}
