import { z } from 'zod';
import { operation } from './operation.ts';
import { Picture } from './rewards.ts';
import { CurrencyCode, CurrencyKey, Locale, Name, ProgramId } from './values.ts';

const Colour = z
  .string()
  .regex(/^#[0-9a-fA-F]{6}$/)
  .meta({ id: 'Colour', examples: ['#0B6E4F'] });

const Brand = z
  .object({
    name: z.string(),
    logo: Picture.exactOptional(),
    primary: Colour,
    onPrimary: Colour.meta({ description: 'What is read on `primary`: contrast 4.5:1 or more.' }),
    accent: Colour,
    onAccent: Colour,
  })
  .meta({ id: 'Brand' });

const Market = z
  .object({ id: z.string(), name: z.string(), currency: CurrencyCode, zone: z.string() })
  .meta({ id: 'MarketSummary' });

const Store = z
  .object({ id: Name, name: z.string(), market: z.string(), zone: z.string() })
  .meta({ id: 'Store', description: 'A shop; purchases name it by its id.' });

const CostPerPoint = z
  .array(
    z.strictObject({
      currency: CurrencyKey,
      money: CurrencyCode,
      cost: z
        .string()
        .regex(/^\d{1,9}(\.\d{1,9})?$/)
        .meta({ description: 'In whole units of the money.', examples: ['0.01'] }),
    }),
  )
  .max(100)
  .meta({
    id: 'CostPerPoint',
    description: "What a point costs the shop; the program's own figure where none is said.",
  });

const Settings = z
  .object({
    brand: Brand,
    markets: z.array(Market),
    languages: z.array(Locale),
    costPerPoint: CostPerPoint,
    approvalAbove: z
      .int()
      .exactOptional()
      .meta({ description: 'Corrections of more points need a colleague. The program may say less; never more.' }),
    programApprovalAbove: z.int().exactOptional().meta({ description: 'What the program itself says.' }),
  })
  .meta({ id: 'Settings' });

const params = z.object({ programId: ProgramId });

export const settings = {
  getBrand: operation({
    method: 'GET',
    path: '/v1/programs/{programId}/brand',
    scope: 'none',
    summary: 'How a program looks, and which languages it speaks: anyone may see it',
    params,
    output: z.object({ brand: Brand, languages: z.array(Locale), markets: z.array(Market) }),
    refusals: ['unknown_program'],
  }),
  getSettings: operation({
    method: 'GET',
    path: '/v1/settings',
    scope: 'settings:read',
    summary: 'The settings of the program that are not in its document',
    output: Settings,
    refusals: ['not_published'],
  }),
  changeSettings: operation({
    method: 'PATCH',
    path: '/v1/settings',
    scope: 'settings:write',
    summary: 'Change settings; what is left out stays',
    description: 'A colour on which neither white nor black can be read at 4.5:1 is refused.',
    body: z
      .strictObject({
        name: Name.exactOptional(),
        primary: Colour.exactOptional(),
        accent: Colour.exactOptional(),
        costPerPoint: CostPerPoint.exactOptional(),
        approvalAbove: z
          .int()
          .min(0)
          .nullable()
          .exactOptional()
          .meta({ description: 'None of the settings’ own with `null`.' }),
      })
      .meta({ id: 'SettingsInput' }),
    output: Settings,
    refusals: ['unknown_currency', 'not_published'],
  }),
  saveLogo: operation({
    method: 'PUT',
    path: '/v1/settings/logo',
    scope: 'settings:write',
    summary: 'Give the program a logo',
    description: 'PNG, JPEG or WebP of at most 1 MB, known by its first bytes.',
    takes: 'application/octet-stream',
    body: z.custom<Uint8Array>(),
    output: Picture,
    refusals: ['not_a_picture', 'too_large', 'not_published'],
  }),
  removeLogo: operation({
    method: 'DELETE',
    path: '/v1/settings/logo',
    scope: 'settings:write',
    summary: 'Take the logo away',
    output: z.undefined(),
    status: 204,
    refusals: ['not_published'],
  }),
  listStores: operation({
    method: 'GET',
    path: '/v1/stores',
    scope: 'settings:read',
    summary: 'The stores of the program',
    output: z.object({ items: z.array(Store) }),
    refusals: ['not_published'],
  }),
  saveStore: operation({
    method: 'PUT',
    path: '/v1/stores/{storeId}',
    scope: 'settings:write',
    summary: 'Add a store, or change it',
    params: z.object({ storeId: Name }),
    body: z
      .strictObject({
        name: Name,
        market: Name.exactOptional().meta({ description: "The program's only market when absent." }),
        zone: Name.exactOptional().meta({ description: "The market's when absent." }),
      })
      .meta({ id: 'StoreInput' }),
    output: Store,
    refusals: ['unknown_market', 'not_published'],
  }),
  removeStore: operation({
    method: 'DELETE',
    path: '/v1/stores/{storeId}',
    scope: 'settings:write',
    summary: 'Remove a store from the settings; what was recorded there stays',
    params: z.object({ storeId: Name }),
    output: z.undefined(),
    status: 204,
    refusals: ['unknown_store', 'not_published'],
  }),
};
