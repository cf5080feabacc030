import type { ListStay, Member } from '../account.ts';
import type { FactOf } from '../facts.ts';
import type { Day } from '../time/days.ts';

/** Whether a member is on a list on a day. */
export function isOnList(member: Member | undefined, list: string, day: Day): boolean {
  const stays = member?.lists?.[list] ?? [];
  return stays.some(({ from, through }) => from <= day && (through === undefined || day <= through));
}

/** The stays on one list after a fact. Ended ones are kept: a late event asks who was on the list then. */
export function staysAfter(stays: readonly ListStay[], fact: FactOf<'list_joined' | 'list_left'>): readonly ListStay[] {
  if (fact.fact === 'list_joined') {
    const { from, through } = fact;
    const others = stays.filter((stay) => stay.from !== from);
    return [...others, { from, ...(through !== undefined && { through }) }].toSorted((a, b) => a.from - b.from);
  }
  const last = fact.day - 1;
  return stays
    .filter(({ from }) => from <= last)
    .map((stay) => (stay.through === undefined || stay.through > last ? { ...stay, through: last } : stay));
}
