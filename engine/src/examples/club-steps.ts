import type { YearlyDate } from '../account.ts';
import { parseYearly } from '../birthdays/yearly-dates.ts';
import type { Event, MemberJoin, OfferGrant } from '../event.ts';
import { parseDay } from '../time/days.ts';
import type { World } from '../world/world.ts';
import type { ExampleStep } from './example.ts';
import { Unreadable } from './written-values.ts';

type Body = Pick<Event, 'kind' | 'body'>;

/** The event of a step about a club, a payment, a household or what is known of a member. */
export function clubBodyOf(world: World, account: string, step: ExampleStep): Body | undefined {
  if (step.join !== undefined) {
    return { kind: 'club_joined', body: typeof step.join === 'string' ? { club: step.join } : step.join };
  }
  if (step.cancel !== undefined) return { kind: 'club_cancelled', body: { club: step.cancel } };
  if (step.renewal) return { kind: 'club_renewal', body: step.renewal };
  if (step.payment) return { kind: 'payment', body: { charge: oldestCharge(world, account), outcome: step.payment } };
  if (step.benefit) return { kind: 'benefit_use', body: step.benefit };
  if (step.activate !== undefined) return { kind: 'offer_activation', body: { offer: step.activate } };
  if (step.withdraw !== undefined) return { kind: 'offer_withdrawal', body: { offer: step.withdraw } };
  if (step.grant !== undefined) return { kind: 'offer_grant', body: grantOf(step.grant) };
  if (step.joins) return { kind: 'member_joined', body: joinOf(step.joins) };
  if (step.leaves) return { kind: 'member_left', body: {} };
  if (!step.change) return undefined;
  const { birthday, attributes, address, byStaff } = step.change;
  const body = {
    ...(birthday !== undefined && { birthday: birthdayOf(birthday) }),
    ...(attributes && { attributes }),
    ...(address !== undefined && { address }),
    ...(byStaff !== undefined && { byStaff }),
  };
  return { kind: 'member_changed', body };
}

function grantOf(grant: NonNullable<ExampleStep['grant']>): OfferGrant {
  if (typeof grant === 'string') return { offer: grant };
  const { offer, code, through } = grant;
  const last = through === undefined ? undefined : parseDay(through);
  if (through !== undefined && last === undefined) throw new Unreadable(`"${through}" is no day; write "2026-02-28"`);
  return { offer, ...(code !== undefined && { code }), ...(last !== undefined && { through: last }) };
}

function joinOf({ role, address, cards, attributes, birthday }: NonNullable<ExampleStep['joins']>): MemberJoin {
  return {
    role,
    ...(address !== undefined && { address }),
    ...(cards && { cards }),
    ...(attributes && { attributes }),
    ...(birthday !== undefined && { birthday: birthdayOf(birthday) }),
  };
}

export function birthdayOf(written: string): YearlyDate {
  const read = parseYearly(written);
  if (!read) throw new Unreadable(`"${written}" is no birthday; write "03-31"`);
  return read;
}

function oldestCharge(world: World, account: string): string {
  const [oldest] = Object.keys(world.accounts.get(account)?.charges ?? {});
  if (oldest === undefined) throw new Unreadable('no charge is open');
  return oldest;
}
