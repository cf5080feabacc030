import type { Locale } from '../../program.ts';

/** Sentences about what a voucher pays and where. Arguments are finished words of the language. */
interface RewardPhrases {
  readonly charges: (list: string) => string;
  readonly onlyThrough: (list: string) => string;
  readonly notThrough: (list: string) => string;
  readonly exchangeOnly: string;
  /** `channels` empty: everywhere. */
  readonly needs: (money: string, base: string, channels: string) => string;
  readonly needsAny: (base: string, channels: string) => string;
  readonly inOne: (times: string) => string;
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
    needsAny: (base, channels) => `It takes a purchase of ${base}${channels === '' ? '' : ` through ${channels}`}.`,
    inOne: (times) => `At most ${times} in one purchase.`,
    units: (count) => (count === 1 ? ' the dearest item' : ` the ${count} dearest items`),
    countedBy: (counter) => ` of ${counter}`,
  },
  da: {
    charges: (list) => `Det betaler også ${list}.`,
    onlyThrough: (list) => `Det kan kun bruges via ${list}.`,
    notThrough: (list) => `Det kan ikke bruges via ${list}.`,
    exchangeOnly: 'Det, som det har betalt, kan byttes, men betales ikke tilbage.',
    needs: (money, base, channels) =>
      `Det kræver et køb${channels === '' ? '' : ` via ${channels}`}, hvor der bruges mindst ${money} på ${base}.`,
    needsAny: (base, channels) => `Det kræver et køb af ${base}${channels === '' ? '' : ` via ${channels}`}.`,
    inOne: (times) => `Højst ${times} i samme køb.`,
    units: (count) => (count === 1 ? ' på den dyreste vare' : ` på de ${count} dyreste varer`),
    countedBy: (counter) => `, målt på ${counter}`,
  },
  sv: {
    charges: (list) => `Den betalar också ${list}.`,
    onlyThrough: (list) => `Den kan bara användas via ${list}.`,
    notThrough: (list) => `Den kan inte användas via ${list}.`,
    exchangeOnly: 'Det som den har betalat kan bytas, men betalas inte tillbaka.',
    needs: (money, base, channels) =>
      `Den kräver ett köp${channels === '' ? '' : ` via ${channels}`} med minst ${money} på ${base}.`,
    needsAny: (base, channels) => `Den kräver ett köp av ${base}${channels === '' ? '' : ` via ${channels}`}.`,
    inOne: (times) => `Högst ${times} i samma köp.`,
    units: (count) => (count === 1 ? ' på den dyraste varan' : ` på de ${count} dyraste varorna`),
    countedBy: (counter) => `, räknat på ${counter}`,
  },
  nb: {
    charges: (list) => `Den betaler også ${list}.`,
    onlyThrough: (list) => `Den kan bare brukes via ${list}.`,
    notThrough: (list) => `Den kan ikke brukes via ${list}.`,
    exchangeOnly: 'Det den har betalt, kan byttes, men betales ikke tilbake.',
    needs: (money, base, channels) =>
      `Den krever et kjøp${channels === '' ? '' : ` via ${channels}`} med minst ${money} brukt på ${base}.`,
    needsAny: (base, channels) => `Den krever et kjøp av ${base}${channels === '' ? '' : ` via ${channels}`}.`,
    inOne: (times) => `Høyst ${times} i samme kjøp.`,
    units: (count) => (count === 1 ? ' på den dyreste varen' : ` på de ${count} dyreste varene`),
    countedBy: (counter) => `, målt på ${counter}`,
  },
};
