import type { Locale } from '../../program.ts';

/** Sentences about points sent to other members. Arguments are finished words of the language. */
interface TransferPhrases {
  readonly sendable: string;
  readonly least: (points: string) => string;
  readonly most: (points: string, window: string) => string;
}

export const TRANSFER_PHRASES: Readonly<Record<Locale, TransferPhrases>> = {
  en: {
    sendable: 'Members can send them to each other; they keep their dates.',
    least: (points) => `At least ${points} at a time.`,
    most: (points, window) => `At most ${points} ${window}.`,
  },
  da: {
    sendable: 'Medlemmerne kan sende dem til hinanden; de beholder deres datoer.',
    least: (points) => `Mindst ${points} ad gangen.`,
    most: (points, window) => `Højst ${points} ${window}.`,
  },
  sv: {
    sendable: 'Medlemmarna kan skicka dem till varandra; de behåller sina datum.',
    least: (points) => `Minst ${points} åt gången.`,
    most: (points, window) => `Högst ${points} ${window}.`,
  },
  nb: {
    sendable: 'Medlemmene kan sende dem til hverandre; de beholder datoene sine.',
    least: (points) => `Minst ${points} om gangen.`,
    most: (points, window) => `Høyst ${points} ${window}.`,
  },
};
