import type { Locale } from '../../program.ts';

/** Sentences about what a voucher pays and where. Arguments are finished words of the language. */
interface RewardPhrases {
  readonly charges: (list: string) => string;
  readonly onlyThrough: (list: string) => string;
  readonly notThrough: (list: string) => string;
  readonly exchangeOnly: string;
  /** `channels` empty: everywhere. */
  readonly needs: (money: string, base: string, channels: string) => string;
  readonly units: (count: number) => string;
  readonly countedBy: (counter: string) => string;
}

export const REWARD_PHRASES: Readonly<Record<Locale, RewardPhrases>> = {
  en: {
    charges: (list) => `It pays ${list} too.`,
    onlyThrough: (list) => `It can be used through ${list} only.`,
    notThrough: (list) => `It cannot be used through ${list}.`,
    exchangeOnly: 'What it has paid can be exchanged, but is not paid back.',
    needs: (money, base, channels) =>
      `It takes a purchase with at least ${money} spent on ${base}${channels === '' ? '' : ` through ${channels}`}.`,
    units: (count) => (count === 1 ? ', for the dearest one' : `, for the ${count} dearest`),
    countedBy: (counter) => ` of ${counter}`,
  },
  da: {
    charges: (list) => `Det betaler også ${list}.`,
    onlyThrough: (list) => `Det kan kun bruges via ${list}.`,
    notThrough: (list) => `Det kan ikke bruges via ${list}.`,
    exchangeOnly: 'Det, som det har betalt, kan byttes, men betales ikke tilbage.',
    needs: (money, base, channels) =>
      `Det kræver et køb${channels === '' ? '' : ` via ${channels}`}, hvor der bruges mindst ${money} på ${base}.`,
    units: (count) => (count === 1 ? ' for den dyreste' : ` for de ${count} dyreste`),
    countedBy: (counter) => `, målt på ${counter}`,
  },
  sv: {
    charges: (list) => `Den betalar också ${list}.`,
    onlyThrough: (list) => `Den kan bara användas via ${list}.`,
    notThrough: (list) => `Den kan inte användas via ${list}.`,
    exchangeOnly: 'Det som den har betalat kan bytas, men betalas inte tillbaka.',
    needs: (money, base, channels) =>
      `Den kräver ett köp${channels === '' ? '' : ` via ${channels}`} med minst ${money} på ${base}.`,
    units: (count) => (count === 1 ? ' för den dyraste' : ` för de ${count} dyraste`),
    countedBy: (counter) => `, räknat på ${counter}`,
  },
  nb: {
    charges: (list) => `Den betaler også ${list}.`,
    onlyThrough: (list) => `Den kan bare brukes via ${list}.`,
    notThrough: (list) => `Den kan ikke brukes via ${list}.`,
    exchangeOnly: 'Det den har betalt, kan byttes, men betales ikke tilbake.',
    needs: (money, base, channels) =>
      `Den krever et kjøp${channels === '' ? '' : ` via ${channels}`} med minst ${money} brukt på ${base}.`,
    units: (count) => (count === 1 ? ' for den dyreste' : ` for de ${count} dyreste`),
    countedBy: (counter) => `, målt på ${counter}`,
  },
};
