import type { Locale } from '../program.ts';

type Names = Readonly<Record<Locale, string>>;

/** Cities of zones whose name is not the same in every language. */
const CITIES: Readonly<Record<string, Names>> = {
  'Europe/Copenhagen': { en: 'Copenhagen', da: 'København', sv: 'Köpenhamn', nb: 'København' },
  'Europe/Helsinki': { en: 'Helsinki', da: 'Helsinki', sv: 'Helsingfors', nb: 'Helsinki' },
  'Europe/Brussels': { en: 'Brussels', da: 'Bruxelles', sv: 'Bryssel', nb: 'Brussel' },
  'Europe/Vienna': { en: 'Vienna', da: 'Wien', sv: 'Wien', nb: 'Wien' },
  'Europe/Rome': { en: 'Rome', da: 'Rom', sv: 'Rom', nb: 'Roma' },
  'Europe/Athens': { en: 'Athens', da: 'Athen', sv: 'Aten', nb: 'Athen' },
  'Europe/Warsaw': { en: 'Warsaw', da: 'Warszawa', sv: 'Warszawa', nb: 'Warszawa' },
  'Europe/Prague': { en: 'Prague', da: 'Prag', sv: 'Prag', nb: 'Praha' },
  'Europe/Lisbon': { en: 'Lisbon', da: 'Lissabon', sv: 'Lissabon', nb: 'Lisboa' },
  'Europe/Luxembourg': { en: 'Luxembourg', da: 'Luxembourg', sv: 'Luxemburg', nb: 'Luxembourg' },
};

/** The city that a zone is named after. */
export function cityOfZone(zone: string, locale: Locale): string {
  return CITIES[zone]?.[locale] ?? (zone.split('/').at(-1) ?? zone).replaceAll('_', ' ');
}
