import type { Output } from '@trofast/contract';
import { type ClubCharge, dayText } from '@trofast/engine';
import { dayField } from '../../instants.ts';
import { outcomeView } from '../events/index.ts';
import { publicChargeId } from './charge-id.ts';

type ClubOutcome = Output<'joinClub'>;

/** From nothing but what is stored, so that the same request gets the same answer. */
export function clubView(viewed: Parameters<typeof outcomeView>[0]): ClubOutcome {
  const { recorded, accountId } = viewed;
  const { facts } = recorded;
  const due = facts.find((fact) => fact.fact === 'charge_due');
  const refund = facts.find((fact) => fact.fact === 'charge_refunded');
  const started = facts.findLast((fact) => fact.fact === 'period_started' || fact.fact === 'trial_started');
  const cancelled = facts.find((fact) => fact.fact === 'subscription_cancelled');
  return {
    ...outcomeView(viewed),
    ...(due ? { charge: chargeView(accountId, due.charge, due) } : {}),
    ...(refund
      ? {
          refund: {
            charge: publicChargeId(accountId, refund.charge),
            amount: refund.amount,
            currency: refund.currency,
          },
        }
      : {}),
    ...dayField('until', started?.until),
    ...dayField('ends', cancelled?.ends),
  };
}

export function chargeView(account: string, id: string, charge: ClubCharge): NonNullable<ClubOutcome['charge']> {
  const { amount, currency, attempt, from, until } = charge;
  return {
    id: publicChargeId(account, id),
    amount,
    currency,
    attempt,
    from: dayText(from),
    until: dayText(until),
  };
}
