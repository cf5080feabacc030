import type { Locale } from '@trofast/engine';
import type { NewMessage } from '../../services.ts';

type Words = (inviter: string, organisation: string, link: string) => Pick<NewMessage, 'subject' | 'text'>;

const words: Readonly<Record<Locale, Words>> = {
  en: (inviter, organisation, link) => ({
    subject: `${inviter} invites you to ${organisation}`,
    text: `${inviter} invites you to the loyalty programs of ${organisation}.\n\nAccept here within seven days:\n${link}\n`,
  }),
  da: (inviter, organisation, link) => ({
    subject: `${inviter} inviterer dig til ${organisation}`,
    text: `${inviter} inviterer dig til loyalitetsprogrammerne hos ${organisation}.\n\nTag imod her inden for syv dage:\n${link}\n`,
  }),
  sv: (inviter, organisation, link) => ({
    subject: `${inviter} bjuder in dig till ${organisation}`,
    text: `${inviter} bjuder in dig till lojalitetsprogrammen hos ${organisation}.\n\nTacka ja här inom sju dagar:\n${link}\n`,
  }),
  nb: (inviter, organisation, link) => ({
    subject: `${inviter} inviterer deg til ${organisation}`,
    text: `${inviter} inviterer deg til lojalitetsprogrammene hos ${organisation}.\n\nTakk ja her innen sju dager:\n${link}\n`,
  }),
};

export function invitationMessage(locale: Locale, inviter: string, organisation: string, link: string) {
  return words[locale](inviter, organisation, link);
}
