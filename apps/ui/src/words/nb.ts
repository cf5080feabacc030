import type { Words } from './en.ts';

export const nb: Words = {
  problem: {
    title: 'Det gikk ikke',
    unreachable: 'Serveren kan ikke nås. Sjekk tilkoblingen og prøv igjen.',
    fault: 'Noe gikk galt hos oss. Prøv igjen; skjer det igjen, si fra til den som driver serveren.',
    reference: 'Referanse: {{reference}}',
    retry: 'Prøv igjen',
  },
  list: {
    loading: 'Henter',
    more: 'Vis flere',
    search: 'Søk',
    noMatches: 'Ingen treff.',
    clear: 'Tøm',
  },
  form: {
    save: 'Lagre',
    saved: 'Lagret',
    cancel: 'Avbryt',
    close: 'Lukk',
    copy: 'Kopier',
    copied: 'Kopiert',
    required: 'Må fylles ut.',
  },
  language: 'Språk',
  colours: { title: 'Utseende', light: 'Lyst', dark: 'Mørkt', auto: 'Som enheten' },
  skip: 'Hopp til innholdet',
};
