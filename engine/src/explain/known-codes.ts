import { nameIn } from '../document/leaves/references.ts';
import type { Speech } from '../document/unbound.ts';
import type { Locale } from '../program.ts';
import { listWithOr } from './formats.ts';

type Names = readonly [en: string, da: string, sv: string, nb: string];

/** Words that shops commonly use for channels, tenders, charges and activities, which a document does not name. */
const KNOWN: Readonly<Record<string, Names>> = {
  web: ['the web shop', 'webshoppen', 'webbutiken', 'nettbutikken'],
  online: ['the web shop', 'webshoppen', 'webbutiken', 'nettbutikken'],
  app: ['the app', 'appen', 'appen', 'appen'],
  store: ['a store', 'en butik', 'en butik', 'en butikk'],
  marketplace: ['a marketplace', 'en markedsplads', 'en marknadsplats', 'en markedsplass'],
  cash: ['cash', 'kontanter', 'kontanter', 'kontanter'],
  card: ['a payment card', 'betalingskort', 'betalkort', 'betalingskort'],
  own_card: ['the shop’s own card', 'butikkens eget kort', 'butikens eget kort', 'butikkens eget kort'],
  gift_card: ['a gift card', 'gavekort', 'presentkort', 'gavekort'],
  invoice: ['an invoice', 'faktura', 'faktura', 'faktura'],
  shipping: ['shipping', 'fragt', 'frakt', 'frakt'],
  standard: ['standard delivery', 'standardlevering', 'standardleverans', 'standardlevering'],
  express: ['express delivery', 'ekspreslevering', 'expressleverans', 'ekspresslevering'],
  delivery: ['delivery', 'levering', 'leverans', 'levering'],
  same_day: ['same-day delivery', 'levering samme dag', 'leverans samma dag', 'levering samme dag'],
  fee: ['fees', 'gebyrer', 'avgifter', 'gebyrer'],
  tax: ['tax', 'moms', 'moms', 'merverdiavgift'],
  tip: ['tips', 'drikkepenge', 'dricks', 'tips'],
  review: ['a review', 'en anmeldelse', 'en recension', 'en anmeldelse'],
  survey: ['a survey', 'en spørgeskemabesvarelse', 'en enkät', 'en spørreundersøkelse'],
  visit: ['a visit', 'et besøg', 'ett besök', 'et besøk'],
  profile: ['a filled-in profile', 'en udfyldt profil', 'en ifylld profil', 'en utfylt profil'],
  own_cup: ['an own cup', 'egen kop', 'egen mugg', 'egen kopp'],
  own_bag: ['an own bag', 'egen pose', 'egen påse', 'egen pose'],
};

const ORDER: Readonly<Record<Locale, 0 | 1 | 2 | 3>> = { en: 0, da: 1, sv: 2, nb: 3 };
const QUOTES: Readonly<Record<Locale, readonly [string, string]>> = {
  en: ['“', '”'],
  da: ['“', '”'],
  sv: ['”', '”'],
  nb: ['«', '»'],
};

/** A code of the shop in words, the document's own first; one that nobody has named stands in quotation marks. */
export function sayCode(code: string, speech: Speech): string {
  return named(code, speech) ?? KNOWN[code]?.[ORDER[speech.locale]] ?? quoted(code, speech.locale);
}

export function sayCodes(codes: Iterable<string>, speech: Speech): string {
  return listWithOr(
    [...codes].map((code) => sayCode(code, speech)),
    speech.locale,
  );
}

/** What the document calls a code. */
export function named(code: string, { locale, program }: Speech): string | undefined {
  const name = program.names.get(code);
  return name && nameIn(name, locale);
}

export function quoted(text: string, locale: Locale): string {
  const [open, close] = QUOTES[locale];
  return `${open}${text}${close}`;
}
