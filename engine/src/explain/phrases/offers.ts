import type { Locale, Offer, StreakPeriod } from '../../program.ts';

/** Sentences about offers, challenges and benefits. Arguments are finished words of the language. */
interface OfferPhrases {
  /** A clause. */
  readonly open: string;
  readonly activation: Readonly<Record<Offer['activation'], string>>;
  readonly to: (conditions: string) => string;
  /** How often it may be activated. */
  readonly activations: (times: string, window: string) => string;
  readonly lasts: (duration: string) => string;
  readonly uses: (times: string) => string;
  readonly returns: Readonly<Record<'take_back' | 'keep' | 'deduct', string>>;
  readonly spentOn: (base: string) => string;
  readonly pointsEarned: (points: string) => string;
  readonly collectedAt: (what: string, amount: string) => string;
  readonly collectedEvery: (what: string, amount: string) => string;
  /** When all steps of a challenge are done. */
  readonly whenDone: string;
  readonly step: (name: string, what: string, amount: string) => string;
  readonly within: (window: string) => string;
  readonly streak: (length: number, of: StreakPeriod) => string;
  readonly times: (times: string) => string;
  readonly badge: (badge: string) => string;
  readonly everyone: string;
  readonly earlier: (duration: string, level: string) => string;
}

const RANGES = {
  en: { day: ['day', 'days'], week: ['week', 'weeks'], month: ['month', 'months'], quarter: ['quarter', 'quarters'] },
  da: { day: ['dag', 'dage'], week: ['uge', 'uger'], month: ['måned', 'måneder'], quarter: ['kvartal', 'kvartaler'] },
  sv: {
    day: ['dag', 'dagar'],
    week: ['vecka', 'veckor'],
    month: ['månad', 'månader'],
    quarter: ['kvartal', 'kvartal'],
  },
  nb: { day: ['dag', 'dager'], week: ['uke', 'uker'], month: ['måned', 'måneder'], quarter: ['kvartal', 'kvartaler'] },
} as const;

