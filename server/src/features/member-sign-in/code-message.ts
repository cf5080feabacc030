import type { Locale } from '@trofast/engine';
import type { NewMessage } from '../../services.ts';

export const codeMinutes = 10;

type Words = (program: string, code: string, minutes: number) => Pick<NewMessage, 'subject' | 'text'>;

const words: Readonly<Record<Locale, Words>> = {
  en: (program, code, minutes) => ({
    subject: `${code} is your code for ${program}`,
    text: `Sign in to ${program} with this code:\n\n${code}\n\nIt works once, for ${minutes} minutes. If you did not ask for it, you need do nothing.\n`,
  }),
  da: (program, code, minutes) => ({
    subject: `${code} er din kode til ${program}`,
    text: `Log ind på ${program} med denne kode:\n\n${code}\n\nDen virker én gang, i ${minutes} minutter. Har du ikke bedt om den, skal du ikke gøre noget.\n`,
  }),
  sv: (program, code, minutes) => ({
    subject: `${code} är din kod till ${program}`,
    text: `Logga in på ${program} med den här koden:\n\n${code}\n\nDen fungerar en gång, i ${minutes} minuter. Om du inte har bett om den behöver du inte göra något.\n`,
  }),
  nb: (program, code, minutes) => ({
    subject: `${code} er koden din til ${program}`,
    text: `Logg inn på ${program} med denne koden:\n\n${code}\n\nDen virker én gang, i ${minutes} minutter. Hvis du ikke har bedt om den, trenger du ikke å gjøre noe.\n`,
  }),
};

export function codeMessage(locale: Locale, program: string, code: string, minutes: number) {
  return words[locale](program, code, minutes);
}
