import type { Input, Output } from '@trofast/contract';
import { decimalText, type Fact, isRefusal, why } from '@trofast/engine';
import type { StoredEvent } from '@trofast/ledger';
import { type Answered, type Context, fail, reply } from '../../context.ts';
import { bodyOf, decimalsOf, outcomeView, programOfVersion, purchaseMoney } from '../events/index.ts';
import { storedPerson } from '../members/index.ts';
import { hiddenRules } from './hidden-parts.ts';
import { isMine, loadMyself, type Myself } from './myself.ts';

type Activity = Output<'listMyActivity'>['items'][number];

const limitUsual = 20;

export async function listMyActivity(
  context: Context,
  { cursor, limit = limitUsual }: Input<'listMyActivity'>,
): Promise<Answered<Output<'listMyActivity'>>> {
  const { ledger, program } = context;
  const myself = await loadMyself(context);
  if (isRefusal(myself)) return myself;
  const page = { limit, ...(cursor === undefined ? {} : { cursor }) };
  const { rows, next } = await ledger.statement(program, myself.account.id, page);
  const names = await namesOfHousehold(context, myself);
  const items = rows.map((stored) => activityView(context, myself, names, stored));
  const more = next === undefined ? {} : { next };
  return reply({ items, ...more }, more);
}

export async function getMyActivity(
  context: Context,
  { eventId }: Input<'getMyActivity'>,
): Promise<Answered<Output<'getMyActivity'>>> {
  const { ledger, program, programs, locale } = context;
  const myself = await loadMyself(context);
  if (isRefusal(myself)) return myself;
  const stored = await ledger.event(program, eventId);
  if (!stored || stored.account !== myself.account.id) return fail('unknown_event');
  const names = await namesOfHousehold(context, myself);
  const hidden = hiddenRules(programOfVersion(programs, stored.version));
  const told = why(programs, stored, locale, myself.account.market).rules.filter(({ rule }) => !hidden.has(rule));
  return reply({
    ...activityView(context, myself, names, stored),
    why: told.map(({ sentence, held, arithmetic, declined, conditions }) => {
      const missing = [
        ...conditions.filter(({ holds }) => !holds).map((one) => one.togo ?? one.sentence),
        ...(declined === undefined ? [] : [declined]),
      ];
      return {
        sentence,
        held,
        ...(arithmetic === undefined ? {} : { arithmetic }),
        ...(missing.length > 0 ? { missing } : {}),
      };
    }),
  });
}

function activityView(
  { programs, locale }: Context,
  myself: Myself,
  names: ReadonlyMap<string, string>,
  stored: StoredEvent,
): Activity {
  const { id, kind, occurredAt, store, member, sentences } = outcomeView({
    programs,
    recorded: stored,
    accountId: stored.account,
    locale,
  });
  const program = programOfVersion(programs, stored.version);
  const by = member === undefined || member === myself.memberId ? undefined : names.get(member);
  const money = moneyOf(stored);
  return {
    id,
    kind,
    occurredAt,
    ...(store === undefined ? {} : { store }),
    ...(by === undefined ? {} : { by }),
    moved: [...netByCurrency(stored.facts)].flatMap(([currency, units]) =>
      units === 0 || !isMine(currency, myself)
        ? []
        : [{ currency, amount: decimalText(units, decimalsOf(program, currency)) }],
    ),
    ...(money ? { money } : {}),
    sentences,
  };
}

const signs: Partial<Record<Fact['fact'], 1 | -1>> = {
  points_earned: 1,
  points_put_back: 1,
  points_received: 1,
  transfer_returned: 1,
  points_spent: -1,
  points_expired: -1,
  points_taken_back: -1,
  points_sent: -1,
  hold_captured: -1,
  debt_incurred: -1,
};

/** How many points more or less the account is worth, by currency: what is only set aside or repaid changes nothing. */
function netByCurrency(facts: readonly Fact[]): ReadonlyMap<string, number> {
  const sums = new Map<string, number>();
  for (const fact of facts) {
    const sign = signs[fact.fact];
    if (sign === undefined || !('amount' in fact) || !('currency' in fact) || fact.currency === undefined) continue;
    sums.set(fact.currency, (sums.get(fact.currency) ?? 0) + sign * fact.amount);
  }
  return sums;
}

function moneyOf(stored: StoredEvent): Activity['money'] {
  if (stored.event.kind === 'purchase') {
    const { currency, toPay } = purchaseMoney(bodyOf(stored, 'purchase'), stored.facts, stored.reading);
    return { currency, amount: toPay };
  }
  const refund = stored.facts.find((fact) => fact.fact === 'refund_due');
  const kept = stored.facts.reduce((sum, fact) => (fact.fact === 'refund_reduced' ? sum + fact.amount : sum), 0);
  return refund && { currency: refund.currency, amount: kept - refund.amount };
}

/** What the others of the household are called. */
async function namesOfHousehold(
  { ledger, program }: Context,
  { account, memberId }: Myself,
): Promise<ReadonlyMap<string, string>> {
  const others = Object.keys(account.members).filter((id) => id !== memberId);
  const named = others.map(async (id) => {
    const { name } = storedPerson(await ledger.person(program, account.id, id));
    return name === undefined ? [] : [[id, name] as const];
  });
  return new Map((await Promise.all(named)).flat());
}
