import type { Locale } from '../../program.ts';

/** Sentences about bringing friends. Arguments are finished words of the language; gifts are verbs with what stands behind them. */
interface ReferralPhrases {
  readonly heading: string;
  readonly code: string;
  readonly afterJoining: string;
  readonly afterPurchase: (base: string, least: string, within: string) => string;
  readonly least: (amount: string) => string;
  readonly within: (time: string) => string;
  readonly referrer: (gifts: Gifts) => string;
  readonly friend: (gifts: Gifts) => string;
  readonly limit: (friends: number, window: string) => string;
  readonly taken: string;
  readonly kept: string;
  readonly notOneself: string;
}

type Gifts = readonly (readonly [verb: string, rest: string])[];

const said = (gifts: Gifts, and: string) => gifts.map(([verb, rest]) => `${verb} ${rest}`).join(` ${and} `);

export const REFERRAL_PHRASES: Readonly<Record<Locale, ReferralPhrases>> = {
  en: {
    heading: 'Bringing friends',
    code: 'Each member has a code that friends join with.',
    afterJoining: 'It counts as soon as the friend has joined.',
    afterPurchase: (base, least, within) =>
      `It counts once the friend, in one purchase${within}, spends ${least}on ${base}.`,
    least: (amount) => `at least ${amount} `,
    within: (time) => ` within ${time} of joining`,
    referrer: (gifts) => `The member then ${said(gifts, 'and')}.`,
    friend: (gifts) => `The friend ${said(gifts, 'and')}.`,
    limit: (friends, window) => `At most ${friends} ${friends === 1 ? 'friend' : 'friends'} ${window}.`,
    taken: 'If that purchase comes back, both gifts are taken back.',
    kept: 'Both gifts are kept even if that purchase comes back.',
    notOneself: 'Nobody can bring themselves or someone at the same address.',
  },
  da: {
    heading: 'Anbefal en ven',
    code: 'Hvert medlem har en kode, som venner kan melde sig ind med.',
    afterJoining: 'Det tæller, så snart vennen er meldt ind.',
    afterPurchase: (base, least, within) => `Det tæller, når vennen i ét køb${within} bruger ${least}på ${base}.`,
    least: (amount) => `mindst ${amount} `,
    within: (time) => ` inden for ${time} efter indmeldelsen`,
    referrer: (gifts) => `Så ${inverted(gifts, 'medlemmet', 'og')}.`,
    friend: (gifts) => `Vennen ${said(gifts, 'og')}.`,
    limit: (friends, window) => `Højst ${friends} ${friends === 1 ? 'ven' : 'venner'} ${window}.`,
    taken: 'Kommer købet retur, tages begge gaver tilbage.',
    kept: 'Begge gaver beholdes, også hvis købet kommer retur.',
    notOneself: 'Man kan ikke anbefale sig selv eller nogen på samme adresse.',
  },
  sv: {
    heading: 'Värva en vän',
    code: 'Varje medlem har en kod som vänner kan anmäla sig med.',
    afterJoining: 'Det räknas så snart vännen har gått med.',
    afterPurchase: (base, least, within) => `Det räknas när vännen i ett köp${within} lägger ${least}på ${base}.`,
    least: (amount) => `minst ${amount} `,
    within: (time) => ` inom ${time} efter inträdet`,
    referrer: (gifts) => `Då ${inverted(gifts, 'medlemmen', 'och')}.`,
    friend: (gifts) => `Vännen ${said(gifts, 'och')}.`,
    limit: (friends, window) => `Högst ${friends} ${friends === 1 ? 'vän' : 'vänner'} ${window}.`,
    taken: 'Kommer köpet i retur tas båda gåvorna tillbaka.',
    kept: 'Båda gåvorna behålls även om köpet kommer i retur.',
    notOneself: 'Man kan inte värva sig själv eller någon på samma adress.',
  },
  nb: {
    heading: 'Verv en venn',
    code: 'Hvert medlem har en kode som venner kan melde seg inn med.',
    afterJoining: 'Det teller så snart vennen har meldt seg inn.',
    afterPurchase: (base, least, within) => `Det teller når vennen i ett kjøp${within} bruker ${least}på ${base}.`,
    least: (amount) => `minst ${amount} `,
    within: (time) => ` innen ${time} etter innmeldingen`,
    referrer: (gifts) => `Da ${inverted(gifts, 'medlemmet', 'og')}.`,
    friend: (gifts) => `Vennen ${said(gifts, 'og')}.`,
    limit: (friends, window) => `Høyst ${friends} ${friends === 1 ? 'venn' : 'venner'} ${window}.`,
    taken: 'Kommer kjøpet i retur, tas begge gavene tilbake.',
    kept: 'Begge gavene beholdes, også om kjøpet kommer i retur.',
    notOneself: 'Man kan ikke verve seg selv eller noen på samme adresse.',
  },
};

/** The verb before the subject, as the Scandinavian languages have it behind another word. */
function inverted(gifts: Gifts, subject: string, and: string): string {
  return gifts.map(([verb, rest]) => `${verb} ${subject} ${rest}`).join(` ${and} `);
}
