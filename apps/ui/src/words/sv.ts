import type { Words } from './en.ts';

export const sv: Words = {
  problem: {
    title: 'Det gick inte',
    unreachable: 'Servern går inte att nå. Kontrollera anslutningen och försök igen.',
    fault: 'Något gick fel hos oss. Försök igen; händer det igen, säg till den som sköter servern.',
    reference: 'Referens: {{reference}}',
    retry: 'Försök igen',
  },
  list: {
    loading: 'Hämtar',
    more: 'Visa fler',
    search: 'Sök',
    noMatches: 'Inga träffar.',
    clear: 'Rensa',
  },
  form: {
    save: 'Spara',
    saved: 'Sparat',
    cancel: 'Avbryt',
    close: 'Stäng',
    copy: 'Kopiera',
    copied: 'Kopierat',
    required: 'Måste fyllas i.',
  },
  language: 'Språk',
  colours: { title: 'Utseende', light: 'Ljust', dark: 'Mörkt', auto: 'Som enheten' },
  skip: 'Hoppa till innehållet',
};
