import type { Input } from '@trofast/contract';
import { type Malformed, malformed } from '../../context.ts';
import { countries } from './countries.ts';
import type { Choice } from './fill-template.ts';
import type { Template } from './templates.ts';

type Said = Pick<Input<'createShop'>, 'country' | 'currency' | 'numbers' | 'name' | 'programId'>;

/** What a shop chose, where it fits the template; otherwise what does not. */
export function readChoice(
  template: Template,
  { country: code, currency, numbers = {}, name, programId }: Said,
): Choice | Malformed {
  const country = countries.find((known) => known.code === code);
  if (!country) return malformed('/country', `It must be one of ${countries.map((known) => known.code).join(', ')}.`);
  const bad = Object.entries(numbers).flatMap(([id, value]) => {
    const number = template.numbers.find((known) => known.id === id);
    const pointer = `/numbers/${id}`;
    if (!number) {
      return [
        {
          pointer,
          detail: `The template has no such number. It has ${template.numbers.map((one) => one.id).join(', ')}.`,
        },
      ];
    }
    const { least, most, unit } = number;
    if (value < least || value > most) return [{ pointer, detail: `It must be from ${least} to ${most}.` }];
    const isWhole = ['days', 'months', 'points'].includes(unit);
    return isWhole && !Number.isInteger(value) ? [{ pointer, detail: 'It must be a whole number.' }] : [];
  });
  if (bad.length > 0) return { malformed: bad };
  return { country, currency: currency ?? country.currency, numbers, programId, name };
}
