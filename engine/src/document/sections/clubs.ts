import { z } from 'zod';
import { condition } from '../../conditions/conditions.ts';
import type { Club, ClubReward, Condition, Plan } from '../../program.ts';
import type { Duration } from '../../time/days.ts';
import { type Binding, remedyFor } from '../binding.ts';
import { listOf } from '../leaf.ts';
import { scope } from '../leaves/choices.ts';
import { day, duration } from '../leaves/dates.ts';
import { moneyFromZero } from '../leaves/numbers.ts';
import { nameOf, plainName } from '../leaves/references.ts';
import { words } from '../leaves/words.ts';
import type { Bound } from '../unbound.ts';
import { isForward, spanOf } from './spans.ts';

const planShape = z.strictObject({
  name: words,
  price: moneyFromZero,
  every: duration,
  trial: duration.optional(),
  becomes: plainName.optional(),
  from: day.optional(),
  through: day.optional(),
  when: listOf(condition).optional(),
});

export const clubShape = z.strictObject({
  name: words,
  per: scope.optional(),
  plans: z.record(z.string(), planShape),
  notice: duration.optional(),
  retries: listOf(duration).optional(),
  grace: duration.optional(),
  cancelling: z.enum(['period_end', 'at_once']).optional(),
  refund: z.enum(['never', 'if_unused', 'prorated']),
  rewards: listOf(
    z.strictObject({
      reward: nameOf('rewards'),
      every: duration,
      endsWith: z.enum(['month', 'period']).optional(),
    }),
  ).optional(),
});

type WrittenClub = Bound<z.output<typeof clubShape>>;
type WrittenPlan = WrittenClub['plans'][string];

export function makeClub(id: string, written: WrittenClub, binding: Binding): Club | undefined {
  const { name, per, notice, retries = [], grace, cancelling, refund, rewards = [] } = written;
  const entries = Object.entries(written.plans);
  if (entries.length === 0) {
    binding.at('plans').report('empty', 'A club has at least one plan.');
    return undefined;
  }
  const names = entries.map(([plan]) => plan);
  const plans = entries.map(([plan, terms]) => makePlan(plan, terms, names, binding.at('plans', plan)));
  const made = plans.filter((plan) => plan !== undefined);
  const canBeGiven = rewards.map((reward, index) => isGivenByRules(reward, binding.at('rewards', index, 'reward')));
  if (made.length < plans.length || canBeGiven.includes(false) || !areAscending(retries, binding)) return undefined;
  return {
    id,
    name,
    per: per ?? 'account',
    plans: new Map(made.map((plan) => [plan.id, plan])),
    notice,
    retries,
    grace,
    cancelling: cancelling ?? 'period_end',
    refund,
    rewards: rewards.map(({ reward, every, endsWith }) => ({ reward, every, endsWith })),
  };
}

function makePlan(id: string, written: WrittenPlan, names: readonly string[], binding: Binding): Plan | undefined {
  const { name, price, every, trial, becomes, when } = written;
  if (!isForward(written, binding)) return undefined;
  if (becomes !== undefined && !names.includes(becomes)) {
    const message = `The club has no plan "${becomes}".`;
    binding.at('becomes').report('unknown_reference', message, remedyFor(becomes, names));
    return undefined;
  }
  // Conditions are one of several shapes to the type checker; bound, each is a condition.
  const conditions = (when ?? []) as readonly Condition[];
  const ofPurchase = conditions.findIndex(({ reads }) => reads.some((value) => value.startsWith('purchase')));
  if (ofPurchase >= 0) {
    const message = 'The condition looks at a purchase, but one joins a club without one, so it never holds.';
    binding.at('when', ofPurchase).report('never_matches', message);
    return undefined;
  }
  return { id, name, span: spanOf(written), price, every, trial, becomes, when: conditions };
}

function isGivenByRules({ reward }: Pick<ClubReward, 'reward'>, binding: Binding): boolean {
  const known = binding.reading.made.rewards.get(reward);
  if (known === undefined || known.issued === 'by_rules') return true;
  binding.report('never_matches', `The reward "${reward}" is bought with points.`, 'Let it be issued by_rules.');
  return false;
}

/** Each attempt comes after the one before it. */
function areAscending(retries: readonly Duration[], binding: Binding): boolean {
  const lengths = retries.map(({ months, days }) => months * 31 + days);
  const wrong = lengths.findIndex((length, index) => index > 0 && length <= (lengths[index - 1] ?? 0));
  if (wrong < 0) return true;
  const message = 'Retries are counted from the day of the charge, so each is longer than the one before.';
  binding.at('retries', wrong).report('thresholds_out_of_order', message);
  return false;
}
