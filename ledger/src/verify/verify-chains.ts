import type { ClientBase } from '@trofast/db';
import { type Account, type Entry, entriesOf, fold, holdingsOf, unopened, upgraded } from '@trofast/engine';
import { type AccountDocument, type BookEvent, entryLine, streamAccounts, streamEvents } from '../book/book-streams.ts';
import { chainHash, chainStart, privateHash } from '../book/hashes.ts';
import { sortedJson } from '../book/sorted-json.ts';
import { foldableOf } from '../book/stored-events.ts';
import type { Fault, VerifyCounts, VerifyPosition, VerifyProgress } from './report.ts';

interface Verifying {
  readonly client: ClientBase;
  readonly bucket: number;
  readonly from?: VerifyPosition;
  readonly counts: { -readonly [Name in keyof VerifyCounts]: number };
  readonly note: (fault: Fault) => void;
  readonly onProgress?: (progress: VerifyProgress) => void;
}

/** One account while its events go by. */
interface Walking {
  readonly program: string;
  readonly id: string;
  account: Account;
  head: Buffer;
  holdings: Map<string, number>;
  isBroken: boolean;
}

const PROGRESS_EVERY = 500;

/** Accounts and their events side by side, both in the order of program and account. */
export async function verifyChains(verifying: Verifying): Promise<void> {
  const { client, bucket, from, counts } = verifying;
  const [accounts, events] = await Promise.all([
    streamAccounts(client, bucket, undefined, from),
    streamEvents(client, bucket, undefined, from),
  ]);
  const entriesBefore = counts.entries;
  for (let row = accounts.current(); row; row = accounts.current()) {
    const walking = startOf(row);
    for (let event = events.current(); event && isNotAfter(event, row); event = events.current()) {
      if (isOf(event, row)) walkEvent(verifying, walking, event);
      else noteOrphan(verifying, event);
      const waiting = events.next();
      if (waiting) await waiting;
    }
    finishAccount(verifying, walking, row);
    const waiting = accounts.next();
    if (waiting) await waiting;
  }
  for (let event = events.current(); event; event = events.current()) {
    noteOrphan(verifying, event);
    await events.next();
  }
  if (from === undefined) await verifyEntryCount(verifying, counts.entries - entriesBefore);
}

function startOf({ program_id, id }: AccountDocument): Walking {
  return {
    program: program_id,
    id,
    account: unopened(id),
    head: chainStart(program_id, id),
    holdings: new Map(),
    isBroken: false,
  };
}

function walkEvent(verifying: Verifying, walking: Walking, row: BookEvent) {
  const { counts } = verifying;
  counts.events += 1;
  const fault = (what: string) => {
    walking.isBroken = true;
    const { program, id: account } = walking;
    verifying.note({ bucket: verifying.bucket, program, account, sequence: row.sequence, what });
  };
  if (row.sequence !== walking.account.sequence + 1) {
    fault(`events are missing: ${walking.account.sequence + 1} to ${row.sequence - 1}`);
  }
  const hash = chainHash(walking.head, row);
  if (!hash.equals(row.hash)) fault('the event is not what was recorded, or the one before it is not');
  walking.head = row.hash;
  if (!isPrivateWhole(row)) fault('what is personal in the event is not what was recorded');

  try {
    const recorded = foldableOf(row);
    const entries = entriesOf(recorded);
    counts.entries += entries.length;
    if (entries.map(entryLine).join('\n') !== (row.entries ?? '')) fault('the entries are not those of its facts');
    for (const entry of entries) addEntry(walking.holdings, entry);
    walking.account = fold(walking.account, recorded);
  } catch (error) {
    fault(`the facts cannot be folded: ${error instanceof Error ? error.message : String(error)}`);
    walking.account = { ...walking.account, sequence: row.sequence };
  }
}

/** The chain covers a private row only by its salted hash, so that it can go. */
function isPrivateWhole({ privateHash: recorded, privateBody, salt }: BookEvent): boolean {
  if (recorded === null || privateBody == null || salt === null) return true;
  return privateHash(salt, privateBody).equals(recorded);
}

/** Credits less debits; a debt grows by debits. */
function addEntry(holdings: Map<string, number>, { debit, credit, currency, amount }: Entry) {
  const add = (account: string, by: number) => {
    const name = `${account} ${currency}`;
    holdings.set(name, (holdings.get(name) ?? 0) + by);
  };
  add(debit, debit === 'debt' ? amount : -amount);
  add(credit, credit === 'debt' ? -amount : amount);
}

function finishAccount(verifying: Verifying, walking: Walking, row: AccountDocument) {
  const { counts, bucket, note, onProgress } = verifying;
  const { program, id: account } = walking;
  const fault = (what: string) => note({ bucket, program, account, what });
  counts.accounts += 1;
  if (row.sequence !== walking.account.sequence) {
    fault(`the account says ${row.sequence} events, the chain has ${walking.account.sequence}`);
  }
  if (!row.head.equals(walking.head)) fault('the head of the chain is not the hash of its last event');
  if (!walking.isBroken) verifyAccount(walking, row.document, fault);
  if (counts.accounts % PROGRESS_EVERY === 0) onProgress?.({ ...counts, bucket, position: { program, account } });
}

function verifyAccount(walking: Walking, document: string, fault: (what: string) => void) {
  const folded = JSON.stringify(walking.account);
  if (folded !== document && sortedJson(JSON.parse(folded)) !== sortedJson(upgraded(JSON.parse(document)))) {
    fault('the account is not the fold of its facts');
  }
  const owned = holdingsOf(walking.account);
  for (const name of new Set([...Object.keys(owned), ...ownNames(walking.holdings)])) {
    const [says, sums] = [owned[name] ?? 0, walking.holdings.get(name) ?? 0];
    if (says !== sums) fault(`${name}: the account says ${says}, its entries add up to ${sums}`);
  }
}

/** Of the book's accounts, those that belong to the loyalty account. */
function ownNames(holdings: ReadonlyMap<string, number>): readonly string[] {
  return [...holdings.keys()].filter((name) => /^(points|held|debt|voucher:[^ ]+) /.test(name));
}

/** Entries without an event show only in the count. */
async function verifyEntryCount({ client, bucket, note }: Verifying, expected: number) {
  const { rows } = await client.query<{ entries: number }>('select count(*) as entries from entry where bucket = $1', [
    bucket,
  ]);
  const entries = rows[0]?.entries ?? 0;
  if (entries !== expected) note({ bucket, what: `there are ${entries} entries, the events have ${expected}` });
}

function noteOrphan({ bucket, note }: Verifying, event: BookEvent) {
  const { program_id: program, account_id: account, sequence } = event;
  note({ bucket, program, account, sequence, what: 'the event has no account' });
}

function isOf(event: BookEvent, account: AccountDocument): boolean {
  return event.account_id === account.id && event.program_id === account.program_id;
}

function isNotAfter(event: BookEvent, account: AccountDocument): boolean {
  if (event.program_id !== account.program_id) return event.program_id < account.program_id;
  return event.account_id <= account.id;
}
