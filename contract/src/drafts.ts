import { z } from 'zod';
import { operation } from './operation.ts';
import { DocumentProblem } from './problem.ts';
import { Locale, ProgramId } from './values.ts';

const params = z.object({ programId: ProgramId });
const document = z.string();
const examples = z
  .string()
  .meta({ id: 'ExamplesFile', description: 'Worked examples of a program: YAML 1.2 or JSON.' });

const PartChange = z
  .object({
    change: z.enum(['added', 'removed', 'changed']),
    section: z.string().meta({ description: 'The heading under which the program tells of it.' }),
    path: z.array(z.union([z.string(), z.int()])).meta({
      description: 'Where it stands in the document that has it: the draft, or the version for what is gone.',
    }),
    id: z.string().exactOptional(),
    before: z.array(z.string()).meta({ description: 'Sentences of the version.' }),
    after: z.array(z.string()).meta({ description: 'Sentences of the draft.' }),
  })
  .meta({ id: 'PartChange' });

const TextLine = z
  .object({
    kind: z.enum(['same', 'added', 'removed']),
    text: z.string(),
    before: z.int().exactOptional().meta({ description: 'Its line in the version.' }),
    after: z.int().exactOptional().meta({ description: 'Its line in the draft.' }),
  })
  .meta({ id: 'TextLine' });

const ExampleStatus = z
  .object({
    code: z.string(),
    name: z.string().exactOptional(),
    passed: z.boolean(),
    line: z.int().meta({ description: 'Of the example, or of the step that differs.' }),
    difference: z
      .object({
        step: z.int().meta({ description: 'From 0.' }),
        what: z.string(),
        expected: z.string(),
        found: z.string(),
      })
      .exactOptional()
      .meta({ description: 'The first thing that came out otherwise.' }),
  })
  .meta({ id: 'ExampleStatus' });

export const drafts = {
  compareDraft: operation({
    method: 'POST',
    path: '/v1/programs/{programId}/draft/comparison',
    scope: 'programs:read',
    summary: 'What a draft changes against a published version, in sentences and line by line',
    params,
    body: z
      .strictObject({
        document: document.exactOptional().meta({ description: 'The saved draft when absent.' }),
        version: z.int().min(1).exactOptional().meta({ description: 'The version in force when absent.' }),
        locale: Locale.exactOptional(),
      })
      .meta({ id: 'ComparisonInput' }),
    output: z
      .object({
        version: z.int().exactOptional().meta({ description: 'Absent when nothing has been published yet.' }),
        isSame: z.boolean(),
        problems: z.array(DocumentProblem).meta({ description: 'With any, there are no sentences.' }),
        parts: z.array(PartChange),
        lines: z.array(TextLine),
      })
      .meta({ id: 'Comparison' }),
    refusals: ['unknown_program', 'unknown_version'],
  }),
  getExamples: operation({
    method: 'GET',
    path: '/v1/programs/{programId}/examples',
    scope: 'programs:read',
    summary: "The program's worked examples, as they were written",
    description: 'Empty before the first save. The revision is the `ETag`.',
    params,
    gives: 'application/yaml',
    output: examples,
    refusals: ['unknown_program'],
  }),
  saveExamples: operation({
    method: 'PUT',
    path: '/v1/programs/{programId}/examples',
    scope: 'drafts:write',
    summary: 'Save the worked examples',
    description: 'Send the `ETag` that you have seen as `If-Match`; `*` saves whatever there is.',
    params,
    takes: 'application/yaml',
    body: examples,
    output: z.object({ valid: z.boolean(), problems: z.array(DocumentProblem) }),
    matched: true,
    refusals: ['unknown_program', 'document_changed', 'match_needed'],
  }),
  runExamples: operation({
    method: 'POST',
    path: '/v1/programs/{programId}/examples/run',
    scope: 'programs:read',
    summary: 'Run the worked examples against a document',
    params,
    body: z
      .strictObject({
        document: document.exactOptional().meta({ description: 'The saved draft when absent.' }),
        examples: examples.exactOptional().meta({ description: 'The saved examples when absent.' }),
      })
      .meta({ id: 'ExamplesRunInput' }),
    output: z
      .object({
        passed: z.int(),
        failed: z.int(),
        problems: z.array(DocumentProblem).meta({ description: 'Of the document: with any, nothing is run.' }),
        exampleProblems: z.array(DocumentProblem).meta({ description: 'Of the examples.' }),
        examples: z.array(ExampleStatus),
      })
      .meta({ id: 'ExamplesRun' }),
    refusals: ['unknown_program'],
  }),
};
