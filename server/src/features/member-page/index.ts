import type { Verbs } from '../../context.ts';
import { exportMember } from './export-member.ts';
import { getMemberPage } from './get-member-page.ts';
import { listTimeline } from './list-timeline.ts';

export { totalsOf } from './get-member-page.ts';

export const memberPage = { getMemberPage, listTimeline, exportMember } satisfies Verbs<
  'getMemberPage' | 'listTimeline' | 'exportMember'
>;
