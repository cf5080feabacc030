import type { Input, Output } from '@trofast/contract';
import { dayText, type Fact, isRefusal, type Member, type Program, yearlyText } from '@trofast/engine';
import { deriveAccountId, deriveMemberId } from '@trofast/ledger';
import { type Answered, type Context, isRefused, type Malformed, malformed, reply } from '../../context.ts';
import { instantOf } from '../../instants.ts';
import { recordEvent } from '../events/index.ts';
import { knownBody } from './known-body.ts';
import { listsView } from './list-stays.ts';
import { identitiesOf, type Person, personOf } from './person.ts';
import { findReferrer, referralCodeOf } from './referral-codes.ts';

export async function enrolMember(
  context: Context,
  input: Input<'enrolMember'>,
): Promise<Answered<Output<'enrolMember'>>> {
  const { program, programs, key } = context;
  const market = marketOf(programs.versions.at(-1)?.program, input.market);
  if (typeof market !== 'string') return market;

  const referredBy = await findReferrer(context, input.referralCode);
  if (isRefusal(referredBy)) return referredBy;
  const person = personOf(input);
  const { cards, occurredAt } = input;
  const done = await recordEvent(context, {
    kind: 'enrolment',
    account: deriveAccountId(program, key),
    member: deriveMemberId(program, key),
    key,
    body: { market, ...(await knownBody(context, input)), ...(referredBy && { referredBy }) },
    ...(occurredAt === undefined ? {} : { occurredAt: instantOf(occurredAt) }),
    ...(Object.keys(person).length > 0 ? { private: { ...person }, person: { ...person } } : {}),
    claims: identitiesOf(person, cards),
  });
  if (isRefused(done)) return done;
  const view = enrolledView(done.recorded.facts, done.accountId, person);
  return reply({ ...view, ...(await referralCodeOf(context, done.accountId, view.id)) }, { replayed: done.replayed });
}

function marketOf(newest: Program | undefined, asked: string | undefined): string | Malformed {
  const known = [...(newest?.markets.keys() ?? [])];
  if (asked !== undefined) return asked;
  return known.length === 1 && known[0] !== undefined
    ? known[0]
    : malformed('/market', `Say which market: one of ${known.join(', ')}.`);
}

/** From the fact and from what was sent, so that the same request gets the same answer whatever has happened since. */
function enrolledView(facts: readonly Fact[], accountId: string, person: Person): Output<'enrolMember'> {
  const enrolled = facts.find((fact) => fact.fact === 'enrolled');
  if (!enrolled) throw new Error('An enrolment has no fact that says so');
  return {
    id: enrolled.member,
    accountId,
    market: enrolled.market,
    since: dayText(enrolled.since),
    ...person,
    cards: [...enrolled.cards],
    cardKinds: [...enrolled.cardKinds],
    ...(enrolled.birthday ? { birthday: yearlyText(enrolled.birthday) } : {}),
    attributes: { ...enrolled.attributes },
    ...listsView({ lists: joinedIn(facts) }),
  };
}

function joinedIn(facts: readonly Fact[]): NonNullable<Member['lists']> {
  const joined = facts.filter((fact) => fact.fact === 'list_joined');
  return Object.fromEntries(
    joined.map(({ list, from, through }) => [list, [{ from, ...(through === undefined ? {} : { through }) }]]),
  );
}
