import { useQuery } from '@tanstack/react-query';
import type { MemberAtTill } from '../../device/device-database.ts';
import { programTime } from '../../device/own-till.ts';
import { useQueue, useTill } from '../../frame/till-context.tsx';
import type { Found } from '../../selling/find-member.ts';
import { leftToSpend, unitsOf } from '../../snapshots/left-to-spend.ts';
import { readSnapshot } from '../../snapshots/read-snapshot.ts';

export type Payable = MemberAtTill['payable'][number];

export interface Allowance {
  readonly payable: Payable;
  /** Units that may be spent now. */
  readonly units: number;
  /** By the snapshot, because the server cannot be asked. */
  readonly isOffline: boolean;
}

/** What the member may pay with: all they have, or, without a network, what the signed snapshot still allows. */
export function useAllowance({ seen, knownAt }: Found): Allowance | undefined {
  const { own } = useTill();
  const { items, isOnline } = useQueue();
  const payable = seen?.payable.find(({ worth }) => worth > 0);
  const isOffline = !isOnline || knownAt !== undefined;
  const snapshot = useQuery({
    queryKey: ['snapshot', seen?.snapshot],
    queryFn: async () => {
      const expected = { key: own.setup.snapshotKey, till: own.setup.id, now: programTime(own) };
      return (await readSnapshot(seen?.snapshot ?? '', { ...expected, member: seen?.member.id ?? '' })) ?? null;
    },
    enabled: seen !== undefined,
    networkMode: 'always',
  }).data;
  if (!payable) return undefined;
  if (!isOffline) return { payable, units: unitsOf(payable.available, payable.decimals), isOffline };
  const units = snapshot ? leftToSpend(snapshot, payable.currency, payable.decimals, items) : 0;
  return { payable, units, isOffline };
}
