import { z } from 'zod';
import { operation } from './operation.ts';
import { DocumentProblem } from './problem.ts';
import { Password, StaffSession } from './staff.ts';
import { CurrencyCode, Email, Instant, Locale, Name, ProgramId } from './values.ts';

const TemplateId = z
  .string()
  .min(1)
  .max(100)
  .meta({ id: 'TemplateId', examples: ['points-for-a-webshop'] });

/** A number of the template that a shop sets as it likes. */
const TemplateNumber = z
  .object({
    id: z.string(),
    label: z.string(),
    unit: z.enum(['money', 'points', 'percent', 'days', 'months', 'times']),
    value: z.number().meta({ description: 'As a person writes it: 49.5 for money, 10 for ten percent.' }),
    least: z.number(),
    most: z.number(),
    step: z.number(),
  })
  .meta({ id: 'TemplateNumber' });

const Section = z
  .object({ heading: z.string(), sentences: z.array(z.string()) })
  .meta({ id: 'ProgramSection', description: 'A part of a program in plain sentences.' });

const Template = z
  .object({
    id: TemplateId,
    name: z.string(),
    about: z.string().meta({ description: 'What it is for, in a sentence.' }),
    country: z.string(),
    numbers: z.array(TemplateNumber),
    sections: z.array(Section),
  })
  .meta({ id: 'Template', description: 'A program to begin with.' });

const Country = z
  .object({ code: z.string(), name: z.string(), currency: CurrencyCode, zone: z.string(), locale: Locale })
  .meta({ id: 'Country', description: 'Where a shop is, with its money, its zone and its language.' });

const chosen = {
  country: z.string().max(10).meta({ description: 'One of the countries that the templates come with.' }),
  currency: CurrencyCode.exactOptional().meta({ description: "The country's own when absent." }),
  numbers: z
    .record(z.string(), z.number())
    .exactOptional()
    .meta({ description: "By id of the template's numbers; those left out stay.", maxProperties: 50 }),
  name: Name.exactOptional().meta({ description: "The program's name; the template's when absent." }),
};

const locale = Locale.exactOptional().meta({ description: 'The language; `Accept-Language` when absent.' });

export const setup = {
  redeemWelcome: operation({
    method: 'POST',
    path: '/v1/setup/owner',
    scope: 'none',
    summary: "Become the first owner, with the link that the server's start printed; signed in at once",
    body: z.strictObject({
      token: z.string().min(20).max(200).meta({ description: 'What stands behind `#` in the link.' }),
      name: Name,
      email: Email,
      password: Password,
      locale: Locale.exactOptional(),
    }),
    output: StaffSession,
    status: 201,
    refusals: ['link_invalid', 'rate_limited', 'origin_refused'],
  }),
  listTemplates: operation({
    method: 'GET',
    path: '/v1/setup/templates',
    scope: 'staff:self',
    summary: 'Programs to begin with, in plain sentences',
    query: z.strictObject({ locale }),
    output: z.object({ items: z.array(Template), countries: z.array(Country) }),
    refusals: [],
  }),
  previewTemplate: operation({
    method: 'POST',
    path: '/v1/setup/templates/{templateId}/preview',
    scope: 'staff:self',
    summary: 'A template in plain sentences, with the numbers of a shop',
    params: z.object({ templateId: TemplateId }),
    body: z.strictObject({ ...chosen, locale }),
    output: z.object({
      numbers: z.array(TemplateNumber),
      sections: z.array(Section),
      problems: z.array(DocumentProblem),
    }),
    refusals: ['unknown_template'],
  }),
  createShop: operation({
    method: 'POST',
    path: '/v1/setup/shops',
    scope: 'staff:self',
    summary: 'Make a program from a template and put it in force',
    description:
      'For an owner. It answers all that a shop needs to begin: an API key (this once), the members’ portal, and a code that pairs the first till.',
    body: z.strictObject({
      ...chosen,
      template: TemplateId,
      programId: ProgramId.exactOptional().meta({ description: 'Made from the name when absent.' }),
      organisation: z
        .string()
        .max(100)
        .exactOptional()
        .meta({ description: 'Id of the organisation; needed only by an owner of several.' }),
      organisationName: Name.exactOptional().meta({ description: 'Names the organisation, too.' }),
      store: Name.exactOptional().meta({ description: 'Id of the first store, where the first till stands.' }),
      sandbox: z.boolean().exactOptional().meta({ description: 'To try: its clock only moves when told.' }),
    }),
    output: z
      .object({
        program: z.object({ id: ProgramId, name: z.string(), version: z.int() }),
        key: z.object({ id: z.string(), name: z.string(), secret: z.string() }),
        portal: z.string().meta({ description: "Address of the members' portal." }),
        till: z.object({
          id: z.string(),
          name: z.string(),
          code: z.string().meta({ description: 'Typed at the till, once.' }),
          expiresAt: Instant,
          address: z.string().meta({ description: 'Where the till is opened.' }),
        }),
      })
      .meta({ id: 'NewShop' }),
    status: 201,
    refusals: ['unknown_template', 'program_exists', 'document_invalid', 'origin_refused'],
  }),
};
