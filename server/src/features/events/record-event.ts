import type { Purchase, Recorded, Refusal, Return } from '@trofast/engine';
import { type Answer, Overloaded, type RecordRequest } from '@trofast/ledger';
import { type Context, type Failure, fail } from '../../context.ts';

/** An event that stands in the book, whether recorded now or before. */
export interface Done {
  readonly recorded: Recorded;
  readonly accountId: string;
  readonly codes?: Readonly<Record<string, string>> | undefined;
  readonly replayed: boolean;
}

type Asked = RecordRequest extends infer One ? (One extends RecordRequest ? Omit<One, 'program'> : never) : never;

/** Records for the caller's program; answers the event as it is stored, or why it is refused. */
export async function recordEvent({ ledger, program }: Context, asked: Asked): Promise<Done | Refusal | Failure> {
  return await doneOr(() => ledger.record({ ...asked, program } as RecordRequest));
}

/** What the ledger answered, with full queues as a failure that says when to come back. */
export async function doneOr(ask: () => Promise<Answer>): Promise<Done | Refusal | Failure> {
  try {
    const { event, refusal, accountId, codes, replayed } = await ask();
    if (refusal) return refusal;
    if (!event) throw new Error('The ledger answered neither an event nor a refusal');
    return { recorded: event, accountId, codes, replayed };
  } catch (error) {
    if (error instanceof Overloaded) return fail('overloaded', { retryAfterSeconds: error.retryAfterSeconds });
    throw error;
  }
}

/** The body of an event of this kind; anything else is a fault of ours. */
export function bodyOf<Kind extends keyof Bodies>({ event }: Recorded, kind: Kind): Bodies[Kind] {
  if (event.kind !== kind) throw new Error(`Expected a ${kind}, found a ${event.kind}`);
  return event.body as Bodies[Kind];
}

interface Bodies {
  readonly purchase: Purchase;
  readonly return: Return;
}
