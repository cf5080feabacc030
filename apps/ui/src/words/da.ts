import type { Words } from './en.ts';

export const da: Words = {
  problem: {
    title: 'Det lykkedes ikke',
    unreachable: 'Serveren kan ikke nås. Tjek forbindelsen, og prøv igen.',
    fault: 'Noget gik galt hos os. Prøv igen; sker det igen, så sig det til den, der driver serveren.',
    reference: 'Reference: {{reference}}',
    retry: 'Prøv igen',
  },
  list: {
    loading: 'Henter',
    more: 'Vis flere',
    search: 'Søg',
    noMatches: 'Ingen resultater.',
    clear: 'Ryd',
  },
  form: {
    save: 'Gem',
    saved: 'Gemt',
    cancel: 'Annuller',
    close: 'Luk',
    copy: 'Kopiér',
    copied: 'Kopieret',
    required: 'Skal udfyldes.',
  },
  language: 'Sprog',
  colours: { title: 'Udseende', light: 'Lyst', dark: 'Mørkt', auto: 'Som enheden' },
  skip: 'Gå til indholdet',
};
