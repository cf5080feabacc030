import type { Locale } from '../../program.ts';

/** Sentences about households. Arguments are finished words of the language. */
interface HouseholdPhrases {
  readonly pooled: string;
  /** `conditions` empty: none. */
  readonly role: (name: string, most: string, conditions: string) => string;
  readonly sameAddress: string;
  readonly shared: (club: string, roles: string) => string;
  readonly onlyPlans: (plans: string) => string;
  readonly notInTrial: string;
}

export const HOUSEHOLD_PHRASES: Readonly<Record<Locale, HouseholdPhrases>> = {
  en: {
    pooled: 'Several persons can share one account, and with it what is earned.',
    role: (name, most, conditions) => `${name}: at most ${most}${conditions === '' ? '' : `, if ${conditions}`}.`,
    sameAddress: 'the address is the same',
    shared: (club, roles) => `The benefits of ${club} are shared with them: ${roles}.`,
    onlyPlans: (plans) => `That holds for ${plans}.`,
    notInTrial: 'Nothing is shared during the trial.',
  },
  da: {
    pooled: 'Flere personer kan dele en konto, og dermed det, der optjenes.',
    role: (name, most, conditions) => `${name}: højst ${most}${conditions === '' ? '' : `, hvis ${conditions}`}.`,
    sameAddress: 'adressen er den samme',
    shared: (club, roles) => `Fordelene ved ${club} deles med dem: ${roles}.`,
    onlyPlans: (plans) => `Det gælder for ${plans}.`,
    notInTrial: 'I prøvetiden deles intet.',
  },
  sv: {
    pooled: 'Flera personer kan dela ett konto, och därmed det som tjänas in.',
    role: (name, most, conditions) => `${name}: högst ${most}${conditions === '' ? '' : `, om ${conditions}`}.`,
    sameAddress: 'adressen är densamma',
    shared: (club, roles) => `Förmånerna med ${club} delas med dem: ${roles}.`,
    onlyPlans: (plans) => `Det gäller för ${plans}.`,
    notInTrial: 'Under provtiden delas ingenting.',
  },
  nb: {
    pooled: 'Flere personer kan dele en konto, og dermed det som tjenes.',
    role: (name, most, conditions) => `${name}: høyst ${most}${conditions === '' ? '' : `, hvis ${conditions}`}.`,
    sameAddress: 'adressen er den samme',
    shared: (club, roles) => `Fordelene ved ${club} deles med dem: ${roles}.`,
    onlyPlans: (plans) => `Det gjelder for ${plans}.`,
    notInTrial: 'I prøvetiden deles ingenting.',
  },
};
