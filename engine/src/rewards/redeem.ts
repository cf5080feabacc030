import { sumBetween } from '../counters/days.ts';
import { windowStart } from '../counters/windows.ts';
import { type Draft, post } from '../draft.ts';
import type { Redemption } from '../event.ts';
import { MissingEvidence } from '../missing-evidence.ts';
import { noteActivity } from '../points/award.ts';
import { holdsLevel } from '../points/dates.ts';
import { takePoints } from '../points/lots.ts';
import { isWithin, priceOf } from '../points/settle.ts';
import type { Reward } from '../program.ts';
import { isRefusal, type Refusal, refuse } from '../refusals.ts';
import { count } from '../rules/apply-rules.ts';
import { scopedKey } from '../scopes.ts';
import { issueVoucher } from './issue-voucher.ts';

/** Exchanges points for a reward, so many times, all or nothing. */
export function redeem(draft: Draft, { reward, times = 1 }: Redemption): Refusal | undefined {
  if (!Number.isSafeInteger(times) || times < 1 || times > 1000) return refuse('malformed', { at: '/times' });
  const needs = draft.program.rewards.get(reward)?.needs;
  const { channel } = draft.event;
  if (needs && (needs.channels === undefined || (channel !== undefined && needs.channels.has(channel)))) {
    const minimum = needs.amount?.({ market: draft.market.id, day: draft.occurredDay }) ?? 1;
    return refuse('minimum_not_met', { reward, missing: minimum, minimum });
  }
  for (let taken = 0; taken < times; taken += 1) {
    const outcome = takeReward(draft, reward);
    if (isRefusal(outcome)) return outcome;
  }
  return undefined;
}

/** Takes one of a reward for its points; answers the voucher it became. */
export function takeReward(draft: Draft, id: string): string | Refusal {
  const reward = draft.program.rewards.get(id);
  if (!reward) return refuse('unknown_reward', { reward: id });
  const barred = notOffered(draft, reward);
  if (barred) return barred;
  const cost = priceOf(reward, draft.market.id, draft.today);
  const currency = reward.cost && draft.program.currencies.get(reward.cost.currency);
  if (cost === undefined || !currency) return refuse('reward_not_offered', { reward: id });
  const key = scopedKey(currency.id, currency.per, draft.event);
  const parts = takePoints(draft.account, key, cost, draft.today);
  if (isRefusal(parts)) return parts;
  const soldOut = takeStock(draft, reward);
  if (soldOut) return soldOut;
  post(draft, { fact: 'points_spent', v: 1, currency: key, amount: cost, parts, reason: 'redemption', reward: id });
  if (reward.limit) count(draft, limitKey(draft, reward), draft.today, 1);
  noteActivity(draft, key, 'spending');
  return issueVoucher(draft, reward, { parts, pointsCurrency: key });
}

function notOffered(draft: Draft, reward: Reward): Refusal | undefined {
  if (reward.issued !== 'on_request' || !isWithin(reward.span, draft.today)) {
    return refuse('reward_not_offered', { reward: reward.id });
  }
  if (reward.levels) {
    const ladder = draft.program.ladders.get(reward.levels.ladder);
    const key = ladder ? scopedKey(ladder.id, ladder.per, draft.event) : '';
    if (!holdsLevel(draft.program, draft.account, reward.levels, key))
      return refuse('tier_too_low', { reward: reward.id });
  }
  if (!reward.limit) return undefined;
  const { per_event: perEvent } = reward.limit;
  const now = draft.facts.filter((fact) => fact.fact === 'points_spent' && fact.reward === reward.id).length;
  if (perEvent !== undefined && now >= perEvent) {
    return refuse('limit_reached', { reward: reward.id, limit: perEvent });
  }
  const start = windowStart(reward.limit.over, draft.today, draft.account.since);
  const used = sumBetween(draft.account.counters[limitKey(draft, reward)] ?? [], start, draft.today);
  return used >= (reward.limit.times ?? Number.POSITIVE_INFINITY)
    ? refuse('limit_reached', { reward: reward.id, limit: reward.limit.times ?? used })
    : undefined;
}

function takeStock(draft: Draft, reward: Reward): Refusal | undefined {
  if (reward.stock === undefined) return undefined;
  const left = draft.evidence.stock[reward.id];
  if (left === undefined) throw new MissingEvidence({ kind: 'stock', reward: reward.id });
  const taken = draft.facts.reduce(
    (sum, fact) => (fact.fact === 'stock_taken' && fact.reward === reward.id ? sum + fact.times : sum),
    0,
  );
  if (left - taken < 1) return refuse('reward_out_of_stock', { reward: reward.id });
  post(draft, { fact: 'stock_taken', v: 1, reward: reward.id, times: 1 });
  return undefined;
}

function limitKey(draft: Draft, reward: Reward): string {
  return scopedKey(`limit:reward:${reward.id}`, reward.limit?.per ?? 'account', draft.event);
}
