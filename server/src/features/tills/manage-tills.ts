import { randomBytes } from 'node:crypto';
import type { Input, Output } from '@trofast/contract';
import type { Database } from '@trofast/db';
import { isZone } from '@trofast/engine';
import { type Answered, type Context, fail, type Malformed, malformed, reply } from '../../context.ts';
import { instantText } from '../../instants.ts';
import { clearPairing, insertTill, selectTill, selectTills, setCode, type TillRow, updateTill } from './queries.ts';
import { hashOfCode, newCode } from './till-tokens.ts';
import { tillView } from './till-view.ts';

const codeMinutes = 15;
const offlineLimitUnlessSaid = 20_000;

export interface NewTill {
  readonly program: string;
  readonly name: string;
  readonly store: string;
  readonly zone?: string;
  readonly offlineLimit?: number;
}

/** A till with the code that pairs its device. */
export async function addTill(
  database: Database,
  { program, name, store, zone, offlineLimit = offlineLimitUnlessSaid }: NewTill,
): Promise<{ readonly row: TillRow; readonly pairing: Output<'createPairingCode'> }> {
  const id = randomBytes(6).toString('hex');
  await insertTill(database, {
    program_id: program,
    id,
    name,
    store,
    zone: zone ?? null,
    offline_limit: offlineLimit,
    created_at: Date.now(),
  });
  const pairing = await giveCode(database, program, id);
  const row = await selectTill(database, program, id);
  if (!row || !pairing) throw new Error('A till that was added is there');
  return { row, pairing };
}

async function giveCode(
  database: Database,
  program: string,
  id: string,
): Promise<Output<'createPairingCode'> | undefined> {
  const code = newCode();
  const expiresAt = Date.now() + codeMinutes * 60_000;
  const isThere = await setCode(database, program, id, { hash: hashOfCode(code), expiresAt });
  return isThere ? { code, expiresAt: instantText(expiresAt) } : undefined;
}

export async function listTills({ database, program }: Context): Promise<Answered<Output<'listTills'>>> {
  return reply({ items: (await selectTills(database, program)).map(tillView) });
}

export async function createTill(
  { database, program }: Context,
  input: Input<'createTill'>,
): Promise<Answered<Output<'createTill'>>> {
  const wrong = wrongZone(input.zone);
  if (wrong) return wrong;
  const { row, pairing } = await addTill(database, { program, ...input });
  return reply({ till: tillView(row), pairing });
}

export async function changeTill(
  { database, program, tillTokens }: Context,
  { tillId, name, store, zone, offlineLimit }: Input<'changeTill'>,
): Promise<Answered<Output<'changeTill'>>> {
  const wrong = wrongZone(zone);
  if (wrong) return wrong;
  const row = await updateTill(database, program, tillId, {
    ...(name === undefined ? {} : { name }),
    ...(store === undefined ? {} : { store }),
    ...(zone === undefined ? {} : { zone }),
    ...(offlineLimit === undefined ? {} : { offline_limit: offlineLimit }),
  });
  tillTokens.forget(program, tillId);
  return row ? reply(tillView(row)) : fail('unknown_till');
}

export async function createPairingCode(
  { database, program, tillTokens }: Context,
  { tillId }: Input<'createPairingCode'>,
): Promise<Answered<Output<'createPairingCode'>>> {
  const pairing = await giveCode(database, program, tillId);
  tillTokens.forget(program, tillId);
  return pairing ? reply(pairing) : fail('unknown_till');
}

export async function unpairTill(
  { database, program, tillTokens }: Context,
  { tillId }: Input<'unpairTill'>,
): Promise<Answered<undefined>> {
  const isThere = await clearPairing(database, program, tillId, Date.now());
  tillTokens.forget(program, tillId);
  return isThere ? reply(undefined) : fail('unknown_till');
}

function wrongZone(zone: string | undefined): Malformed | undefined {
  if (zone === undefined || isZone(zone)) return undefined;
  return malformed('/zone', 'This is no time zone. Write it like Europe/London.');
}
