import {
  advance,
  type Event,
  type Instant,
  joinPersonal,
  type Outcome,
  process as processEvent,
  type Recorded,
  type Reference,
  type Refusal,
  refuse,
  splitPersonal,
} from '@trofast/engine';
import { accountOfEvent } from '../book/identifiers.ts';
import { eventOf, originOf, recordedOf } from '../book/stored-events.ts';
import { clockOf, type KnownProgram } from '../programs/known-programs.ts';
import type { Answer } from '../requests.ts';
import { type AccountState, unopenedState } from './account-state.ts';
import { findTakenClaim, type KnownClaims, noteClaims } from './decide-claims.ts';
import { type AdvanceJob, accountKey, type Job, type RequestJob } from './jobs.ts';
import { eventKey, type Loaded, type RecordedRow } from './load.ts';
import type { LoadedEvidence } from './load-evidence.ts';
import { evidenceFor, stockLeft } from './overlay-evidence.ts';
import { codesOf, postOutcome } from './post-outcome.ts';
import { contentHash, isSameContent } from './same-content.ts';
import { type Decided, nothingWritten } from './writing.ts';

/** Everything a batch decides with: no I/O from here on. */
export interface Batch {
  readonly jobs: readonly Job[];
  /** The real time, taken before anything was read: no version can have started unseen. */
  readonly now: Instant;
  readonly loaded: Loaded;
  readonly programs: ReadonlyMap<string, KnownProgram>;
  readonly states: ReadonlyMap<string, AccountState>;
  readonly evidence: LoadedEvidence;
  readonly claims: KnownClaims;
  /** Deciding ends here, in milliseconds of `performance.now`; what is left waits for the next batch. */
  readonly deadline: number;
}

/** How far a store's clock may be ahead of ours. */
const AHEAD = 5 * 60_000;

/** So many are decided however slow it is: a commit has its price too. */
const DECIDED_LEAST = 32;

interface Deciding extends Batch, Decided {
  /** Answers of this batch, for the same key sent several times at once. */
  readonly answered: Map<string, { readonly job: RequestJob; readonly answer: Answer }>;
  readonly taken: Map<string, number>;
  /** Accounts of which a job had to wait: later ones wait behind it. */
  readonly waiting: Set<string>;
}

export function decideBatch(batch: Batch): Decided {
  const deciding: Deciding = {
    ...batch,
    writing: nothingWritten(),
    answers: [],
    deferred: [],
    answered: new Map(),
    taken: new Map(batch.evidence.taken),
    waiting: new Set(),
  };
  for (const [index, job] of batch.jobs.entries()) {
    const isLate = index >= DECIDED_LEAST && index % 8 === 0 && performance.now() > batch.deadline;
    if (isLate || deciding.waiting.has(accountKey(job))) {
      if (isLate) for (const rest of batch.jobs.slice(index)) defer(deciding, rest);
      else defer(deciding, job);
      if (isLate) break;
      continue;
    }
    try {
      if (job.kind === 'request') decideRequest(deciding, job);
      else decideAdvance(deciding, job);
    } catch (error) {
      // Deciding is pure: nothing of this event has been noted, and its neighbours go on.
      deciding.answers.push(() => job.fail(error));
    }
  }
  return deciding;
}

function defer(deciding: Deciding, job: Job) {
  deciding.deferred.push(job);
  deciding.waiting.add(accountKey(job));
}

function decideRequest(deciding: Deciding, job: RequestJob) {
  const program = programOf(deciding, job);
  const earlier = earlierAnswer(deciding, job, program);
  if (earlier) return answer(deciding, job, earlier);

  const state = stateOf(deciding, job);
  const { at, occurredAt } = timesOf(job, program, state, deciding.now);
  if (occurredAt > at) return refuseRequest(deciding, job, refuse('too_far_ahead', { minutes: AHEAD / 60_000 }));
  if (state.account.sequence === 0 && job.request.kind !== 'enrolment') {
    return refuseRequest(deciding, job, refuse('unknown_member'));
  }
  const taken = findTakenClaim(deciding, job, program);
  if (taken) return refuseRequest(deciding, job, taken);

  const event = eventOfJob(job, at, occurredAt);
  const outcome = processEvent(program.programs, state.account, event, evidenceOf(deciding, program, state, at));
  if (isMissing(outcome)) return retryWith(deciding, job, outcome.missing);
  const recorded = outcome.recorded.at(-1);
  if (outcome.refusal) {
    postOutcome(deciding, program, state, outcome, undefined);
    return refuseRequest(deciding, job, outcome.refusal);
  }
  if (recorded?.event.id !== job.eventId) throw new Error(`The decision of ${job.eventId} ended with another event`);
  postOutcome(deciding, program, state, outcome, job);
  noteClaims(deciding, job, program, recorded);
  return answer(deciding, job, acceptedAnswer(job.account, inStoredOrder(recorded), program, false));
}

function decideAdvance(deciding: Deciding, job: AdvanceJob) {
  const program = programOf(deciding, job);
  const state = stateOf(deciding, job);
  if (!state.isStored && state.fresh.length === 0) return void deciding.answers.push(() => job.answer(0));

  const clock = clockOf(program, deciding.now);
  const until = Math.max(state.account.time, Math.min(job.until ?? clock, clock));
  const outcome = advance(program.programs, state.account, until, evidenceOf(deciding, program, state, until));
  if (isMissing(outcome)) return retryWith(deciding, job, outcome.missing);
  postOutcome(deciding, program, state, outcome, undefined);
  state.sweptUntil = until;
  deciding.writing.accounts.add(state);
  deciding.answers.push(() => job.answer(outcome.recorded.length));
}

