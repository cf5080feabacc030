import { type Input, KEY_SCOPES, type Output } from '@trofast/contract';
import type { Locale } from '@trofast/engine';
import { readProgram } from '@trofast/engine';
import {
  type Answered,
  type Context,
  type Failure,
  fail,
  isRefused,
  type Malformed,
  malformed,
  reply,
} from '../../context.ts';
import { issueKey } from '../keys/index.ts';
import { settings } from '../settings/index.ts';
import { selectMemberships } from '../staff/index.ts';
import { addTill } from '../tills/index.ts';
import { fillTemplate } from './fill-template.ts';
import { programIdOf } from './program-id-of.ts';
import { renameOrganisation } from './queries.ts';
import { readChoice } from './template-choice.ts';
import { templates } from './templates.ts';

const firstStore = 'main';

const names: Readonly<Record<Locale, { readonly key: string; readonly till: string }>> = {
  en: { key: 'Web shop', till: 'Till 1' },
  da: { key: 'Webshop', till: 'Kasse 1' },
  sv: { key: 'Webbutik', till: 'Kassa 1' },
  nb: { key: 'Nettbutikk', till: 'Kasse 1' },
};

/** From a template to a program in force, with all that a shop needs to begin. */
export async function createShop(
  context: Context,
  input: Input<'createShop'>,
): Promise<Answered<Output<'createShop'>>> {
  const { database, source, locale } = context;
  const template = (await templates()).find(({ id }) => id === input.template);
  if (!template) return fail('unknown_template');
  const organisation = await organisationOf(context, input.organisation);
  if (typeof organisation !== 'string') return organisation;
  const programId = input.programId ?? programIdOf(input.name ?? template.id, await idsTaken(context));
  const choice = readChoice(template, { ...input, programId });
  if (isRefused(choice)) return choice;
  const program = await publish(context, fillTemplate(template, choice).text, organisation, input.sandbox ?? false);
  if (isRefused(program)) return program;

  if (input.organisationName !== undefined) await renameOrganisation(database, organisation, input.organisationName);
  const words = names[locale];
  const key = await issueKey(database, { program: programId, name: words.key, scopes: KEY_SCOPES });
  const store = input.store ?? firstStore;
  await addStore(context, programId, store, input.store ?? program.name);
  const till = { program: programId, name: words.till, store };
  const { row, pairing } = await addTill(database, till);
  return reply({
    program,
    key: { id: key.row.id, name: key.row.name, secret: key.secret },
    portal: `${source.origin}/portal/${programId}`,
    till: { id: row.id, name: row.name, ...pairing, address: `${source.origin}/till` },
  });
}

/** So that the console's list of stores begins with the one where the first till stands. */
async function addStore(context: Context, program: string, storeId: string, name: string) {
  const programs = await context.ledger.programs.load(program);
  if (programs) await settings.saveStore({ ...context, program, programs }, { storeId, name });
}

async function idsTaken({ ledger }: Context): Promise<ReadonlySet<string>> {
  return new Set((await ledger.programs.list()).map(({ id }) => id));
}

/** The one that the shop belongs to: an owner's own. */
async function organisationOf(
  { database, caller }: Context,
  wanted: string | undefined,
): Promise<string | Failure | Malformed> {
  const memberships = await selectMemberships(database, caller.staff?.id ?? '');
  const owned = memberships.filter(({ role }) => role === 'owner').map(({ organisation_id }) => organisation_id);
  const found = wanted === undefined ? owned[0] : owned.find((id) => id === wanted);
  if (found === undefined)
    return fail('scope_missing', { detail: 'Only an owner of the organisation makes programs.' });
  if (wanted === undefined && owned.length > 1) {
    return malformed('/organisation', `You own several: say one of ${owned.join(', ')}.`);
  }
  return found;
}

async function publish(
  { ledger, caller }: Context,
  text: string,
  organisation: string,
  isSandbox: boolean,
): Promise<Output<'createShop'>['program'] | Failure> {
  const read = readProgram(text);
  if ('problems' in read) return fail('document_invalid', { problems: read.problems });
  const { id, name } = read.program;
  const said = name.en ?? Object.values(name)[0] ?? id;
  const isNew = await ledger.programs.create({ id, name: said, organisation, clock: isSandbox ? 'sandbox' : 'real' });
  if (!isNew) return fail('program_exists');
  await ledger.programs.saveDraft(id, text);
  const published = await ledger.programs.publish(id, { text, actor: caller.name });
  if ('problems' in published) return fail('document_invalid', { problems: published.problems });
  return { id, name: said, version: published.number };
}
