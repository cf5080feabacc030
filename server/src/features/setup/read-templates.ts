import type { Input, Output } from '@trofast/contract';
import { type Locale, readProgram, tellParts } from '@trofast/engine';
import { type Answered, type Context, fail, isRefused, reply } from '../../context.ts';
import { countries, countryViews } from './countries.ts';
import { type Filled, fillTemplate } from './fill-template.ts';
import { readChoice } from './template-choice.ts';
import { type Template, templates } from './templates.ts';

export async function listTemplates(
  { locale: preferred }: Context,
  { locale = preferred }: Input<'listTemplates'>,
): Promise<Answered<Output<'listTemplates'>>> {
  const known = await templates();
  return reply({ items: known.map((template) => templateView(template, locale)), countries: countryViews(locale) });
}

export async function previewTemplate(
  { locale: preferred }: Context,
  { templateId, locale = preferred, ...said }: Input<'previewTemplate'>,
): Promise<Answered<Output<'previewTemplate'>>> {
  const template = (await templates()).find(({ id }) => id === templateId);
  if (!template) return fail('unknown_template');
  const choice = readChoice(template, said);
  if (isRefused(choice)) return choice;
  const filled = fillTemplate(template, choice);
  const read = readProgram(filled.text);
  const problems = 'problems' in read ? [...read.problems] : [];
  return reply({ numbers: numberViews(filled, locale), sections: sectionViews(filled.text, locale), problems });
}

/** As the template stands, in its own country and money. */
function templateView(template: Template, locale: Locale): Output<'listTemplates'>['items'][number] {
  const read = readProgram(template.text);
  if ('problems' in read) throw new Error(`The template ${template.id} has mistakes`);
  const { name, markets } = read.program;
  const country = countries.find(({ code }) => markets.has(code));
  if (!country) throw new Error(`The template ${template.id} is of no known country`);
  const filled = fillTemplate(template, { country, currency: country.currency, numbers: {} });
  return {
    id: template.id,
    name: name[locale] ?? template.id,
    about: template.about[locale],
    country: country.code,
    numbers: numberViews(filled, locale),
    sections: sectionViews(filled.text, locale),
  };
}

function numberViews({ numbers }: Filled, locale: Locale): Output<'previewTemplate'>['numbers'] {
  return numbers.map(({ id, label, unit, value, least, most, step }) => ({
    id,
    label: label[locale],
    unit,
    value,
    least,
    most,
    step,
  }));
}

function sectionViews(text: string, locale: Locale): Output<'previewTemplate'>['sections'] {
  const read = readProgram(text);
  if ('problems' in read) return [];
  return tellParts(read.program, locale).map(({ heading, parts }) => ({
    heading,
    sentences: parts.flatMap(({ paragraphs }) => [...paragraphs]),
  }));
}
