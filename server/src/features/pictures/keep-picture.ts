import { hash } from 'node:crypto';
import type { Output } from '@trofast/contract';
import { type Context, type Failure, fail } from '../../context.ts';
import { pictureKind } from './picture-kind.ts';
import { deleteUnused, deleteUse, insertPicture, selectPicturesOf, upsertUse } from './queries.ts';

export type Picture = Output<'saveLogo'>;
type Where = Pick<Context, 'database' | 'program'>;
/** What may have a picture. */
type Use = 'logo' | 'reward';

const bytesMax = 1_000_000;

/** Keeps a picture under its content's hash and gives it to the named thing, in place of the one it had. */
export async function keepPicture(
  { database, program }: Where,
  use: Use,
  name: string,
  bytes: Uint8Array,
): Promise<Picture | Failure> {
  if (bytes.length > bytesMax) {
    return fail('too_large', { detail: `The picture has ${bytes.length} bytes; at most ${bytesMax} are kept.` });
  }
  const kind = pictureKind(bytes);
  if (!kind) return fail('not_a_picture', { detail: 'Save it as PNG, JPEG or WebP and send that.' });
  const content = Buffer.from(bytes);
  const digest = hash('sha256', content, 'hex').slice(0, 32);
  await database.transaction(async (client) => {
    await insertPicture(client, program, { hash: digest, kind, content });
    await upsertUse(client, program, use, name, digest);
    await deleteUnused(client, program);
  });
  return pictureView(program, { hash: digest, kind, bytes: bytes.length });
}

export async function dropPicture({ database, program }: Where, use: Use, name: string) {
  await database.transaction(async (client) => {
    await deleteUse(client, program, use, name);
    await deleteUnused(client, program);
  });
}

/** Pictures by the name of what has them. */
export async function picturesOf({ database, program }: Where, use: Use): Promise<ReadonlyMap<string, Picture>> {
  const rows = await selectPicturesOf(database, program, use);
  return new Map(rows.map((row) => [row.name, pictureView(program, row)]));
}

function pictureView(
  program: string,
  { hash, kind, bytes }: Omit<Picture, 'url'> & { readonly hash: string },
): Picture {
  return { url: `/pictures/${program}/${hash}`, kind, bytes };
}
