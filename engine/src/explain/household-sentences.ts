import { nameIn } from '../document/leaves/references.ts';
import type { Speech } from '../document/unbound.ts';
import type { HouseholdRole, Households, Locale, SharedClub } from '../program.ts';
import { formatDecimal, listWithAnd } from './formats.ts';
import { HOUSEHOLD_PHRASES } from './phrases/households.ts';
import { capitalised, paragraph } from './texts.ts';
import { saySpan } from './what-follows.ts';

/** Households: who can join, with what conditions, and whose clubs are shared. */
export function sayHouseholds(households: Households, speech: Speech): readonly string[] {
  const { locale } = speech;
  const phrases = HOUSEHOLD_PHRASES[locale];
  return [
    phrases.pooled,
    ...[...households.roles.values()].map((role) => sayRole(role, locale)),
    ...households.shares.map((shared) => sayShared(households, shared, speech)),
  ];
}

function sayRole({ name, atMost, sameAddress, when, span }: HouseholdRole, locale: Locale): string {
  const phrases = HOUSEHOLD_PHRASES[locale];
  const conditions = [
    ...(sameAddress ? [phrases.sameAddress] : []),
    ...when.map(({ sentence, code }) => sentence?.(locale) ?? code),
  ];
  const most = formatDecimal(String(atMost), locale);
  return paragraph([
    capitalised(phrases.role(nameIn(name, locale), most, listWithAnd(conditions, locale)), locale),
    saySpan(span, locale),
  ]);
}

function sayShared({ roles }: Households, shared: SharedClub, { locale, program }: Speech): string {
  const phrases = HOUSEHOLD_PHRASES[locale];
  const club = program.clubs.get(shared.club);
  const who = [...(shared.roles ?? roles.keys())].map((role) => nameIn(roles.get(role)?.name ?? {}, locale));
  const plans = [...(shared.plans ?? [])].map((plan) => nameIn(club?.plans.get(plan)?.name ?? {}, locale));
  return paragraph([
    phrases.shared(nameIn(club?.name ?? {}, locale), listWithAnd(who, locale)),
    plans.length === 0 ? '' : phrases.onlyPlans(listWithAnd(plans, locale)),
    shared.trial ? '' : phrases.notInTrial,
  ]);
}
