import type { Operation } from '@trofast/contract';
import type { TillCaller } from '../../caller.ts';

/** A till cannot say that it stands elsewhere: where an operation asks for store and till, its own are put in. */
export function placedAt(till: TillCaller | undefined, { body }: Operation, input: object): object {
  const fields = body && 'shape' in body ? (body.shape as object) : {};
  if (!till || !('store' in fields && 'till' in fields)) return input;
  const { id, store, zone } = till;
  return { ...input, store, till: id, channel: 'store', ...(zone === undefined ? {} : { zone }) };
}
