import type { Database } from '@trofast/db';
import type { Instant } from '@trofast/engine';
import { openAccountCache } from './batches/account-cache.ts';
import { type BucketQueue, openBucketQueue } from './batches/bucket-queue.ts';
import { openConnections } from './batches/connections.ts';
import { newRequestJob } from './batches/new-job.ts';
import { reroutedRequest } from './batches/rerouted-request.ts';
import { readBucketCount } from './book/bucket-count.ts';
import { bucketOfText } from './book/buckets.ts';
import { exportCanonical } from './canonical/export-canonical.ts';
import type { Ledger } from './ledger.ts';
import { knownPrograms } from './programs/known-programs.ts';
import { moveClock, readClock } from './programs/move-clock.ts';
import { openProgramsStore } from './programs/open-programs-store.ts';
import { readProgress, saveProgress } from './progress.ts';
import { everyAccount, everyHistory } from './reads/every-account.ts';
import { foresee } from './reads/foresee.ts';
import { quotePurchase, type ReadContext, readAccount } from './reads/read-account.ts';
import { readEntries, readEvent, readFeed, readPrivate, readStatement } from './reads/read-events.ts';
import { codeOfVoucher, findMember, findVoucher, hashAddress, readPerson } from './reads/read-owners.ts';
import { findReferrer, readReferralCode } from './reads/read-referral-codes.ts';
import { readSequences } from './reads/read-sequences.ts';
import { readBookTotals, readCounts } from './reads/read-totals.ts';
import { replayableHistories } from './reads/replayable.ts';
import { openReceiptsStore } from './receipts/open-receipts-store.ts';
import type { Answer, RecordRequest } from './requests.ts';
import { forgetRefusals } from './sweep/forget-refusals.ts';
import { keepSweeping, type Sweeping } from './sweep/keep-sweeping.ts';
import { sweepAccounts } from './sweep/sweep-accounts.ts';
import { verifyLedger } from './verify/verify-ledger.ts';

export interface LedgerOptions {
  readonly database: Database;
  /** How many buckets a new database gets; one that has data keeps its own (see `rebucket`). 1 when absent. */
  readonly buckets?: number;
  /** The real time; `Date.now` when absent. */
  readonly clock?: () => Instant;
  readonly log?: (line: string) => void;
}

const BATCH_CONNECTIONS_MOST = 8;
/** For readers that hold one while they go through the whole book. */
const READ_CONNECTIONS = 4;

export async function openLedger(options: LedgerOptions): Promise<Ledger> {
  const { database, clock = Date.now, log = () => undefined } = options;
  const buckets = await readBucketCount(database, options.buckets ?? 1);
  const connections = openConnections(database, Math.min(BATCH_CONNECTIONS_MOST, 2 * buckets) + READ_CONNECTIONS, log);
  const known = knownPrograms(database);
  const reading: ReadContext = { database, buckets, known, clock, connections };
  const queues = Array.from({ length: buckets }, (_, bucket) =>
    openBucketQueue({ bucket, buckets, connections, known, clock, cache: openAccountCache() }),
  );
  const queueOf = (account: string): BucketQueue => {
    const queue = queues[bucketOfText(account, buckets)];
    if (!queue) throw new Error('Every account has a bucket');
    return queue;
  };

  const record = (request: RecordRequest, takesReceipt = false): Promise<Answer> =>
    new Promise((answer, fail) => {
      const done = (given: Answer) => {
        const next = reroutedRequest(request, given);
        if (next === undefined) answer(given);
        else record(next, takesReceipt).then(answer, fail);
      };
      queueOf(request.account).push(newRequestJob({ request, takesReceipt, answer: done, fail }));
    });
  const advance = (program: string, account: string, until: Instant | undefined): Promise<number> =>
    new Promise((answer, fail) => {
      const waiting = { program, account, until, missing: [], attempts: 0 };
      queueOf(account).push({ kind: 'advance', ...waiting, answer, fail });
    });
  const sweeping = { database, buckets, known, clock, advance, record };
  let loop: Sweeping | undefined;
  let closing: Promise<void> | undefined;

  return {
    buckets,
    programs: openProgramsStore(database, known, clock),
    receipts: openReceiptsStore(reading, (request) => record(request, true)),
    record: (request) => record(request),
    quote: (request) => quotePurchase(reading, request),
    foresee: (program, account, asked) => foresee(reading, program, account, asked),
    sequences: (names) => readSequences(reading, names),
    account: (program, account, at) => readAccount(reading, program, account, at),
    statement: (program, account, page) => readStatement(reading, program, account, page),
    event: (program, id) => readEvent(reading, program, id),
    entries: (program, account, page) => readEntries(reading, program, account, page),
    feed: (program, page) => readFeed(reading, program, page),
    findMember: (program, identity) => findMember(reading, program, identity),
    findVoucher: (program, code) => findVoucher(reading, program, code),
    voucherCode: (program, account, voucher) => codeOfVoucher(reading, program, account, voucher),
    referralCode: (program, account, member) => readReferralCode(reading, program, account, member),
    findReferrer: (program, code) => findReferrer(reading, program, code),
    addressHash: (program, address) => hashAddress(reading, program, address),
    person: (program, account, member) => readPerson(reading, program, account, member),
    privateOf: (program, event) => readPrivate(reading, program, event),
    accounts: (program) => everyAccount(reading, program),
    histories: (program) => everyHistory(reading, program),
    replayable: (program, replaying) => replayableHistories(reading, program, replaying),
    bookTotals: (program) => readBookTotals(reading, program),
    counts: (program) => readCounts(reading, program),
    moveClock: (program, to) => moveClock(database, program, to),
    clock: (program) => readClock(database, program, clock()),
    sweep: (request) => sweepAccounts(sweeping, request),
    startSweeping: () => {
      loop ??= keepSweeping({
        sweep: (limit) => sweepAccounts(sweeping, { limit }),
        tidy: () => forgetRefusals(database, buckets, clock()),
        log,
      });
    },
    verify: (verifyOptions) => verifyLedger(reading, verifyOptions),
    exportCanonical: (program, write) => exportCanonical({ ...reading, ...sweeping }, program, write),
    progress: (name) => readProgress(database, name),
    saveProgress: (name, value) => saveProgress(database, name, value, clock()),
    close: () => {
      closing ??= (async () => {
        await loop?.stop();
        await Promise.all(queues.map((queue) => queue.idle()));
        await connections.close();
      })();
      return closing;
    },
  };
}
