import { z } from 'zod';
import { PROBLEM_CODES } from './statuses.ts';

export const DocumentProblem = z
  .object({
    code: z.string(),
    line: z.int().meta({ description: 'From 1.' }),
    column: z.int().meta({ description: 'From 1.' }),
    pointer: z.string().meta({ description: 'JSON pointer into the document.' }),
    message: z.string(),
    remedy: z.string().exactOptional(),
  })
  .meta({ id: 'DocumentProblem', description: 'A mistake in a program document: where, and what to do.' });

export const Problem = z
  .object({
    type: z.string().meta({ examples: ['/docs/problems#insufficient_points'] }),
    code: z.enum(PROBLEM_CODES).meta({ description: 'What programs test for: it never changes its meaning.' }),
    status: z.int(),
    title: z.string().meta({ description: 'The meaning of the code, in a sentence.' }),
    detail: z.string().exactOptional().meta({ description: 'What was the matter this time.' }),
    instance: z.string().exactOptional().meta({ description: 'The id of the request, as in `Request-Id`.' }),
    details: z
      .record(z.string(), z.union([z.string(), z.number()]))
      .exactOptional()
      .meta({ description: 'The values that say why, such as `missing`.' }),
    errors: z
      .array(z.object({ pointer: z.string(), detail: z.string() }))
      .exactOptional()
      .meta({ description: 'For `malformed`: each bad field by JSON pointer.' }),
    problems: z.array(DocumentProblem).exactOptional().meta({ description: 'For `document_invalid`.' }),
  })
  .meta({ id: 'Problem', description: 'A problem document of RFC 9457.' });

export type ProblemDocument = z.output<typeof Problem>;
