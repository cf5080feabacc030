import type { Input, Output } from '@trofast/contract';
import { type Refusal, refuse } from '@trofast/engine';
import { accountOfEvent } from '@trofast/ledger';
import { type Answered, type Context, isRefused, reply } from '../../context.ts';
import { outcomeView, pointsAsked, programOfVersion, recordEvent } from '../events/index.ts';
import { localHoldId } from './hold-id.ts';

export async function captureHold(
  context: Context,
  { holdId, amount }: Input<'captureHold'>,
): Promise<Answered<Output<'captureHold'>>> {
  const held = await heldBy(context, holdId);
  if (isRefused(held)) return held;
  const newest = programOfVersion(context.programs, Number.POSITIVE_INFINITY);
  const asked = amount === undefined ? undefined : pointsAsked(newest, amount, held.currency, 'positive');
  if (asked && isRefused(asked)) return asked;
  return await endHold(context, 'capture', held, asked?.units);
}

export async function releaseHold(
  context: Context,
  { holdId }: Input<'releaseHold'>,
): Promise<Answered<Output<'releaseHold'>>> {
  const held = await heldBy(context, holdId);
  return isRefused(held) ? held : await endHold(context, 'release', held);
}

interface Held {
  readonly account: string;
  readonly hold: string;
  readonly currency?: string;
}

async function heldBy({ ledger, program }: Context, holdId: string): Promise<Held | Refusal> {
  const account = accountOfEvent(holdId);
  const found = await ledger.account(program, account);
  if (!found) return refuse('unknown_hold', { hold: holdId });
  const hold = localHoldId(account, holdId);
  const currency = found.account.holds[hold]?.currency;
  return { account, hold, ...(currency === undefined ? {} : { currency }) };
}

async function endHold(
  context: Context,
  kind: 'capture' | 'release',
  { account, hold }: Held,
  amount?: number,
): Promise<Answered<Output<'captureHold'>>> {
  const { programs, locale, key } = context;
  const done = await recordEvent(context, {
    kind,
    account,
    key,
    body: { hold, ...(amount === undefined ? {} : { amount }) },
  });
  if (isRefused(done)) return done;
  const { recorded, accountId, codes, replayed } = done;
  return reply(outcomeView({ programs, recorded, accountId, codes, locale }), { replayed });
}
