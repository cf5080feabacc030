import type { Span } from '../../program.ts';
import { type Day, dayText } from '../../time/days.ts';
import type { Binding } from '../binding.ts';

interface Dated {
  readonly from?: Day | undefined;
  readonly through?: Day | undefined;
}

export function spanOf({ from, through }: Dated): Span {
  return { ...(from === undefined ? {} : { from }), ...(through === undefined ? {} : { through }) };
}

/** Whether the last day is not before the first. */
export function isForward({ from, through }: Dated, binding: Binding): boolean {
  if (from === undefined || through === undefined || from <= through) return true;
  const message = `${dayText(through)} is before ${dayText(from)}.`;
  binding.at('through').report('dates_reversed', message, 'Exchange the two dates.');
  return false;
}
