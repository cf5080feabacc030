import { z } from 'zod';
import { isCurrency } from '../../numbers/money.ts';
import { LOCALES, type Market, type Program } from '../../program.ts';
import { isZone } from '../../time/zones.ts';
import { remedyFor } from '../binding.ts';
import { leaf, listOf, Misread } from '../leaf.ts';
import { duration, durationOrAlways, shortDuration } from '../leaves/dates.ts';
import { readWhole, unknownCurrency } from '../leaves/numbers.ts';
import { identifier } from '../leaves/texts.ts';
import { words } from '../leaves/words.ts';
import { kindOfValue } from '../numeral.ts';
import type { Bound } from '../unbound.ts';

/** A currency of ISO 4217. */
export const currencyCode = leaf(
  { description: 'a currency of ISO 4217, GBP', field: 'currency_code', type: 'string', pattern: '^[A-Z]{3}$' },
  (written) => {
    if (typeof written !== 'string') {
      return new Misread('wrong_kind', `Expected a currency such as GBP, found ${kindOfValue(written)}.`);
    }
    return isCurrency(written) ? written : unknownCurrency(written);
  },
);

const zone = leaf({ description: 'a time zone, Europe/London', field: 'zone', type: 'string' }, (written) => {
  if (typeof written !== 'string') {
    return new Misread('wrong_kind', `Expected a zone such as Europe/London, found ${kindOfValue(written)}.`);
  }
  if (isZone(written)) return written;
  const remedy = remedyFor(written, Intl.supportedValuesOf('timeZone'));
  const near = remedy?.startsWith('Did') ? remedy : 'A zone is written as Europe/London.';
  return new Misread('unknown_zone', `"${written}" is not a time zone.`, near);
});

export const marketShape = z.strictObject({ name: words, currency: currencyCode, zone });

export const headShape = z.strictObject({
  id: identifier,
  name: words,
  languages: listOf(z.enum(LOCALES)),
  markets: z.record(z.string(), z.unknown()),
  returns: z.strictObject({ within: durationOrAlways, usableFor: duration.optional() }),
  late: z.strictObject({ within: durationOrAlways, restore: z.boolean() }),
  corrections: z
    .strictObject({
      approvalAbove: leaf(
        { description: 'a whole number of points', field: 'whole', type: 'integer', minimum: 0 },
        (written) => readWhole(written, 0),
      ),
    })
    .optional(),
  holds: z.strictObject({ longest: shortDuration }).optional(),
  birthdays: z.strictObject({ changedBy: z.enum(['member', 'staff']) }).optional(),
});

export type Head = Bound<z.output<typeof headShape>>;

/** A hold without a program's word on it lets go after a week. */
const HOLD_LONGEST = { months: 0, days: 7, seconds: 0 };

export function makeHead(
  head: Head,
): Omit<Program, keyof import('../binding.ts').Made | 'rules' | 'onStart' | 'households' | 'referral'> {
  return {
    id: head.id,
    name: head.name,
    languages: [...new Set(head.languages)],
    returns: head.returns,
    late: head.late,
    corrections: { approvalAbove: head.corrections?.approvalAbove },
    holds: { longest: head.holds?.longest ?? HOLD_LONGEST },
    // A gift a year tempts to have more birthdays than one.
    birthdays: { changedBy: head.birthdays?.changedBy ?? 'staff' },
  };
}

export function makeMarket(id: string, market: Bound<z.output<typeof marketShape>>): Market {
  return { id, ...market };
}
