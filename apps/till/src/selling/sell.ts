import type { Input, Output, ProblemDocument } from '@trofast/contract';
import { forgetMember } from '../device/known-members.ts';
import { programTime } from '../device/own-till.ts';
import type { Till } from '../frame/till-context.tsx';
import type { Found } from './find-member.ts';
import { newReceipt } from './receipts.ts';

export type PurchaseDone = Extract<Output<'recordPurchase'>, { money: object }>;
export type ReturnDone = Output<'recordReturn'>;

export interface Basket {
  readonly lines: readonly { readonly sku: string; readonly total: number }[];
  readonly vouchers: readonly string[];
  readonly rewards: readonly string[];
  readonly points?: { readonly currency: string; readonly amount: string; readonly snapshot?: string };
}

export interface Sold {
  readonly receipt: string;
  readonly name: string;
  /** Absent: it is kept on the device. */
  readonly purchase?: PurchaseDone;
  readonly return?: ReturnDone;
}

export type Selling = { readonly sold: Sold } | { readonly problem: ProblemDocument };

/** What the basket says of itself, to a quote and to a purchase. */
export function basketInput(own: Till['own'], found: Found, { lines, vouchers, rewards, points }: Basket) {
  return {
    member: found.reference,
    currency: own.setup.currency,
    lines: lines.map((line) => ({ ...line })),
    ...(vouchers.length > 0 ? { vouchers: [...vouchers] } : {}),
    ...(rewards.length > 0 ? { rewards: [...rewards] } : {}),
    ...(points ? { points } : {}),
  } satisfies Partial<Input<'recordPurchase'>>;
}

export async function sell({ own, queue }: Till, found: Found, basket: Basket): Promise<Selling> {
  const key = crypto.randomUUID();
  const receipt = newReceipt();
  const isStrict = basket.points !== undefined || basket.vouchers.length > 0 || basket.rewards.length > 0;
  const input: Input<'recordPurchase'> = {
    id: key,
    occurredAt: new Date(programTime(own)).toISOString(),
    receipt,
    ...basketInput(own, found, basket),
    ...(isStrict ? { strict: true } : {}),
  };
  const work = { operation: 'recordPurchase', input } as const;
  const label = found.name;
  const done = await queue.submit({ key, till: own.setup.id, work, hasHappened: false, label, keptAt: Date.now() });
  if (done.kind === 'refused') return { problem: done.problem };
  const { id } = found.reference;
  // What this till may honour has changed: it asks anew before it spends again without a network.
  if (basket.points && id !== undefined && done.kind === 'done') await forgetMember(id);
  const sold = { receipt, name: found.name };
  return { sold: done.kind === 'done' ? { ...sold, purchase: done.output as PurchaseDone } : sold };
}

/** Takes a purchase back by its receipt, whole unless lines are named; in the device's order, so also one that was not sent yet. */
export async function takeBack({ own, queue }: Till, receipt: string, lines: readonly number[] = []): Promise<Selling> {
  const key = crypto.randomUUID();
  const input: Input<'recordReturn'> = {
    id: key,
    occurredAt: new Date(programTime(own)).toISOString(),
    purchase: { receipt },
    ...(lines.length > 0 ? { lines: lines.map((line) => ({ line })) } : {}),
  };
  const work = { operation: 'recordReturn', input } as const;
  const done = await queue.submit({
    key,
    till: own.setup.id,
    work,
    hasHappened: false,
    label: receipt,
    keptAt: Date.now(),
  });
  if (done.kind === 'refused') return { problem: done.problem };
  return {
    sold: { receipt, name: '', ...(done.kind === 'done' ? { return: done.output as ReturnDone } : {}) },
  };
}
