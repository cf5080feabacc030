import type { Input, Output } from '@trofast/contract';
import { refuse } from '@trofast/engine';
import { type Answered, type Context, fail, isRefused, type Malformed, malformed, reply } from '../../context.ts';
import { dropPicture, keepPicture } from '../pictures/index.ts';
import { contrast, contrastLeast, readableOn } from './contrast.ts';
import { upsertSettings } from './queries.ts';
import { newestOf, type StoredSettings, settingsView, storedSettings } from './read-settings.ts';

export async function changeSettings(
  context: Context,
  input: Input<'changeSettings'>,
): Promise<Answered<Output<'changeSettings'>>> {
  const newest = newestOf(context);
  if (!newest) return fail('not_published');
  const unreadable = unreadableColour('primary', input.primary) ?? unreadableColour('accent', input.accent);
  if (unreadable) return unreadable;
  const unknown = input.costPerPoint?.find(({ currency }) => !newest.currencies.has(currency));
  if (unknown) return refuse('unknown_currency', { currency: unknown.currency });

  const { approvalAbove, ...others } = input;
  const { approvalAbove: earlier, ...kept } = await storedSettings(context);
  const limit = approvalAbove === undefined ? earlier : (approvalAbove ?? undefined);
  const changed: StoredSettings = { ...kept, ...others, ...(limit === undefined ? {} : { approvalAbove: limit }) };
  await upsertSettings(context.database, context.program, JSON.stringify(changed));
  return reply(await settingsView(context, newest));
}

export async function saveLogo(context: Context, { body }: Input<'saveLogo'>): Promise<Answered<Output<'saveLogo'>>> {
  const kept = await keepPicture(context, 'logo', '', body);
  return isRefused(kept) ? kept : reply(kept);
}

export async function removeLogo(context: Context): Promise<Answered<undefined>> {
  await dropPicture(context, 'logo', '');
  return reply(undefined);
}

function unreadableColour(field: string, colour: string | undefined): Malformed | undefined {
  if (colour === undefined || contrast(readableOn(colour), colour) >= contrastLeast) return undefined;
  return malformed(`/${field}`, 'Neither white nor black can be read on it. Choose a darker or a lighter one.');
}
