import type { Account } from '../account.ts';
import { planOn } from '../clubs/spans.ts';
import { counterSum } from '../counters/counter-sum.ts';
import { marketOf, versionAt } from '../draft.ts';
import type { Recorded } from '../evidence.ts';
import type { Programs } from '../program.ts';
import { nameOfKey } from '../scopes.ts';
import { dayAt, type Instant } from '../time/zones.ts';
import { toPayOf } from '../views/quote.ts';
import { toGoOf } from '../views/to-go.ts';
import { balancesAt, lotsAt, standingsAt } from '../views/views.ts';
import type { Expectation } from './example.ts';
import { seeChances } from './see-chances.ts';
import type { SeenEvent, SeenStanding } from './seen.ts';

/** How an account stands that has been advanced to `at`. */
export function seeAccount(
  programs: Programs,
  account: Account,
  at: Instant,
  expect: Expectation = {},
  member = '',
): SeenStanding {
  const { program } = versionAt(programs, at);
  const today = dayAt(marketOf(program, account.market).zone, at);
  const sums = Object.keys(expect.counters ?? {}).flatMap((key) => {
    const counter = program.counters.get(nameOfKey(key));
    return counter ? [[key, counterSum(account, counter, key, today)] as const] : [];
  });
  const clubs = Object.entries(account.subscriptions).map(([key, subscription]) => {
    const plan = planOn(subscription, today);
    return [key, { ...(plan !== undefined && { plan }), until: subscription.ends ?? subscription.until }] as const;
  });
  return {
    balances: balancesAt(programs, account, at),
    lots: lotsAt(programs, account, at),
    levels: standingsAt(programs, account, at),
    counters: Object.fromEntries(sums),
    vouchers: Object.entries(account.vouchers).map(([voucher, { reward, remaining, currency, until }]) => ({
      voucher,
      reward,
      ...(remaining !== undefined && { remaining }),
      ...(currency !== undefined && { currency }),
      ...(until !== undefined && { until }),
    })),
    clubs: Object.fromEntries(clubs),
    ...seeChances({ programs, account, member, at }, expect),
  };
}

/** A recorded event as examples look at it. */
export function seeEvent(programs: Programs, recorded: Recorded, market: string): SeenEvent {
  const { event, facts, rules } = recorded;
  if (event.kind !== 'purchase') return { facts, rules };
  const { currency } = event.body;
  return { facts, rules, purchase: { currency, toPay: toPayOf(recorded), toGo: toGoOf(programs, recorded, market) } };
}
