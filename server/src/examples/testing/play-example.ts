import type { ProblemDocument } from '@trofast/contract';
import { type Fact, type Instant, marketOf, type RefusalCode } from '@trofast/engine';
import { compareStep, type Example, type ExampleStep, instantOf, type Seen, unitsOf } from '@trofast/engine/examples';
import { type Asked, askStep } from './ask-step.ts';
import { type Payments, passTime, readNews } from './pass-time.ts';
import { seeStanding } from './see-standing.ts';
import { enrol, type FeedItem, type Joining, joiningsOf, openStage, type Stage, type Staged } from './stage.ts';

/** The first thing that came out otherwise than the example says; `undefined` when all of it did. */
export interface Difference {
  readonly step: number;
  readonly what: string;
  readonly expected: string;
  readonly actual: string;
}

/** Plays a worked example through HTTP, as a shop and a payment provider would. */
export async function playExample(
  staged: Staged,
  programId: string,
  example: Example,
): Promise<Difference | undefined> {
  const joinings = joiningsOf(staged.program, example);
  const stage = await openStage(staged, programId, joinings);
  for (const { at, joining, step } of timelineOf(stage, joinings, example)) {
    if (joining) {
      await passTime(stage, at, () => 'succeed');
      const { accountId } = await enrol(stage, joining);
      await readNews(stage, () => 'succeed');
      // A step is answered for what it made follow, not for the joining before it.
      stage.unseen.delete(accountId);
      continue;
    }
    const played = example.steps[step];
    const different = played && (await playStep(stage, played, step, at));
    if (different) return { step, ...different };
  }
  return undefined;
}

interface Moment {
  readonly at: Instant;
  readonly joining?: Joining;
  readonly step: number;
}

/** Everything that happens, in order of time: who joins at an instant is there for its steps. */
function timelineOf(stage: Stage, joinings: readonly Joining[], { steps }: Example): readonly Moment[] {
  const marketOfMember = new Map(joinings.map(({ name, market }) => [name, market]));
  const moments = steps.map(({ member = stage.first, at }, step) => {
    const { zone } = marketOf(stage.program, marketOfMember.get(member) ?? '');
    return { at: instantOf(zone, at), step };
  });
  return [...joinings.map((joining) => ({ at: joining.at, joining, step: -1 })), ...moments].toSorted(
    (one, other) => one.at - other.at,
  );
}

async function playStep(
  stage: Stage,
  step: ExampleStep,
  index: number,
  at: Instant,
): Promise<Omit<Difference, 'step'> | undefined> {
  const name = step.member ?? stage.first;
  const member = stage.members.get(step.joins?.household ?? name);
  if (!member) throw new Error(`${name} has not joined`);
  const paymentsOf = (account: string): Payments =>
    account === member.accountId ? (step.payments ?? 'succeed') : 'succeed';
  await passTime(stage, at, paymentsOf);
  const asked = await askStep(stage, member, step, step.as ?? `step-${index}`);
  await readNews(stage, paymentsOf);
  const news = stage.unseen.get(member.accountId) ?? [];
  stage.unseen.clear();
  if (step.as !== undefined) nameStep(stage, step.as, asked, news);
  const { expect = {} } = step;
  const standing = await seeStanding(stage, stage.members.get(name) ?? member, expect, asked?.quote);
  return compareStep(stage.programs, { ...seenOf(stage, at, member.market, asked, news), standing }, expect);
}

function nameStep(stage: Stage, name: string, asked: Asked | undefined, news: readonly FeedItem[]): void {
  const event = news.find(({ id }) => id === asked?.event);
  if (asked?.event === undefined || !event) return;
  const vouchers = event.vouchers.filter(({ change }) => change === 'issued').map(({ voucher }) => voucher);
  stage.names.set(name, { event: asked.event, vouchers, ...(asked.hold !== undefined && { hold: asked.hold }) });
}

function seenOf(
  stage: Stage,
  at: Instant,
  market: string,
  asked: Asked | undefined,
  news: readonly FeedItem[],
): Omit<Seen, 'standing'> {
  const { problem, quote, money } = asked ?? {};
  const refusal = problem && refusalOf(stage, problem);
  const own = quote ?? news.find(({ id }) => id === asked?.event) ?? news.at(-1);
  // The feed promises facts as they are stored.
  const facts = (own?.facts ?? []) as unknown as readonly Fact[];
  const purchase = money &&
    'toPay' in money && { purchase: { currency: money.currency, toPay: money.toPay, toGo: quote?.toGo ?? [] } };
  return {
    at,
    market,
    refusal,
    facts: quote ? facts : (news.flatMap((one) => one.facts) as unknown as readonly Fact[]),
    own: own && { facts, rules: own.rules ?? [], ...purchase },
  };
}

/** A problem as the engine refuses: points in units again. */
function refusalOf({ program }: Stage, { code, details = {} }: ProblemDocument): NonNullable<Seen['refusal']> {
  const { currency } = details;
  const units = Object.entries(details).map(([name, value]) => {
    const isPoints = name !== 'currency' && typeof value === 'string' && program.currencies.has(String(currency));
    return [name, isPoints ? unitsOf(program, String(currency), value) : value] as const;
  });
  return { refused: code as RefusalCode, details: Object.fromEntries(units) };
}
