import type { YearlyDate } from '../account.ts';
import type { Draft } from '../draft.ts';
import { type Refusal, refuse } from '../refusals.ts';
import { isYearlyDate } from './yearly-dates.ts';

/** Why a birthday cannot be set to this: it is none, or it is known and members may not change it. */
export function birthdayChange(
  { program }: Draft,
  known: YearlyDate | undefined,
  birthday: YearlyDate | undefined,
  byStaff: boolean,
): Refusal | undefined {
  if (birthday === undefined) return undefined;
  if (!isYearlyDate(birthday)) return refuse('malformed', { at: '/birthday' });
  const isSame = known?.month === birthday.month && known.dayOfMonth === birthday.dayOfMonth;
  if (known === undefined || isSame || byStaff || program.birthdays.changedBy === 'member') return undefined;
  return refuse('birthday_locked');
}
