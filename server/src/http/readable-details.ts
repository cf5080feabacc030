import { dayText, decimalText, type Programs, type Refusal } from '@trofast/engine';
import { decimalsOf, programOfVersion } from '../features/events/index.ts';
import { instantText } from '../instants.ts';

type Details = Refusal['details'];

const days = ['from', 'until', 'through', 'occurred'];
const points = ['missing', 'wanted'];

/** The values of a refusal as people read them: days and moments as text, points with their decimals. */
export function readableDetails({ refused, details }: Refusal, programs: Programs): Details {
  const currency = refused === 'insufficient_points' ? details.currency : undefined;
  const decimals =
    typeof currency === 'string' && programs.versions.length > 0
      ? decimalsOf(programOfVersion(programs, Number.POSITIVE_INFINITY), currency)
      : undefined;
  const readable = (name: string, value: string | number) => {
    if (typeof value !== 'number') return value;
    if (days.includes(name)) return dayText(value);
    if (name === 'longest') return instantText(value);
    return decimals !== undefined && points.includes(name) ? decimalText(value, decimals) : value;
  };
  return Object.fromEntries(Object.entries(details).map(([name, value]) => [name, readable(name, value)]));
}
