import type { Client } from '@trofast/db';
import { type Instant, needs, type Programs } from '@trofast/engine';
import { findPersons } from '../claims/persons.ts';
import { findClaims } from '../claims/queries.ts';
import type { KnownProgram, KnownPrograms } from '../programs/known-programs.ts';
import type { AccountCache } from './account-cache.ts';
import { type AccountState, storedState, unopenedState } from './account-state.ts';
import type { Connections } from './connections.ts';
import { decideBatch, eventOfJob, programOf, timesOf } from './decide-batch.ts';
import { wantedClaims } from './decide-claims.ts';
import { accountKey, type Job, type RequestJob } from './jobs.ts';
import { loadBatch } from './load.ts';
import { type LoadedEvidence, loadEvidence } from './load-evidence.ts';
import { findMergedPersons, findRecordedBefore } from './load-merged.ts';
import { type AccountReferences, addReferences, noReferences } from './references.ts';
import { commitWriting } from './write.ts';

export interface BatchContext {
  readonly bucket: number;
  readonly buckets: number;
  readonly connections: Connections;
  readonly known: KnownPrograms;
  readonly cache: AccountCache;
  readonly clock: () => Instant;
}

export interface BatchResult {
  readonly deferred: readonly Job[];
  readonly decided: number;
  readonly decidingMillis: number;
}

/** Locks, loads, decides, writes, commits and answers. Throws before anything was answered. */
export async function runBatch(
  context: BatchContext,
  jobs: readonly Job[],
  decidingMillis: number,
): Promise<BatchResult> {
  // Where one connection was lost, others probably were.
  const isRetry = jobs.some(({ attempts }) => attempts > 0);
  const client = await (isRetry ? context.connections.takeAlive() : context.connections.take());
  let isBroken = false;
  try {
    const { decided, millis } = await decideAndCommit(context, client, jobs, decidingMillis);
    for (const answer of decided.answers) answer();
    return { deferred: decided.deferred, decided: jobs.length - decided.deferred.length, decidingMillis: millis };
  } catch (error) {
    await client.query('rollback').catch(() => {
      isBroken = true;
    });
    throw error;
  } finally {
    context.connections.giveBack(client, isBroken);
  }
}

async function decideAndCommit(context: BatchContext, client: Client, jobs: readonly Job[], decidingMillis: number) {
  const { bucket, buckets, cache } = context;
  const now = context.clock();
  let loaded = await loadBatch(client, { bucket, now, cache }, jobs);
  const programs = new Map<string, KnownProgram>();
  for (const state of loaded.programs) programs.set(state.id, await context.known.of(state));
  const states = statesOf(jobs, loaded.accounts.map(storedState));

  const before = await findRecordedBefore(client, buckets, jobs, { loaded, states });
  if (before.size > 0) loaded = { ...loaded, recorded: new Map([...loaded.recorded, ...before]) };
  const live = jobs.filter((job) => job.kind === 'advance' || !loaded.recorded.has(`${job.program}\n${job.eventId}`));
  const references = referencesOf(live, programs, states, now);
  const [evidence, claims] = await Promise.all([
    references.length > 0 ? loadEvidence(client, { bucket, buckets, lock: true }, references) : NOTHING,
    loadClaims(client, context, live, programs),
  ]);

  const began = performance.now();
  const decided = decideBatch({
    jobs,
    now,
    loaded,
    programs,
    states,
    evidence,
    claims,
    deadline: began + decidingMillis,
  });
  const millis = performance.now() - began;
  await commitWriting(client, { bucket, buckets, now }, decided.writing, (program) => programsOf(programs, program));
  cache.keep(decided.writing.accounts);
  return { decided, millis };
}

const NOTHING: LoadedEvidence = { accounts: new Map(), taken: new Map() };

function statesOf(jobs: readonly Job[], stored: readonly AccountState[]): ReadonlyMap<string, AccountState> {
  const states = new Map(stored.map((state) => [accountKey({ program: state.program, account: state.id }), state]));
  for (const job of jobs) {
    const key = accountKey(job);
    if (!states.has(key)) states.set(key, unopenedState(job.program, job.account));
  }
  return states;
}

function programsOf(programs: ReadonlyMap<string, KnownProgram>, id: string): Programs {
  const program = programs.get(id);
  if (!program) throw new Error(`There is no program ${id}`);
  return program.programs;
}

function referencesOf(
  jobs: readonly Job[],
  programs: ReadonlyMap<string, KnownProgram>,
  states: ReadonlyMap<string, AccountState>,
  now: Instant,
): readonly AccountReferences[] {
  const byAccount = new Map<string, AccountReferences>();
  for (const job of jobs) {
    const wanted = [...job.missing, ...neededBy(job, programs, states, now)];
    if (wanted.length === 0) continue;
    const key = accountKey(job);
    const absorbed = states.get(key)?.account.absorbed ?? {};
    const references = byAccount.get(key) ?? noReferences(job.program, job.account, absorbed);
    byAccount.set(key, references);
    addReferences(references, wanted);
  }
  return [...byAccount.values()];
}

function neededBy(
  job: Job,
  programs: ReadonlyMap<string, KnownProgram>,
  states: ReadonlyMap<string, AccountState>,
  now: Instant,
) {
  const state = states.get(accountKey(job));
  if (!state) return [];
  try {
    const program = programOf({ programs }, job);
    if (job.kind === 'request') {
      const { at, occurredAt } = timesOf(job, program, state, now);
      return needs(program.programs, state.account, eventOfJob(job, at, occurredAt), at);
    }
    const clock = program.sandboxTime ?? now;
    return needs(program.programs, state.account, undefined, Math.min(job.until ?? clock, clock));
  } catch {
    // The decision meets the same fault, and answers this job alone with it.
    return [];
  }
}

async function loadClaims(
  client: Client,
  { bucket, buckets }: BatchContext,
  jobs: readonly Job[],
  programs: ReadonlyMap<string, KnownProgram>,
) {
  const requests = jobs.filter((job): job is RequestJob => job.kind === 'request');
  const wanted = requests.flatMap((job) => {
    const program = programs.get(job.program);
    return program ? wantedClaims(job, program.secret) : [];
  });
  const persons = requests.filter(touchesPerson).map((job) => ({ ...job, member: memberOf(job) }));
  const [owners, known, others] = await Promise.all([
    wanted.length > 0 ? findClaims(client, buckets, wanted) : new Map(),
    findPersons(client, bucket, persons),
    findMergedPersons(client, buckets, requests),
  ]);
  return { owners: new Map(owners), persons: new Map([...known, ...others]) };
}

function touchesPerson({ request }: RequestJob): boolean {
  return (
    Boolean(request.person || request.claims || request.released) ||
    request.kind === 'erased' ||
    request.kind === 'absorbed'
  );
}

function memberOf({ request }: RequestJob): string {
  return request.kind === 'erased' ? request.body.member : (request.member ?? '');
}
