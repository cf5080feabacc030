import type { Subscription } from '../account.ts';
import type { Day } from '../time/days.ts';

type Spans = Subscription['spans'];

/** One more span; one that goes on where the last of the same plan ended is the same span. */
export function spansWith(spans: Spans, next: Spans[number]): Spans {
  const { plan, from, until } = next;
  const last = spans.at(-1);
  if (last?.plan !== plan || last.until !== from) return [...spans, { plan, from, until }];
  return [...spans.slice(0, -1), { plan, from: last.from, until }];
}

/** Nothing is subscribed from a day on. */
export function spansCut(spans: Spans, day: Day): Spans {
  return spans.flatMap(({ plan, from, until }) => (from >= day ? [] : [{ plan, from, until: Math.min(until, day) }]));
}

/**
 * The plan that is subscribed on a day. While a renewal waits for the answer of the payment provider, and in the time
 * of grace after it has failed, what was subscribed goes on.
 */
export function planOn(subscription: Subscription | undefined, day: Day): string | undefined {
  if (subscription === undefined) return undefined;
  const { spans, state, until, graceUntil } = subscription;
  const within = spans.find((span) => span.from <= day && day < span.until);
  if (within) return within.plan;
  const hadSome = spans.at(-1)?.until === until;
  const goesOn = state === 'unpaid' && hadSome && until <= day && (graceUntil === undefined || day < graceUntil);
  return goesOn ? subscription.plan : undefined;
}
