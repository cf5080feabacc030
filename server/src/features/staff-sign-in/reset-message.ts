import type { Locale } from '@trofast/engine';
import type { NewMessage } from '../../services.ts';
import { localeOf } from '../../sign-in/locale-of.ts';

type Words = (name: string, link: string) => Pick<NewMessage, 'subject' | 'text'>;

const words: Readonly<Record<Locale, Words>> = {
  en: (name, link) => ({
    subject: 'A new password for Trofast',
    text: `Hello ${name},\n\nchoose a new password here within an hour:\n${link}\n\nIf you did not ask for it, nothing has changed.\n`,
  }),
  da: (name, link) => ({
    subject: 'En ny adgangskode til Trofast',
    text: `Hej ${name}\n\nVælg en ny adgangskode her inden for en time:\n${link}\n\nHar du ikke bedt om den, er intet ændret.\n`,
  }),
  sv: (name, link) => ({
    subject: 'Ett nytt lösenord till Trofast',
    text: `Hej ${name},\n\nvälj ett nytt lösenord här inom en timme:\n${link}\n\nOm du inte har bett om det har inget ändrats.\n`,
  }),
  nb: (name, link) => ({
    subject: 'Et nytt passord til Trofast',
    text: `Hei ${name},\n\nvelg et nytt passord her innen en time:\n${link}\n\nHvis du ikke har bedt om det, er ingenting endret.\n`,
  }),
};

export interface Reader {
  readonly name: string;
  readonly email: string;
  readonly locale?: string | null | undefined;
}

export function resetMessage(
  { name, email, locale }: Reader,
  organisation: string | undefined,
  link: string,
): NewMessage {
  return {
    purpose: 'password_reset',
    to: email,
    isSecret: true,
    ...(organisation === undefined ? {} : { organisation }),
    ...words[localeOf(locale)](name, link),
  };
}
