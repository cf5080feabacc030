import type { ClientBase } from '@trofast/db';
import { withSnapshot } from '../book/snapshot.ts';
import type { ReadContext } from '../reads/read-account.ts';
import { FAULTS_MOST, type Fault, type VerifyCounts, type VerifyOptions, type VerifyReport } from './report.ts';
import { verifyAllotments, verifyTransit } from './verify-allotments.ts';
import { verifyBatches } from './verify-batches.ts';
import { verifyChains } from './verify-chains.ts';
import { verifyMerges } from './verify-merges.ts';

/** Proves sums, folds, chains and batches, bucket by bucket, each as it stood at one moment. */
export async function verifyLedger(context: ReadContext, options: VerifyOptions = {}): Promise<VerifyReport> {
  const buckets =
    options.bucket === undefined ? Array.from({ length: context.buckets }, (_, b) => b) : [options.bucket];
  const faults: Fault[] = [];
  const counts = { accounts: 0, events: 0, entries: 0, batches: 0 };
  const note = (fault: Fault) => {
    // A book of which nothing holds need not be listed whole.
    if (faults.length < FAULTS_MOST) faults.push(fault);
  };
  for (const bucket of buckets) {
    await withSnapshot(context.connections, (client) => verifyBucket(client, bucket, options, counts, note));
  }
  // What left one account and entered another may lie in two buckets: only the whole can say.
  if (options.bucket === undefined) await verifyMerges(context, note);
  return { ...counts, clean: faults.length === 0, faults };
}

async function verifyBucket(
  client: ClientBase,
  bucket: number,
  options: VerifyOptions,
  counts: { -readonly [Name in keyof VerifyCounts]: number },
  note: (fault: Fault) => void,
) {
  const isWhole = options.from === undefined;
  await verifyChains({ client, bucket, counts, note, ...options });
  await verifyBatches(client, bucket, counts, note);
  if (isWhole) await verifyAllotments(client, bucket, note);
  await verifyTransit(client, bucket, note);
}