export function programOf(batch: Pick<Batch, 'programs'>, job: Job): KnownProgram {
  const program = batch.programs.get(job.program);
  if (!program) throw new Error(`There is no program ${job.program}`);
  if (program.programs.versions.length === 0) throw new Error(`${job.program} has no published version`);
  return program;
}

function stateOf(batch: Pick<Batch, 'states'>, job: Job): AccountState {
  return batch.states.get(accountKey(job)) ?? unopenedState(job.program, job.account);
}

/** The clock that an event is decided by, and when it happened: equal when the caller does not say. */
export function timesOf(job: RequestJob, program: KnownProgram, state: AccountState, now: Instant) {
  const { request } = job;
  if (request.at !== undefined && program.sandboxTime === undefined) {
    throw new Error('`at` is for sandbox programs only');
  }
  const told = request.at ?? clockOf(program, now);
  const clock = Math.max(told, state.account.time);
  const occurredAt = request.occurredAt ?? clock;
  // Ahead of the clock itself, not of the account: otherwise each event could lie five minutes behind the one before.
  return { at: occurredAt <= told + AHEAD ? Math.max(clock, occurredAt) : clock, occurredAt };
}

export function eventOfJob(job: RequestJob, at: Instant, occurredAt: Instant): Event {
  const { request, eventId } = job;
  return eventOf({ id: eventId, kind: request.kind, at, occurredAt }, originOf(request), request.body);
}

function evidenceOf(deciding: Deciding, program: KnownProgram, state: AccountState, at: Instant) {
  const loaded = deciding.evidence.accounts.get(accountKey({ program: state.program, account: state.id }));
  const stock = loaded ? stockLeft(program.programs, at, loaded.references.stock, deciding.taken) : {};
  return evidenceFor(loaded, state.fresh, stock);
}

/** What the same key has been answered before: recorded, refused, or a moment ago in this batch. */
function earlierAnswer(deciding: Deciding, job: RequestJob, program: KnownProgram): Answer | undefined {
  const key = eventKey(job.program, job.eventId);
  const row = deciding.loaded.recorded.get(key);
  if (row) return isSameContent(job, row) ? replay(row, program) : keyReused(job);

  const inBatch = deciding.answered.get(key);
  if (inBatch) {
    const isSame = contentHash(job, program.secret).equals(contentHash(inBatch.job, program.secret));
    return isSame ? { ...inBatch.answer, replayed: true } : keyReused(job);
  }
  const refused = deciding.loaded.refused.get(key);
  if (!refused) return undefined;
  return contentHash(job, program.secret).equals(refused.content_hash)
    ? { accountId: job.account, refusal: JSON.parse(refused.refusal) as Refusal, replayed: true }
    : keyReused(job);
}

function replay(row: RecordedRow, program: KnownProgram): Answer {
  // What was recorded before a merge keeps the name of its account.
  return acceptedAnswer(accountOfEvent(row.id), recordedOf(row), program, true);
}

function keyReused(job: RequestJob): Answer {
  return { accountId: job.account, refusal: refuse('key_reused', { key: job.request.key }), replayed: false };
}

function acceptedAnswer(accountId: string, event: Recorded, program: KnownProgram, replayed: boolean): Answer {
  const codes = codesOf(program.secret, accountId, event.facts);
  return { accountId, event, replayed, ...(codes && { codes }) };
}

/** The engine may have added who it was: equal answers have their fields in one order. */
function inStoredOrder(recorded: Recorded): Recorded {
  const { event } = recorded;
  const { kept, personal } = splitPersonal({ ...recorded, event: eventOf(event, originOf(event), event.body) });
  return joinPersonal(kept, personal);
}

function refuseRequest(deciding: Deciding, job: RequestJob, refusal: Refusal) {
  deciding.writing.refusals.push({
    program: job.program,
    account: job.account,
    event: job.eventId,
    contentHash: contentHash(job, programOf(deciding, job).secret),
    refusal,
    at: deciding.now,
  });
  answer(deciding, job, { accountId: job.account, refusal, replayed: false });
}

function answer(deciding: Deciding, job: RequestJob, given: Answer) {
  const key = eventKey(job.program, job.eventId);
  if (!deciding.answered.has(key) && given.refusal?.refused !== 'key_reused') {
    deciding.answered.set(key, { job, answer: given });
  }
  deciding.answers.push(() => job.answer(given));
}

function isMissing(outcome: Outcome): outcome is Outcome & { missing: readonly Reference[] } {
  return outcome.missing !== undefined && outcome.missing.length > 0;
}

/** That event alone is tried again in the next batch, with what it asked for. */
function retryWith(deciding: Deciding, job: Job, missing: readonly Reference[]) {
  job.attempts += 1;
  if (job.attempts > 8) throw new Error(`Deciding asks for ever more evidence: ${JSON.stringify(missing)}`);
  job.missing = [...job.missing, ...missing];
  defer(deciding, job);
}
