import { marketOf, versionAt } from '../draft.ts';
import type { Counter, Program } from '../program.ts';
import { benefitsAt, challengesAt, type Looking, offersAt, type Progress } from '../views/offers.ts';
import type { Expectation } from './example.ts';
import type { SeenStanding } from './seen.ts';
import { minorText, pointsText } from './written-values.ts';

/** Offers, challenges and benefits of a member, where an example asks for them. */
export function seeChances(
  looking: Looking,
  expect: Expectation,
): Pick<SeenStanding, 'offers' | 'challenges' | 'entitled'> {
  const { programs, account, at } = looking;
  const { program } = versionAt(programs, at);
  const { currency } = marketOf(program, account.market);
  const toGo = ({ counter, has, wants }: Progress) => countedText(program, counter, wants - has, currency);
  const offers = expect.offers ? offersAt(looking) : [];
  const challenges = expect.challenges ? challengesAt(looking) : [];
  const benefits = expect.entitled ? benefitsAt(looking) : [];
  return {
    offers: Object.fromEntries(
      offers.map(({ offer, progress, code: _, ...view }) => [
        offer,
        { ...view, ...(progress && { toGo: toGo(progress) }) },
      ]),
    ),
    challenges: Object.fromEntries(
      challenges.map(({ challenge, steps, done, streak }) => [
        challenge,
        {
          done,
          toGo: Object.fromEntries(steps.map((step) => [step.step, toGo(step)])),
          ...(streak && { inARow: streak.has, ...(streak.endsOn !== undefined && { endsOn: streak.endsOn }) }),
        },
      ]),
    ),
    entitled: benefits.filter(({ isOpen }) => isOpen).map(({ benefit }) => benefit),
  };
}

/** An amount of what a counter counts, as examples write it. */
export function countedText(program: Program, id: string, amount: number, currency: string): string {
  const counter: Counter | undefined = program.counters.get(id);
  if (counter?.unit === 'money') return minorText(amount, currency);
  return counter?.counts.kind === 'earned' ? pointsText(program, counter.counts.currency, amount) : String(amount);
}
