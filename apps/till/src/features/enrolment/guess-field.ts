import type { NewMember } from '../../selling/enrol.ts';

/** What somebody was looked for by and is not known by yet. */
export function guessField(said: string): Partial<NewMember> {
  if (said === '') return {};
  if (said.includes('@')) return { email: said };
  return /^\+[0-9 ()-]{6,24}$/.test(said) ? { phone: said } : { card: said };
}

const callingCodes: Readonly<Record<string, string>> = {
  DK: '+45',
  SE: '+46',
  NO: '+47',
  GB: '+44',
  DE: '+49',
  FI: '+358',
};

/** A phone number as the enrolment wants it, for a hint. */
export function phoneExample(country: string | undefined): string {
  return `${callingCodes[country ?? ''] ?? '+45'} 20 12 34 56`;
}
