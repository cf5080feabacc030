import type { ProblemDocument } from '@trofast/contract';
import type { Queued, Reason } from './queued.ts';

/** What came of one sending. */
export type Answer =
  | { readonly kind: 'done'; readonly output: unknown }
  | { readonly kind: 'refused'; readonly problem: ProblemDocument }
  | { readonly kind: 'unreachable' };

/** What is to be done with work once it was answered. */
export type Next =
  | { readonly kind: 'done'; readonly output: unknown }
  /** Nothing can be sent now: it waits, and so does what is behind it. */
  | { readonly kind: 'wait'; readonly why: 'unreachable' | 'busy' | 'unpaired'; readonly queued?: Queued }
  | { readonly kind: 'again'; readonly queued: Queued }
  | { readonly kind: 'refused'; readonly problem: ProblemDocument }
  | { readonly kind: 'aside'; readonly queued: Queued };

/** The server could not take it now, and may soon. */
const LATER: ReadonlySet<number> = new Set([408, 425, 429, 502, 503, 504]);

/** So often a fault of the server holds up what is behind; then that piece is set aside. */
const FAULTS_MOST = 5;

/** Who was to be enrolled is a member already: what is bought under the same card or address finds them. */
const ALREADY_A_MEMBER: ReadonlySet<string> = new Set(['identity_taken', 'already_enrolled']);

export function afterAnswer(queued: Queued, answer: Answer): Next {
  if (answer.kind === 'unreachable') return { kind: 'wait', why: 'unreachable' };
  if (answer.kind === 'done') return answer;
  const { problem } = answer;
  if (problem.status === 401 || problem.status === 403) return { kind: 'wait', why: 'unpaired' };
  if (LATER.has(problem.status)) return { kind: 'wait', why: 'busy' };
  if (problem.status >= 500) return afterFault(queued, problem);
  if (!queued.hasHappened) return { kind: 'refused', problem };
  if (queued.work.operation === 'enrolMember' && ALREADY_A_MEMBER.has(problem.code)) {
    return { kind: 'done', output: undefined };
  }
  const report = asReport(queued, problem);
  return report ? { kind: 'again', queued: report } : setAside(queued, reasonOf(problem));
}

/** Staff may have dealt with the reason: it waits again, behind nothing that it stood before. */
export function triedAgain(queued: Queued): Queued {
  const { sequence, key, till, work, label, keptAt } = queued;
  return { sequence, key, till, work, label, keptAt, faults: 0, hasHappened: true, state: 'waiting' };
}

/** A purchase whose member is unknown is kept as a receipt, which its member may claim later. */
export function withoutMember(queued: Queued): Queued | undefined {
  if (queued.work.operation !== 'recordPurchase' || queued.work.input.member === undefined) return undefined;
  const { occurredAt, currency, lines, receipt = queued.key } = queued.work.input;
  const key = `${queued.key}-receipt`;
  const input = { id: key, currency, lines, receipt, ...(occurredAt === undefined ? {} : { occurredAt }) };
  return triedAgain({ ...queued, key, work: { operation: 'recordPurchase', input } });
}

/** A sale that was refused as a request has happened all the same: it becomes a report, which is never refused for it. */
function asReport(queued: Queued, problem: ProblemDocument): Queued | undefined {
  const { work } = queued;
  if (work.operation !== 'recordPurchase' || !work.input.strict || problem.status !== 409) return undefined;
  const key = `${queued.key}-report`;
  return { ...queued, key, work: { ...work, input: { ...work.input, id: key, strict: false } } };
}

function afterFault(queued: Queued, problem: ProblemDocument): Next {
  const faults = queued.faults + 1;
  if (faults >= FAULTS_MOST) return setAside(queued, reasonOf(problem));
  return { kind: 'wait', why: 'busy', queued: { ...queued, faults } };
}

function setAside(queued: Queued, reason: Reason): Next {
  return { kind: 'aside', queued: { ...queued, state: 'aside', reason } };
}

function reasonOf({ code, title, detail }: ProblemDocument): Reason {
  return { code, detail: detail ?? title };
}
