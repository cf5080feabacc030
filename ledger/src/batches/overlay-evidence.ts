import {
  type Evidence,
  lotsMadeBy,
  NO_EVIDENCE,
  type Programs,
  type PurchaseEvidence,
  type Recorded,
  stockOf,
} from '@trofast/engine';
import { type AccountEvidence, type LoadedEvidence, stockName } from './load-evidence.ts';

/** What an account's decision may know: what was loaded, and over it what earlier events of the batch recorded. */
export function evidenceFor(
  loaded: AccountEvidence | undefined,
  fresh: readonly Recorded[],
  stock: Readonly<Record<string, number>>,
): Evidence {
  if (loaded === undefined) return NO_EVIDENCE;
  const { references } = loaded;
  return {
    purchases: Object.fromEntries([...references.purchases].map((id) => [id, purchaseEvidence(loaded, fresh, id)])),
    events: Object.fromEntries([...references.events].map((id) => [id, recordedWithId(loaded, fresh, id)])),
    stock,
    accounts: Object.fromEntries([...references.others].map((id) => [id, loaded.others.get(id) ?? null])),
    ...(references.since !== undefined && { history: historySince(loaded, fresh, references.since) }),
  };
}

/** Units left of each reward that the references name, less what the batch has taken so far. */
export function stockLeft(
  programs: Programs,
  at: number,
  rewards: Iterable<string>,
  taken: LoadedEvidence['taken'],
): Record<string, number> {
  const left: Record<string, number> = {};
  for (const id of rewards) {
    const stock = stockAt(programs, at, id);
    left[id] = stock === undefined ? Number.MAX_SAFE_INTEGER : stock - (taken.get(stockName(programs.id, id)) ?? 0);
  }
  return left;
}

/** How many there are in all of a reward or gift in the version of an instant. */
export function stockAt(programs: Programs, at: number, name: string): number | undefined {
  const version = programs.versions.findLast(({ from }) => from <= at) ?? programs.versions[0];
  return version && stockOf(version.program, name);
}

function recordedWithId(loaded: AccountEvidence, fresh: readonly Recorded[], id: string): Recorded | null {
  return fresh.find(({ event }) => event.id === id) ?? loaded.events.get(id) ?? null;
}

function purchaseEvidence(loaded: AccountEvidence, fresh: readonly Recorded[], id: string): PurchaseEvidence | null {
  const purchase = recordedWithId(loaded, fresh, id);
  if (purchase === null) return null;
  const freshReturns = fresh.filter(({ event }) => event.kind === 'return' && event.body.purchase === id);
  return {
    purchase,
    returns: [...(loaded.returns.get(id) ?? []), ...freshReturns],
    expired: expiredSince(loaded.expired.get(id) ?? {}, fresh, lotsMadeBy(purchase)),
  };
}

/** Adds what has expired in this batch, or was restored, from the lots that a purchase made. */
function expiredSince(
  loaded: Readonly<Record<string, number>>,
  fresh: readonly Recorded[],
  made: ReadonlySet<string>,
): Readonly<Record<string, number>> {
  const expired = { ...loaded };
  for (const fact of fresh.flatMap(({ facts }) => facts)) {
    const isRestored = fact.fact === 'points_put_back' && fact.reason === 'restored';
    if (fact.fact !== 'points_expired' && !isRestored) continue;
    for (const { lot, amount } of fact.parts) {
      if (made.has(lot)) expired[lot] = (expired[lot] ?? 0) + (isRestored ? -amount : amount);
    }
  }
  return expired;
}

function historySince(loaded: AccountEvidence, fresh: readonly Recorded[], since: number) {
  return { since, recorded: [...loaded.history, ...fresh.filter(({ event }) => event.occurredAt >= since)] };
}
