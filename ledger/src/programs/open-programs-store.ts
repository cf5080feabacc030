import { hash, randomBytes } from 'node:crypto';
import type { Database } from '@trofast/db';
import { type Instant, readProgram } from '@trofast/engine';
import type { KnownPrograms } from './known-programs.ts';
import type {
  Draft,
  NewProgram,
  ProgramClock,
  ProgramRow,
  ProgramsStore,
  PublishedVersion,
  PublishRequest,
} from './programs-store.ts';

/** A later version of a real-clock program starts this long after it was published, so that no batch can miss it. */
const REAL_START_DELAY = 1000;

export function openProgramsStore(database: Database, known: KnownPrograms, now: () => Instant): ProgramsStore {
  return {
    create: (program) => createProgram(database, program, now()),
    list: () => listPrograms(database),
    get: async (id) => (await listPrograms(database, id))[0],
    draft: (id) => readDraft(database, id),
    saveDraft: (id, text, ifMatch) => saveDraft(database, id, text, ifMatch),
    publish: (id, request) => publishVersion(database, id, request, now()),
    versions: (id) => listVersions(database, id),
    versionText: (id, number) => readVersionText(database, id, number),
    load: async (id) => (await known.find(id))?.programs,
  };
}

async function createProgram(database: Database, program: NewProgram, now: Instant): Promise<boolean> {
  const organisation = program.organisation ?? 'default';
  return await database.transaction(async (client) => {
    await client.query(
      'insert into organisation (id, name, created_at) values ($1, $1, $2) on conflict (id) do nothing',
      [organisation, now],
    );
    const { rowCount } = await client.query(
      `insert into program (id, organisation_id, name, clock, sandbox_time, settings, versions, secret, created_at)
       values ($1, $2, $3, $4, $5, $6, 0, $7, $8)
       on conflict (id) do nothing`,
      [
        program.id,
        organisation,
        program.name,
        program.clock,
        program.clock === 'sandbox' ? (program.sandboxTime ?? now) : null,
        JSON.stringify(program.settings ?? {}),
        randomBytes(32),
        now,
      ],
    );
    return rowCount === 1;
  });
}

interface ListedProgram {
  readonly id: string;
  readonly organisation_id: string;
  readonly name: string;
  readonly clock: ProgramClock;
  readonly sandbox_time: Instant | null;
  readonly settings: string;
  readonly versions: number;
}

async function listPrograms(database: Database, id?: string): Promise<readonly ProgramRow[]> {
  const { rows } = await database.query<ListedProgram>(
    `select id, organisation_id, name, clock, sandbox_time, settings, versions
     from program where $1::text is null or id = $1 order by id`,
    [id ?? null],
  );
  return rows.map((row) => ({
    id: row.id,
    organisation: row.organisation_id,
    name: row.name,
    clock: row.clock,
    ...(row.sandbox_time !== null && { sandboxTime: row.sandbox_time }),
    settings: JSON.parse(row.settings),
    versions: row.versions,
  }));
}

async function readDraft(database: Database, id: string): Promise<Draft | undefined> {
  const { rows } = await database.query<{ draft: string | null; draft_etag: string | null }>(
    'select draft, draft_etag from program where id = $1',
    [id],
  );
  const row = rows[0];
  return row?.draft != null && row.draft_etag !== null ? { text: row.draft, etag: row.draft_etag } : undefined;
}

async function saveDraft(database: Database, id: string, text: string, ifMatch?: string): Promise<Draft | undefined> {
  const etag = etagOf(text);
  const { rowCount } = await database.query(
    'update program set draft = $2, draft_etag = $3 where id = $1 and ($4::text is null or draft_etag = $4)',
    [id, text, etag, ifMatch ?? null],
  );
  return rowCount === 1 ? { text, etag } : undefined;
}

function etagOf(text: string): string {
  return hash('sha256', text, 'hex').slice(0, 32);
}

async function publishVersion(database: Database, id: string, request: PublishRequest, now: Instant) {
  const read = readProgram(request.text);
  if ('problems' in read) return { problems: read.problems };

  return await database.transaction(async (client): Promise<PublishedVersion> => {
    const { rows } = await client.query<{ sandbox_time: Instant | null; versions: number; last: Instant | null }>(
      `select sandbox_time, versions,
              (select max(from_at) from program_version where program_id = program.id) as last
       from program where id = $1 for update`,
      [id],
    );
    const program = rows[0];
    if (!program) throw new Error(`There is no program ${id}`);

    const number = program.versions + 1;
    const from = startOfVersion(program, request.from, now);
    await client.query(
      `insert into program_version (program_id, number, from_at, text, published_at, actor, note)
       values ($1, $2, $3, $4, $5, $6, $7)`,
      [id, number, from, request.text, now, request.actor ?? null, request.note ?? null],
    );
    // A draft in which nobody was writing goes on from what is in force now.
    await client.query(
      `update program p set versions = $2,
         draft = case when k.is_idle then $3 else p.draft end,
         draft_etag = case when k.is_idle then $4 else p.draft_etag end
       from (
         select p.draft is null or p.draft = (
           select v.text from program_version v where v.program_id = $1 and v.number = $2 - 1
         ) as is_idle
         from program p where p.id = $1
       ) k
       where p.id = $1`,
      [id, number, request.text, etagOf(request.text)],
    );
    return { number, from, publishedAt: now, ...authorship(request) };
  });
}

/** The first version may start whenever one likes; a later one only after everything that has been decided. */
function startOfVersion(
  program: { readonly sandbox_time: Instant | null; readonly last: Instant | null },
  wanted: Instant | undefined,
  now: Instant,
): Instant {
  const clock = program.sandbox_time ?? now;
  if (program.last === null) return wanted ?? clock;
  const next = program.sandbox_time === null ? clock + REAL_START_DELAY : clock + 1;
  return Math.max(wanted ?? next, next, program.last + 1);
}

async function listVersions(database: Database, id: string): Promise<readonly PublishedVersion[]> {
  const { rows } = await database.query<{
    number: number;
    from_at: Instant;
    published_at: Instant;
    actor: string | null;
    note: string | null;
  }>('select number, from_at, published_at, actor, note from program_version where program_id = $1 order by number', [
    id,
  ]);
  return rows.map((row) => ({
    number: row.number,
    from: row.from_at,
    publishedAt: row.published_at,
    ...authorship(row),
  }));
}

function authorship({ actor, note }: { actor?: string | null | undefined; note?: string | null | undefined }) {
  return { ...(actor != null && { actor }), ...(note != null && { note }) };
}

async function readVersionText(database: Database, id: string, number: number): Promise<string | undefined> {
  const { rows } = await database.query<{ text: string }>(
    'select text from program_version where program_id = $1 and number = $2',
    [id, number],
  );
  return rows[0]?.text;
}
