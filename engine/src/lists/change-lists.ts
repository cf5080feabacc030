import { type Draft, post } from '../draft.ts';
import type { MemberChange } from '../event.ts';
import { type Refusal, refuse } from '../refusals.ts';

/** Puts a member on lists and takes them off others; what is so already is not said again. */
export function changeLists(
  draft: Draft,
  member: string,
  { lists = [], leaves = [] }: Pick<MemberChange, 'lists' | 'leaves'>,
): Refusal | undefined {
  const unknown = [...lists.map(({ list }) => list), ...leaves].find((list) => !draft.program.lists.has(list));
  if (unknown !== undefined) return refuse('unknown_list', { list: unknown });
  const staysOn = (list: string) => draft.account.members[member]?.lists?.[list] ?? [];
  for (const list of leaves) {
    const isOpen = staysOn(list).some(({ through }) => through === undefined || through >= draft.occurredDay);
    if (isOpen) post(draft, { fact: 'list_left', v: 1, member, list, day: draft.occurredDay });
  }
  for (const [index, { list, from = draft.occurredDay, through }] of lists.entries()) {
    if (through !== undefined && through < from) return refuse('malformed', { at: `/lists/${index}/through` });
    const isSo = staysOn(list).some((stay) => stay.from <= from && stay.through === through);
    if (isSo) continue;
    post(draft, { fact: 'list_joined', v: 1, member, list, from, ...(through !== undefined && { through }) });
  }
  return undefined;
}
