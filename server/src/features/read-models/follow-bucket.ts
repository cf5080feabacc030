import type { ClientBase } from '@trofast/db';
import { type Account, type Program, upgraded } from '@trofast/engine';
import type { Ledger } from '@trofast/ledger';
import type { Context } from '../../context.ts';
import { storedPerson } from '../members/index.ts';
import type { FollowedEvent } from './followed-event.ts';
import {
  deleteFound,
  deleteNotes,
  deleteSummaries,
  insertStays,
  insertWords,
  type Named,
  type SummaryRow,
  upsertSummaries,
} from './member-queries.ts';
import { addDays, lockPlace, type Place, savePlace, selectAccounts, selectEvents, selectPersons } from './queries.ts';
import { type Days, summariseDays } from './summarise-days.ts';
import { changesPersons, memberWords, presentMembers, staysOf, summariseMember } from './summarise-members.ts';

export const eventsAtOnce = 500;
/** Behind every event of a batch. */
export const endOfBatch = 2_147_483_647;

/** Reads the next events of a bucket into the tables of the screens, in one transaction; answers how many there were. */
export async function followBucket(
  { database, ledger }: Pick<Context, 'database' | 'ledger'>,
  { bucket, head }: Place,
): Promise<number> {
  return await database.transaction(async (client) => {
    const place = await lockPlace(client, bucket);
    if (!place) return 0;
    const events = await selectEvents(client, bucket, place, eventsAtOnce);
    if (events.length > 0) await takeIn(client, ledger, bucket, events);
    const last = events.at(-1);
    // Whatever was committed before the head was read has been seen; a batch may be without events.
    const isAtEnd = events.length < eventsAtOnce && head > (last?.batch ?? place.batch);
    if (isAtEnd) await savePlace(client, bucket, head, endOfBatch);
    else if (last) await savePlace(client, bucket, last.batch, last.ordinal);
    return events.length;
  });
}

interface Touched {
  readonly program: Program;
  readonly account: Account;
  readonly events: readonly FollowedEvent[];
}

async function takeIn(client: ClientBase, ledger: Ledger, bucket: number, events: readonly FollowedEvent[]) {
  const touched = await touchedAccounts(client, ledger, bucket, events);
  const days = summariseDays(events, ({ program_id, account_id }) => {
    const known = touched.get(nameOf(program_id, account_id));
    return known && { market: known.account.market, program: known.program };
  });
  await addDays(client, days);
  await writeMembers(client, bucket, [...touched.values()], days);
}

async function touchedAccounts(
  client: ClientBase,
  ledger: Ledger,
  bucket: number,
  events: readonly FollowedEvent[],
): Promise<ReadonlyMap<string, Touched>> {
  const byAccount = Map.groupBy(events, ({ program_id, account_id }) => nameOf(program_id, account_id));
  const names = [...byAccount.values()].flatMap(([first]) =>
    first ? [{ program: first.program_id, account: first.account_id }] : [],
  );
  const programs = new Map<string, Program>();
  for (const id of new Set(names.map(({ program }) => program))) {
    const newest = (await ledger.programs.load(id))?.versions.at(-1)?.program;
    if (newest) programs.set(id, newest);
  }
  const touched = new Map<string, Touched>();
  for (const { program_id, id, document } of await selectAccounts(client, bucket, names)) {
    const program = programs.get(program_id);
    const name = nameOf(program_id, id);
    if (!program) continue;
    touched.set(name, { program, account: upgraded(JSON.parse(document)), events: byAccount.get(name) ?? [] });
  }
  return touched;
}

async function writeMembers(client: ClientBase, bucket: number, touched: readonly Touched[], { accountDays }: Days) {
  const renamed = touched.filter(({ events }) => events.some(changesPersons));
  const persons = new Map<string, string>();
  const names = renamed.map(({ program, account }) => ({ program: program.id, account: account.id }));
  for (const { program_id, member_id, body } of await selectPersons(client, bucket, names)) {
    persons.set(nameOf(program_id, member_id), body ?? '{}');
  }
  const bought = Map.groupBy(accountDays, ({ program, account }) => nameOf(program, account));
  const summaries = touched.flatMap(({ program, account, events }): SummaryRow[] => {
    const days = bought.get(nameOf(program.id, account.id)) ?? [];
    const isRenamed = events.some(changesPersons);
    return presentMembers(account).map(([id, member]) => ({
      ...summariseMember(account, program, id, member),
      program: program.id,
      person: isRenamed ? persons.get(nameOf(program.id, id)) : undefined,
      purchases: days.reduce((sum, { purchases }) => sum + purchases, 0),
      lastPurchase: days.length === 0 ? undefined : Math.max(...days.map(({ day }) => day)),
    }));
  });
  await upsertSummaries(client, summaries);
  await writeFound(client, renamed, persons);
}

/** Words and lists of everybody on these accounts, written anew; nothing of who has gone. */
async function writeFound(client: ClientBase, renamed: readonly Touched[], persons: ReadonlyMap<string, string>) {
  const named = (keep: (touched: Touched, member: string) => boolean): readonly Named[] =>
    renamed.flatMap((touched) =>
      Object.keys(touched.account.members)
        .filter((member) => keep(touched, member))
        .map((member) => ({ program: touched.program.id, member })),
    );
  const isPresent = ({ account }: Touched, member: string) => presentMembers(account).some(([id]) => id === member);
  const isErased = ({ account }: Touched, member: string) =>
    account.erased === true || account.members[member]?.erased === true;
  await deleteFound(
    client,
    named(() => true),
  );
  await deleteSummaries(
    client,
    named((touched, member) => !isPresent(touched, member)),
  );
  await deleteNotes(client, named(isErased));
  const present = renamed.flatMap(({ program, account }) =>
    presentMembers(account).map(([id, member]) => ({ program: program.id, id, member })),
  );
  await insertWords(
    client,
    present.flatMap(({ program, id, member }) =>
      memberWords(id, member, storedPerson(JSON.parse(persons.get(nameOf(program, id)) ?? '{}'))).map((word) => ({
        ...{ program, member: id, word },
      })),
    ),
  );
  await insertStays(
    client,
    present.flatMap(({ program, id, member }) => staysOf(id, member).map((stay) => ({ program, ...stay }))),
  );
}

function nameOf(program: string, id: string): string {
  return `${program} ${id}`;
}
