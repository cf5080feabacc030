import type { Output } from '@trofast/contract';
import {
  type Account,
  benefitsAt,
  challengesAt,
  type Locale,
  type Looking,
  marketOf,
  nameOfKey,
  offersAt,
  type Program,
  type Progress,
  sentenceOfRule,
  versionAt,
} from '@trofast/engine';
import { dayField } from '../../instants.ts';
import { measureOf, nameIn } from '../statement/index.ts';

export type Offer = Output<'listOffers'>['items'][number];
export type Challenge = Output<'listChallenges'>['items'][number];
export type Benefit = Output<'listBenefits'>['items'][number];

/** Offers that are open, used up or there to be activated; what is closed is nothing to show. */
export function offerViews(looking: Looking, locale: Locale): Offer[] {
  const { program } = versionAt(looking.programs, looking.at);
  return offersAt(looking)
    .filter(({ state }) => state !== 'closed')
    .map(({ offer, state, from, until, usesLeft, activationsLeft, progress, code }) => ({
      offer,
      name: nameIn(program.offers.get(offer)?.name, locale, offer),
      sentence: sentenceOf(program, offer, locale),
      state,
      ...dayField('from', from),
      ...dayField('until', until),
      ...(usesLeft === undefined ? {} : { usesLeft }),
      ...(activationsLeft === undefined ? {} : { activationsLeft }),
      ...(progress ? { progress: progressView(program, looking.account, progress) } : {}),
      ...(code === undefined ? {} : { code }),
    }));
}

export function challengeViews(looking: Looking, locale: Locale): Challenge[] {
  const { program } = versionAt(looking.programs, looking.at);
  return challengesAt(looking).map(({ challenge: id, done, steps, streak, until }) => {
    const challenge = program.challenges.get(id);
    return {
      challenge: id,
      name: nameIn(challenge?.name, locale, id),
      sentence: sentenceOf(program, id, locale),
      ...(challenge?.badge && done > 0 ? { badge: nameIn(challenge.badge, locale, id) } : {}),
      done,
      steps: steps.map((step) => ({
        step: step.step,
        name: nameIn(challenge?.steps.find((one) => one.id === step.step)?.name, locale, step.step),
        ...progressView(program, looking.account, step),
      })),
      ...(streak ? { streak: { has: streak.has, wants: streak.wants, ...dayField('endsOn', streak.endsOn) } } : {}),
      ...dayField('until', until),
    };
  });
}

export function benefitViews(looking: Looking, locale: Locale): Benefit[] {
  const { program } = versionAt(looking.programs, looking.at);
  return benefitsAt(looking).map(({ benefit, isOpen, from, until }) => ({
    benefit,
    name: nameIn(program.benefits.get(benefit)?.name, locale, benefit),
    isOpen,
    ...dayField('from', from),
    ...dayField('until', until),
  }));
}

function progressView(program: Program, { market }: Account, { counter: key, has, wants }: Progress) {
  const counter = program.counters.get(nameOfKey(key));
  const measure = (amount: number) => measureOf(program, marketOf(program, market).id, counter, amount);
  return { counter: key, has: measure(has), wants: measure(wants), missing: measure(wants - has) };
}

/** Nobody is told of a hidden list by what it gives. */
function sentenceOf(program: Program, id: string, locale: Locale): string {
  const rule = program.rules.find((one) => one.id === id);
  const { to = [] } = program.offers.get(id) ?? program.challenges.get(id) ?? {};
  const reads = [...to, ...(rule?.when ?? [])].flatMap((condition) => condition.reads);
  const isHidden = reads.some(
    (read) => read.startsWith('list:') && program.lists.get(read.slice('list:'.length))?.hidden,
  );
  return rule && !isHidden ? sentenceOfRule(program, rule, locale) : '';
}
