import { z } from 'zod';
import { Clock } from './clock.ts';
import { operation } from './operation.ts';
import { DocumentProblem } from './problem.ts';
import { Instant, Locale, ProgramId, Text } from './values.ts';

const document = z.string().meta({ id: 'ProgramDocument', description: 'A program document: YAML 1.2 or JSON.' });

const Program = z
  .object({
    id: ProgramId,
    name: z.string(),
    clock: Clock,
    version: z.int().exactOptional().meta({ description: 'The version in force; absent before the first.' }),
  })
  .meta({ id: 'Program' });

const Version = z
  .object({
    number: z.int(),
    from: Instant.meta({ description: 'In force from then.' }),
    publishedAt: Instant,
    publishedBy: z.string().exactOptional(),
    note: z.string().exactOptional(),
    state: z.enum(['planned', 'in_force', 'past']),
    walk: z
      .object({ accounts: z.int(), of: z.int(), finished: z.boolean() })
      .exactOptional()
      .meta({ description: 'How many accounts have been visited since it came into force, for what its start gives.' }),
  })
  .meta({ id: 'Version' });

const Checked = z.object({ valid: z.boolean(), problems: z.array(DocumentProblem) }).meta({ id: 'Checked' });

const params = z.object({ programId: ProgramId });

export const programs = {
  createProgram: operation({
    method: 'POST',
    path: '/v1/programs',
    scope: 'programs:write',
    summary: 'Create a program from its document',
    description: 'The document becomes the draft; publish it to put it in force.',
    query: z.strictObject({
      clock: z.enum(['real', 'sandbox']).exactOptional().meta({ description: 'Real when absent.' }),
      time: Instant.exactOptional().meta({ description: 'Where a sandbox clock begins.' }),
    }),
    takes: 'application/yaml',
    body: document,
    output: Program,
    status: 201,
    refusals: ['document_invalid', 'program_exists', 'operator_key_needed'],
  }),
  listPrograms: operation({
    method: 'GET',
    path: '/v1/programs',
    scope: 'programs:read',
    summary: 'The programs that the key may see',
    output: z.object({ items: z.array(Program) }),
    refusals: [],
  }),
  getProgram: operation({
    method: 'GET',
    path: '/v1/programs/{programId}',
    scope: 'programs:read',
    summary: 'A program',
    params,
    output: Program,
    refusals: ['unknown_program'],
  }),
  getDraft: operation({
    method: 'GET',
    path: '/v1/programs/{programId}/draft',
    scope: 'programs:read',
    summary: 'The draft of the program document, as it was written',
    description: 'Its revision is the `ETag`.',
    params,
    gives: 'application/yaml',
    output: document,
    refusals: ['unknown_program'],
  }),
  saveDraft: operation({
    method: 'PUT',
    path: '/v1/programs/{programId}/draft',
    scope: 'drafts:write',
    summary: 'Save the draft',
    description: 'A draft may have mistakes; the answer lists them. Send the `ETag` that you have seen as `If-Match`.',
    params,
    takes: 'application/yaml',
    body: document,
    output: Checked,
    matched: true,
    refusals: ['unknown_program', 'document_changed', 'match_needed'],
  }),
  checkDocument: operation({
    method: 'POST',
    path: '/v1/documents/check',
    scope: 'programs:read',
    summary: 'Check a program document without saving it',
    description: 'Every mistake with line, column and what to do.',
    takes: 'application/yaml',
    body: document,
    output: Checked,
    refusals: [],
  }),
  publishVersion: operation({
    method: 'POST',
    path: '/v1/programs/{programId}/versions',
    scope: 'programs:write',
    summary: 'Publish the draft, now or from a moment on',
    params,
    body: z.strictObject({
      from: Instant.exactOptional().meta({ description: 'Now when absent.' }),
      note: Text.exactOptional(),
    }),
    output: Version,
    status: 201,
    refusals: ['unknown_program', 'document_invalid', 'version_too_early', 'document_changed'],
  }),
  rollBackVersion: operation({
    method: 'POST',
    path: '/v1/programs/{programId}/versions/{number}/rollback',
    scope: 'programs:write',
    summary: 'Publish the document of an earlier version again, as a new one, now',
    description: 'The draft stays as it is.',
    params: z.object({ programId: ProgramId, number: z.int().min(1) }),
    body: z.strictObject({ note: Text.exactOptional() }),
    output: Version,
    status: 201,
    refusals: ['unknown_program', 'unknown_version', 'document_invalid', 'version_too_early'],
  }),
  listVersions: operation({
    method: 'GET',
    path: '/v1/programs/{programId}/versions',
    scope: 'programs:read',
    summary: 'Published versions, newest first',
    params,
    output: z.object({ items: z.array(Version) }),
    refusals: ['unknown_program'],
  }),
  getVersion: operation({
    method: 'GET',
    path: '/v1/programs/{programId}/versions/{number}',
    scope: 'programs:read',
    summary: 'A published version with its document',
    params: z.object({ programId: ProgramId, number: z.int().min(1) }),
    output: z.object({ ...Version.shape, document }).meta({ id: 'VersionWithDocument' }),
    refusals: ['unknown_program', 'unknown_version'],
  }),
  explainProgram: operation({
    method: 'GET',
    path: '/v1/programs/{programId}/explanation',
    scope: 'programs:read',
    summary: 'The program in plain sentences',
    params,
    query: z.strictObject({
      locale: Locale.exactOptional().meta({ description: 'The language; `Accept-Language` when absent.' }),
      version: z.int().min(1).exactOptional().meta({ description: 'The version in force when absent.' }),
    }),
    output: z.object({ locale: Locale, version: z.int(), text: z.string() }),
    refusals: ['unknown_program', 'unknown_version', 'not_published'],
  }),
};
