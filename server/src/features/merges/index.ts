import type { Verbs } from '../../context.ts';
import { mergeMembers } from './merge-members.ts';

export const merges = { mergeMembers } satisfies Verbs<'mergeMembers'>;
