import type { Input, Output } from '@trofast/contract';
import { nameOfKey, type Program } from '@trofast/engine';
import { type Answered, type Context, fail, reply } from '../../context.ts';
import { picturesOf } from '../pictures/index.ts';
import { readableOn } from './contrast.ts';
import { selectSettings } from './queries.ts';

type Settings = Output<'getSettings'>;
type Where = Pick<Context, 'database' | 'program'>;

/** What the shop has chosen; what is absent is as usual. */
export interface StoredSettings {
  readonly name?: string;
  readonly primary?: string;
  readonly accent?: string;
  readonly costPerPoint?: Settings['costPerPoint'];
  readonly approvalAbove?: number;
}

/** Until the shop chooses its own. */
export const usualColours = { primary: '#0b6e4f', accent: '#f2b705' } as const;

export async function storedSettings({ database, program }: Where): Promise<StoredSettings> {
  return JSON.parse((await selectSettings(database, program)) ?? '{}');
}

export async function getSettings(context: Context): Promise<Answered<Settings>> {
  const newest = newestOf(context);
  return newest ? reply(await settingsView(context, newest)) : fail('not_published');
}

export async function settingsView(
  { locale, ...context }: Where & Pick<Context, 'locale'>,
  newest: Program,
): Promise<Settings> {
  const stored = await storedSettings(context);
  const { approvalAbove } = newest.corrections;
  return {
    brand: await brandView(context, newest, stored, locale),
    markets: marketsOf(newest, locale),
    languages: [...newest.languages],
    costPerPoint: stored.costPerPoint ?? [],
    ...(stored.approvalAbove === undefined ? {} : { approvalAbove: stored.approvalAbove }),
    ...(approvalAbove === undefined ? {} : { programApprovalAbove: approvalAbove }),
  };
}

export async function getBrand(
  { ledger, database, locale }: Context,
  { programId }: Input<'getBrand'>,
): Promise<Answered<Output<'getBrand'>>> {
  const newest = (await ledger.programs.load(programId))?.versions.at(-1)?.program;
  if (!newest) return fail('unknown_program', { detail: 'It has not been published yet.' });
  const context = { database, program: programId };
  return reply({
    brand: await brandView(context, newest, await storedSettings(context), locale),
    languages: [...newest.languages],
    markets: marketsOf(newest, locale),
  });
}

/** Above how many points a correction of this currency needs a colleague: the stricter of program and settings. */
export async function approvalLimit(context: Where, program: Program, currency: string): Promise<number | undefined> {
  const { approvalAbove: own } = await storedSettings(context);
  const limits = [own, program.corrections.approvalAbove].filter((limit) => limit !== undefined);
  if (limits.length === 0) return undefined;
  const decimals = program.currencies.get(nameOfKey(currency))?.decimals ?? 0;
  return Math.min(...limits) * 10 ** decimals;
}

export function newestOf({ programs }: Pick<Context, 'programs'>): Program | undefined {
  return programs.versions.at(-1)?.program;
}

async function brandView(
  context: Where,
  newest: Program,
  { name, primary = usualColours.primary, accent = usualColours.accent }: StoredSettings,
  locale: Context['locale'],
): Promise<Settings['brand']> {
  const logo = (await picturesOf(context, 'logo')).get('');
  return {
    name: name ?? newest.name[locale] ?? newest.name.en ?? newest.id,
    ...(logo ? { logo } : {}),
    primary,
    onPrimary: readableOn(primary),
    accent,
    onAccent: readableOn(accent),
  };
}

function marketsOf(newest: Program, locale: Context['locale']): Settings['markets'] {
  return [...newest.markets.values()].map(({ id, name, currency, zone }) => ({
    id,
    name: name[locale] ?? name.en ?? id,
    currency,
    zone,
  }));
}
