import { randomUUID } from 'node:crypto';
import type { Input, Output } from '@trofast/contract';
import { type Program, parseDay, readProgram, startOfDay } from '@trofast/engine';
import { type Answered, type Context, fail, reply } from '../../context.ts';
import { instantText } from '../../instants.ts';
import { storedPerson } from '../members/index.ts';
import { storedSettings } from '../settings/index.ts';
import { backTestResult, type Result } from './back-test-result.ts';
import { countHistories, firstEventAt, selectNames } from './queries.ts';
import type { Tally } from './replay-chunk.ts';
import { replayInThreads } from './replay-in-threads.ts';
import type { ReplayTask, VersionText } from './replay-thread.ts';

type BackTest = Output<'getBackTest'>;

interface Job {
  readonly id: string;
  readonly program: string;
  readonly startedAt: number;
  readonly startedBy: string;
  readonly since: number;
  readonly total: number;
  done: number;
  state: BackTest['state'];
  problem?: string;
  result?: Result;
  readonly stopping: AbortController;
}

const keptMilliseconds = 3_600_000;

/** Back-tests of this process, by its database. They are answers to look at, not records, so they need not outlive it. */
const jobsOf = new WeakMap<object, Map<string, Job>>();

export async function startBackTest(
  context: Context,
  { document, since: sinceDay }: Input<'startBackTest'>,
): Promise<Answered<BackTest>> {
  const { ledger, database, program, programs, caller } = context;
  const newest = programs.versions.at(-1)?.program;
  if (!newest) return fail('not_published');
  const draft = document ?? (await ledger.programs.draft(program))?.text ?? '';
  const read = readProgram(draft);
  if ('problems' in read) return fail('document_invalid', { problems: read.problems });
  const jobs = jobsIn(context);
  if ([...jobs.values()].some((job) => job.program === program && job.state === 'running')) {
    return fail('back_test_running', { detail: 'Wait for it, or stop it.' });
  }

  const job: Job = {
    ...{ id: randomUUID(), program, startedAt: Date.now(), startedBy: caller.name },
    since: await sinceOf(context, newest, sinceDay),
    total: await countHistories(database, program),
    ...{ done: 0, state: 'running', stopping: new AbortController() },
  };
  jobs.set(job.id, job);
  void run(context, job, draft, { newest, draft: read.program });
  return reply(jobView(job));
}

export async function listBackTests(context: Context): Promise<Answered<Output<'listBackTests'>>> {
  const own = [...jobsIn(context).values()].filter(({ program }) => program === context.program);
  return reply({
    items: own.toReversed().map((job) => {
      const { result: _result, ...view } = jobView(job);
      return view;
    }),
  });
}

export async function getBackTest(context: Context, { backTestId }: Input<'getBackTest'>): Promise<Answered<BackTest>> {
  const job = findJob(context, backTestId);
  return job ? reply(jobView(job)) : fail('unknown_back_test');
}

export async function cancelBackTest(
  context: Context,
  { backTestId }: Input<'cancelBackTest'>,
): Promise<Answered<undefined>> {
  const job = findJob(context, backTestId);
  if (!job) return fail('unknown_back_test');
  if (job.state !== 'running') jobsIn(context).delete(backTestId);
  else {
    job.state = 'cancelled';
    job.stopping.abort();
  }
  return reply(undefined);
}

async function run(context: Context, job: Job, text: string, documents: { newest: Program; draft: Program }) {
  const { ledger, program, locale } = context;
  const began = performance.now();
  try {
    const now = await ledger.clock(program);
    const { task, withReadings } = await taskOf(context, job.since, now, text);
    const tally = await replayInThreads(
      task,
      ledger.replayable(program, { withReadings }),
      (accounts) => {
        job.done += accounts;
      },
      job.stopping.signal,
    );
    job.result = backTestResult({
      ...{ program: documents.newest, draft: documents.draft, stored: await storedSettings(context), tally, locale },
      ...{ since: job.since, until: now, milliseconds: Math.round(performance.now() - began) },
      nameOf: await namesOf(context, tally),
    });
    if (job.state === 'running') job.state = 'done';
  } catch (error) {
    if (job.state !== 'running') return;
    job.state = 'failed';
    job.problem = error instanceof Error ? error.message : String(error);
  }
}

/** Versions as texts. The draft counts as if it had started when the replay does; what started since then had not. */
async function taskOf({ ledger, program }: Context, since: number, now: number, text: string) {
  const versions = await ledger.programs.versions(program);
  const published: VersionText[] = [];
  for (const { number, from } of versions) {
    published.push({ number, from, text: (await ledger.programs.versionText(program, number)) ?? '' });
  }
  const earlier = published.filter(({ from }) => from < since);
  const isWhole = earlier.length === 0;
  const number = isWhole ? 1 : (published.at(-1)?.number ?? 0) + 1;
  const draft: VersionText[] = [...earlier, { number, from: isWhole ? Math.min(since, 0) : since, text }];
  const task: ReplayTask = { program, published, draft, since, now };
  return { task, withReadings: !isWhole };
}

async function sinceOf({ database, program }: Context, { markets }: Program, day: string | undefined): Promise<number> {
  const first = await firstEventAt(database, program);
  const zone = [...markets.values()][0]?.zone ?? 'UTC';
  const asked = day === undefined ? undefined : parseDay(day);
  return asked === undefined ? first : Math.max(first, startOfDay(zone, asked));
}

async function namesOf({ database, program }: Context, { affected }: Tally) {
  const accounts = [...affected.values()].flatMap((all) => all.map(({ account }) => account));
  const rows = await selectNames(database, program, accounts);
  const names = new Map(rows.map((row) => [row.account_id, row]));
  return (account: string) => {
    const row = names.get(account);
    const { name } = storedPerson(JSON.parse(row?.person ?? '{}'));
    return { ...(row ? { memberId: row.member_id } : {}), ...(name === undefined ? {} : { name }) };
  };
}

function jobsIn({ database }: Pick<Context, 'database'>): Map<string, Job> {
  const jobs = jobsOf.get(database) ?? new Map<string, Job>();
  jobsOf.set(database, jobs);
  for (const [id, { startedAt, state }] of jobs) {
    if (state !== 'running' && Date.now() - startedAt > keptMilliseconds) jobs.delete(id);
  }
  return jobs;
}

function findJob(context: Context, id: string): Job | undefined {
  const job = jobsIn(context).get(id);
  return job?.program === context.program ? job : undefined;
}

function jobView({ id, state, startedAt, startedBy, since, done, total, problem, result }: Job): BackTest {
  return {
    ...{ id, state, startedAt: instantText(startedAt), startedBy, since: instantText(since) },
    ...{ done, total: Math.max(total, done) },
    ...(problem === undefined ? {} : { problem }),
    ...(result ? { result } : {}),
  };
}
