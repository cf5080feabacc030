import { hash } from 'node:crypto';
import type { Input, Output } from '@trofast/contract';
import { checkExamples, readExamples, readProgram } from '@trofast/engine';
import { type Answered, type Context, fail, reply } from '../../context.ts';
import { selectExamples, upsertExamples } from './queries.ts';

type ExamplesRun = Output<'runExamples'>;
type Problem = ExamplesRun['exampleProblems'][number];

export async function getExamples(
  { database }: Context,
  { programId }: Input<'getExamples'>,
): Promise<Answered<string>> {
  const file = await selectExamples(database, programId);
  return reply(file?.text ?? '', { etag: file?.etag ?? '' });
}

export async function saveExamples(
  { database, ifMatch }: Context,
  { programId, body }: Input<'saveExamples'>,
): Promise<Answered<Output<'saveExamples'>>> {
  if (ifMatch === undefined) return fail('match_needed');
  const etag = hash('sha256', body, 'hex').slice(0, 32);
  const isSaved = await upsertExamples(database, programId, { text: body, etag }, ifMatch);
  if (!isSaved) return fail('document_changed');
  const read = body.trim() === '' ? { problems: [] } : readExamples(body);
  const problems = 'problems' in read ? read.problems.map(problemView) : [];
  return reply({ valid: problems.length === 0, problems }, { etag });
}

export async function runExamples(
  { ledger, database }: Context,
  { programId, document, examples }: Input<'runExamples'>,
): Promise<Answered<ExamplesRun>> {
  const nothing = { passed: 0, failed: 0, problems: [], exampleProblems: [], examples: [] };
  const draft = document ?? (await ledger.programs.draft(programId))?.text ?? '';
  const read = readProgram(draft);
  if ('problems' in read) return reply({ ...nothing, problems: [...read.problems] });
  const text = examples ?? (await selectExamples(database, programId))?.text ?? '';
  if (text.trim() === '') return reply(nothing);

  const checked = checkExamples(read.program, text);
  if ('problems' in checked) return reply({ ...nothing, exampleProblems: checked.problems.map(problemView) });
  const passed = checked.examples.filter((example) => example.passed).length;
  return reply({
    ...nothing,
    passed,
    failed: checked.examples.length - passed,
    examples: checked.examples.map(({ difference, ...example }) => ({
      ...example,
      ...(difference
        ? {
            difference: {
              step: difference.step,
              what: difference.what,
              expected: difference.expected,
              found: difference.actual,
            },
          }
        : {}),
    })),
  });
}

function problemView({ line, column, pointer, message }: Omit<Problem, 'code'>): Problem {
  return { code: 'malformed', line, column, pointer, message };
}
