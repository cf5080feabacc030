import type { Input, Output } from '@trofast/contract';
import { isRefusal, marketOf, type Refusal, refuse } from '@trofast/engine';
import type { Identity } from '@trofast/ledger';
import { parsePhoneNumberFromString } from 'libphonenumber-js/min';
import { type Answered, type Context, reply } from '../../context.ts';
import { programOfVersion } from '../events/index.ts';
import { loadMember } from '../members/index.ts';
import { countryOf } from './country-of.ts';
import { type AtTill, memberAtTill } from './member-at-till.ts';

export async function findMemberAtTill(
  context: Context,
  { said }: Input<'findMemberAtTill'>,
): Promise<Answered<Output<'findMemberAtTill'>>> {
  const found = await whoIs(context, said.trim());
  return isRefusal(found) ? found : reply(await memberAtTill(context, found));
}

async function whoIs(context: Context, said: string): Promise<AtTill | Refusal> {
  for (const identity of meanings(context, said)) {
    const found = await context.ledger.findMember(context.program, identity);
    if (found) return await load(context, found.member);
  }
  // The app of a member without a card shows the member's id.
  return /^[a-z0-9]+-[a-z0-9]+$/.test(said) ? await load(context, said) : refuse('unknown_member');
}

async function load(context: Context, memberId: string): Promise<AtTill | Refusal> {
  const loaded = await loadMember(context, memberId);
  return isRefusal(loaded) ? loaded : { ...loaded, memberId };
}

/** What was scanned or typed may be several things; the likeliest first. */
function meanings({ programs }: Context, said: string): readonly Identity[] {
  if (said.includes('@')) return [{ kind: 'email', value: said }];
  const market = marketOf(programOfVersion(programs, Number.POSITIVE_INFINITY), '').id;
  const country = countryOf(market);
  const phone = parsePhoneNumberFromString(
    said.replace(/^00/, '+'),
    country === undefined ? {} : { defaultCountry: country },
  );
  const asPhone: readonly Identity[] = phone?.isPossible() ? [{ kind: 'phone', value: phone.number }] : [];
  const others: readonly Identity[] = [
    { kind: 'card', value: said },
    { kind: 'external_id', value: said },
  ];
  return said.startsWith('+') ? [...asPhone, ...others] : [...others, ...asPhone];
}
