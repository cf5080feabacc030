import { dayText, decimalText, type Locale, type Programs, type Refusal, reasonOfRefusal } from '@trofast/engine';
import type { Refused } from '../context.ts';
import { decimalsOf, programOfVersion } from '../features/events/index.ts';
import { instantText } from '../instants.ts';

type Details = Refusal['details'];

const days = ['from', 'until', 'through', 'occurred'];
const points = ['missing', 'wanted'];

/** A refusal with its reason in the caller's language, and its values as people read them. */
export function readable(refusal: Refusal, programs: Programs, locale: Locale): Refused {
  const reason = reasonOfRefusal(refusal.refused, locale);
  return {
    refused: refusal.refused,
    details: readableDetails(refusal, programs),
    detail: `${reason.charAt(0).toLocaleUpperCase(locale)}${reason.slice(1)}.`,
  };
}

/** The values of a refusal as people read them: days and moments as text, points with their decimals. */
function readableDetails({ refused, details }: Refusal, programs: Programs): Details {
  const currency = refused === 'insufficient_points' ? details.currency : undefined;
  const decimals =
    typeof currency === 'string' && programs.versions.length > 0
      ? decimalsOf(programOfVersion(programs, Number.POSITIVE_INFINITY), currency)
      : undefined;
  const valueText = (name: string, value: string | number) => {
    if (typeof value !== 'number') return value;
    if (days.includes(name)) return dayText(value);
    if (name === 'longest') return instantText(value);
    return decimals !== undefined && points.includes(name) ? decimalText(value, decimals) : value;
  };
  return Object.fromEntries(Object.entries(details).map(([name, value]) => [name, valueText(name, value)]));
}
