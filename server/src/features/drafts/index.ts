import type { Verbs } from '../../context.ts';
import { compareDraft } from './compare-draft.ts';
import { getExamples, runExamples, saveExamples } from './examples.ts';

export const drafts = { compareDraft, getExamples, saveExamples, runExamples } satisfies Verbs<
  'compareDraft' | 'getExamples' | 'saveExamples' | 'runExamples'
>;
