import type { Expectation } from './example.ts';
import type { Pair, Seen } from './seen.ts';
import { dayOrNever } from './written-values.ts';

/** What an example says of offers, challenges and benefits, beside what came of it. */
export function chancePairs({ standing }: Seen, { offers, challenges, entitled }: Expectation): readonly Pair[] {
  return [
    ...Object.entries(offers ?? {}).flatMap(([id, written]) => offerPairs(id, standing.offers[id], written)),
    ...Object.entries(challenges ?? {}).flatMap(([id, written]) =>
      challengePairs(id, standing.challenges[id], written),
    ),
    ...(entitled ? [{ what: 'entitled', expected: entitled.join(', '), actual: standing.entitled.join(', ') }] : []),
  ];
}

type WrittenOffer = NonNullable<Expectation['offers']>[string];
type WrittenChallenge = NonNullable<Expectation['challenges']>[string];

function offerPairs(
  id: string,
  seen: Seen['standing']['offers'][string] | undefined,
  written: WrittenOffer,
): readonly Pair[] {
  const { is, until, usesLeft, activationsLeft, toGo } =
    typeof written === 'string' ? ({ is: written } as Exclude<WrittenOffer, string>) : written;
  return [
    { what: `offers.${id}`, expected: is, actual: seen?.state ?? 'no such offer' },
    ...pair(`offers.${id}.until`, until, dayOrNever(seen?.until)),
    ...pair(`offers.${id}.usesLeft`, usesLeft, said(seen?.usesLeft)),
    ...pair(`offers.${id}.activationsLeft`, activationsLeft, said(seen?.activationsLeft)),
    ...pair(`offers.${id}.toGo`, toGo, said(seen?.toGo)),
  ];
}

function challengePairs(
  id: string,
  seen: Seen['standing']['challenges'][string] | undefined,
  { done, toGo, inARow, endsOn }: WrittenChallenge,
): readonly Pair[] {
  return [
    ...pair(`challenges.${id}.done`, done, said(seen?.done)),
    ...Object.entries(toGo ?? {}).flatMap(([step, amount]) =>
      pair(`challenges.${id}.toGo.${step}`, amount, said(seen?.toGo[step])),
    ),
    ...pair(`challenges.${id}.inARow`, inARow, said(seen?.inARow)),
    ...pair(`challenges.${id}.endsOn`, endsOn, dayOrNever(seen?.endsOn)),
  ];
}

function pair(what: string, expected: string | undefined, actual: string): readonly Pair[] {
  return expected === undefined ? [] : [{ what, expected, actual }];
}

function said(value: string | number | undefined): string {
  return value === undefined ? 'nothing' : String(value);
}
