import type { Verbs } from '../../context.ts';
import { createProgram } from './create-program.ts';
import { checkDocument, getDraft, saveDraft } from './edit-draft.ts';
import { explainProgram } from './explain-program.ts';
import { publishVersion } from './publish-version.ts';
import { getProgram, listPrograms } from './read-programs.ts';
import { getVersion, listVersions } from './read-versions.ts';
import { rollBackVersion } from './roll-back-version.ts';

export const programs = {
  createProgram,
  listPrograms,
  getProgram,
  getDraft,
  saveDraft,
  checkDocument,
  publishVersion,
  rollBackVersion,
  listVersions,
  getVersion,
  explainProgram,
} satisfies Verbs<
  | 'createProgram'
  | 'listPrograms'
  | 'getProgram'
  | 'getDraft'
  | 'saveDraft'
  | 'checkDocument'
  | 'publishVersion'
  | 'rollBackVersion'
  | 'listVersions'
  | 'getVersion'
  | 'explainProgram'
>;
