import type { Input } from '@trofast/contract';
import type { Recorded } from '@trofast/engine';
import type { Context } from '../../context.ts';
import type { Flag } from './flags.ts';
import { readSnapshot } from './snapshots.ts';

const flag: Flag = { kind: 'outside_snapshot', what: 'points', reason: 'limit_reached' };

/** Whether a till spent points on its own account beyond what it had been told it may. */
export async function outsideSnapshot(
  { database, program, caller }: Context,
  { points, strict }: Pick<Input<'recordPurchase'>, 'points' | 'strict'>,
  { event }: Recorded,
): Promise<readonly Flag[]> {
  // What the server itself had to agree to needs no snapshot.
  if (caller.kind !== 'till' || strict || !points || event.kind !== 'purchase') return [];
  const snapshot = points.snapshot === undefined ? undefined : await readSnapshot(database, program, points.snapshot);
  if (!snapshot || snapshot.till !== caller.till?.id || snapshot.member !== event.member) return [flag];
  const told = snapshot.points.find(({ currency }) => currency === event.body.points?.currency);
  const isInTime = snapshot.from <= event.occurredAt && event.occurredAt <= snapshot.until;
  return told && isInTime && (event.body.points?.amount ?? 0) <= told.limit ? [] : [flag];
}
