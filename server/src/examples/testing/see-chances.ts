import type { Output } from '@trofast/contract';
import { parseDay } from '@trofast/engine';
import { countedText, type Expectation, type SeenStanding, unitsOf } from '@trofast/engine/examples';
import type { Stage } from './stage.ts';

type Progress = Output<'listChallenges'>['items'][number]['steps'][number];
type Offer = Output<'listOffers'>['items'][number];

/** Offers, challenges and benefits as the API tells them, where an example asks for them. */
export async function seeChances(
  stage: Stage,
  memberId: string,
  expect: Expectation,
): Promise<Pick<SeenStanding, 'offers' | 'challenges' | 'entitled'>> {
  const { client } = stage;
  const none = { items: [] };
  const [offers, challenges, benefits] = await Promise.all([
    expect.offers ? client.listOffers({ memberId }) : none,
    expect.challenges ? client.listChallenges({ memberId }) : none,
    expect.entitled ? client.listBenefits({ memberId }) : none,
  ]);
  // What is closed is not listed.
  const closed = Object.keys(expect.offers ?? {}).map((offer) => [offer, { state: 'closed' as const }] as const);
  return {
    offers: Object.fromEntries([...closed, ...offers.items.map((offer) => [offer.offer, seen(stage, offer)] as const)]),
    challenges: Object.fromEntries(
      challenges.items.map(({ challenge, done, steps, streak }) => [
        challenge,
        {
          done,
          toGo: Object.fromEntries(steps.map((step) => [step.step, toGo(stage, step)])),
          ...(streak && {
            inARow: streak.has,
            ...(streak.endsOn !== undefined && { endsOn: parseDay(streak.endsOn) ?? 0 }),
          }),
        },
      ]),
    ),
    entitled: benefits.items.filter(({ isOpen }) => isOpen).map(({ benefit }) => benefit),
  };
}

function seen(stage: Stage, { state, until, usesLeft, activationsLeft, progress }: Offer) {
  return {
    state,
    ...(until !== undefined && { until: parseDay(until) ?? 0 }),
    ...(usesLeft !== undefined && { usesLeft }),
    ...(activationsLeft !== undefined && { activationsLeft }),
    ...(progress && { toGo: toGo(stage, progress) }),
  };
}

function toGo({ program }: Stage, { counter, missing }: Pick<Progress, 'counter' | 'missing'>): string {
  const currency = missing.unit === 'money' ? missing.currency : '';
  const counts = program.counters.get(counter)?.counts;
  const amount =
    missing.unit === 'points' && counts?.kind === 'earned'
      ? unitsOf(program, counts.currency, missing.amount)
      : Number(missing.amount);
  return countedText(program, counter, amount, currency);
}
