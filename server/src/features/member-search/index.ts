import type { Verbs } from '../../context.ts';
import { searchMembers } from './search-members.ts';

export const memberSearch = { searchMembers } satisfies Verbs<'searchMembers'>;
