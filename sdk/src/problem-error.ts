import type { ProblemDocument } from '@trofast/contract';

/** What the server refused, thrown; `problem.code` says why and never changes its meaning. */
export class ProblemError extends Error {
  override readonly name = 'ProblemError';
  readonly problem: ProblemDocument;

  constructor(problem: ProblemDocument) {
    super(`${problem.code}: ${problem.title}${problem.detail === undefined ? '' : `. ${problem.detail}`}`);
    this.problem = problem;
  }
}