export const OFFER_PHRASES: Readonly<Record<Locale, OfferPhrases>> = {
  en: {
    open: 'the offer is open for the member',
    activation: {
      automatic: '',
      by_member: 'The member activates it.',
      by_grant: 'Only members who have been given it have it.',
    },
    to: (conditions) => `It is there if ${conditions}.`,
    activations: (times, window) => `It can be activated ${times} ${window}.`,
    lasts: (duration) => `It is open for ${duration} then.`,
    uses: (times) => `It can be used ${times}.`,
    returns: {
      take_back: 'If a return takes the member below it again, what it gave is taken back.',
      keep: 'A return takes nothing back.',
      deduct: 'If a return takes the member below it again, its value is deducted from the refund.',
    },
    spentOn: (base) => `the spending on ${base}`,
    pointsEarned: (points) => `the number of ${points} earned`,
    collectedAt: (what, amount) => `When ${what} reaches ${amount},`,
    collectedEvery: (what, amount) => `Each time ${what} has risen by ${amount},`,
    whenDone: 'When it is completed,',
    step: (name, what, amount) => `${name} (${what}: ${amount})`,
    within: (window) => `Counted ${window}.`,
    streak: (length, of) => `Done in ${length} ${RANGES.en[of][length === 1 ? 0 : 1]} in a row.`,
    times: (times) => `It can be completed ${times}.`,
    badge: (badge) => `Whoever completes it has the badge ${badge}.`,
    everyone: 'All members have it.',
    earlier: (duration, level) => `${duration} earlier at ${level}`,
  },
  da: {
    open: 'tilbuddet gælder for medlemmet',
    activation: {
      automatic: '',
      by_member: 'Medlemmet aktiverer det selv.',
      by_grant: 'Kun de medlemmer, der har fået det, har det.',
    },
    to: (conditions) => `Det gives kun, hvis ${conditions}.`,
    activations: (times, window) => `Det kan aktiveres ${times} ${window}.`,
    lasts: (duration) => `Derefter gælder det i ${duration}.`,
    uses: (times) => `Det kan bruges ${times}.`,
    returns: {
      take_back: 'Kommer medlemmet under grænsen igen ved en returnering, tages det givne tilbage.',
      keep: 'En returnering tager intet tilbage.',
      deduct: 'Kommer medlemmet under grænsen igen ved en returnering, trækkes værdien fra det, der betales tilbage.',
    },
    spentOn: (base) => `forbruget på ${base}`,
    pointsEarned: (points) => `antallet af optjente ${points}`,
    collectedAt: (what, amount) => `Når ${what} når ${amount},`,
    collectedEvery: (what, amount) => `Hver gang ${what} er vokset med ${amount},`,
    whenDone: 'Når det er gennemført,',
    step: (name, what, amount) => `${name} (${what}: ${amount})`,
    within: (window) => `Det tælles ${window}.`,
    streak: (length, of) => `Det gøres i ${length} ${RANGES.da[of][length === 1 ? 0 : 1]} i træk.`,
    times: (times) => `Det kan gennemføres ${times}.`,
    badge: (badge) => `Den, der gennemfører det, får mærket ${badge}.`,
    everyone: 'Alle medlemmer har det.',
    earlier: (duration, level) => `${duration} tidligere på ${level}`,
  },
  sv: {
    open: 'erbjudandet gäller för medlemmen',
    activation: {
      automatic: '',
      by_member: 'Medlemmen aktiverar det själv.',
      by_grant: 'Bara medlemmar som har fått det har det.',
    },
    to: (conditions) => `Det ges bara om ${conditions}.`,
    activations: (times, window) => `Det kan aktiveras ${times} ${window}.`,
    lasts: (duration) => `Sedan gäller det i ${duration}.`,
    uses: (times) => `Det kan användas ${times}.`,
    returns: {
      take_back: 'Hamnar medlemmen under gränsen igen genom en retur tas det som gavs tillbaka.',
      keep: 'En retur tar ingenting tillbaka.',
      deduct: 'Hamnar medlemmen under gränsen igen genom en retur dras värdet av från det som betalas tillbaka.',
    },
    spentOn: (base) => `inköpen av ${base}`,
    pointsEarned: (points) => `antalet intjänade ${points}`,
    collectedAt: (what, amount) => `När ${what} når ${amount}`,
    collectedEvery: (what, amount) => `Varje gång ${what} har ökat med ${amount}`,
    whenDone: 'När det är klarat',
    step: (name, what, amount) => `${name} (${what}: ${amount})`,
    within: (window) => `Det räknas ${window}.`,
    streak: (length, of) => `Det görs ${length} ${RANGES.sv[of][length === 1 ? 0 : 1]} i rad.`,
    times: (times) => `Det kan klaras ${times}.`,
    badge: (badge) => `Den som klarar det får märket ${badge}.`,
    everyone: 'Alla medlemmar har det.',
    earlier: (duration, level) => `${duration} tidigare på ${level}`,
  },
  nb: {
    open: 'tilbudet gjelder for medlemmet',
    activation: {
      automatic: '',
      by_member: 'Medlemmet aktiverer det selv.',
      by_grant: 'Bare medlemmer som har fått det, har det.',
    },
    to: (conditions) => `Det gis bare hvis ${conditions}.`,
    activations: (times, window) => `Det kan aktiveres ${times} ${window}.`,
    lasts: (duration) => `Deretter gjelder det i ${duration}.`,
    uses: (times) => `Det kan brukes ${times}.`,
    returns: {
      take_back: 'Kommer medlemmet under grensen igjen ved en retur, tas det som ble gitt, tilbake.',
      keep: 'En retur tar ingenting tilbake.',
      deduct: 'Kommer medlemmet under grensen igjen ved en retur, trekkes verdien fra det som betales tilbake.',
    },
    spentOn: (base) => `forbruket på ${base}`,
    pointsEarned: (points) => `antallet opptjente ${points}`,
    collectedAt: (what, amount) => `Når ${what} når ${amount},`,
    collectedEvery: (what, amount) => `Hver gang ${what} har økt med ${amount},`,
    whenDone: 'Når det er fullført,',
    step: (name, what, amount) => `${name} (${what}: ${amount})`,
    within: (window) => `Det telles ${window}.`,
    streak: (length, of) => `Det gjøres ${length} ${RANGES.nb[of][length === 1 ? 0 : 1]} på rad.`,
    times: (times) => `Det kan fullføres ${times}.`,
    badge: (badge) => `Den som fullfører det, får merket ${badge}.`,
    everyone: 'Alle medlemmer har det.',
    earlier: (duration, level) => `${duration} tidligere på ${level}`,
  },
};
