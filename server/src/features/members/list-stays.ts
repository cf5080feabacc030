import type { Input, Output } from '@trofast/contract';
import { dayText, type ListJoining, type Member, parseDay } from '@trofast/engine';

type Said = NonNullable<Input<'changeMember'>['lists']>;

/** Stays as the engine takes them: days as numbers. */
export function joiningsOf(said: Said): readonly ListJoining[] {
  return said.map(({ list, from, through }) => ({ list, ...dayOf('from', from), ...dayOf('through', through) }));
}

/** What is known of a member's lists; nothing when there never was one. */
export function listsView({ lists = {} }: Pick<Member, 'lists'>): Pick<Output<'getMember'>, 'lists'> {
  const stays = Object.entries(lists).flatMap(([list, all]) =>
    all.map(({ from, through }) => ({
      list,
      from: dayText(from),
      ...(through === undefined ? {} : { through: dayText(through) }),
    })),
  );
  return stays.length > 0 ? { lists: stays } : {};
}

function dayOf<Name extends string>(name: Name, text: string | undefined): { readonly [Key in Name]?: number } {
  const day = text === undefined ? undefined : parseDay(text);
  return day === undefined ? {} : ({ [name]: day } as { readonly [Key in Name]: number });
}
