import type { Refusal } from '@trofast/engine';
import type { Context, Failure } from '../../context.ts';
import { type Done, recordEvent } from '../events/index.ts';

export interface Correction {
  readonly account: string;
  readonly member: string;
  readonly key: string;
  readonly currency: string;
  /** Whole units, signed. */
  readonly amount: number;
  readonly reason: string;
  readonly author: string;
  readonly approvedBy?: string;
}

export async function recordCorrection(
  context: Context,
  { account, member, key, currency, amount, reason, author, approvedBy }: Correction,
): Promise<Done | Refusal | Failure> {
  return await recordEvent(context, {
    kind: 'correction',
    account,
    member,
    key,
    actor: author,
    body: { currency, amount, reason, ...(approvedBy === undefined ? {} : { approvedBy }) },
  });
}
