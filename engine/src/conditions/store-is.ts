import { z } from 'zod';
import { listOf } from '../document/leaf.ts';
import { text } from '../document/leaves/texts.ts';
import type { Speech } from '../document/unbound.ts';
import { listWithOr } from '../explain/formats.ts';
import { named } from '../explain/known-codes.ts';
import { condition } from './condition.ts';

export const storeIs = condition({
  code: 'store_is',
  parameters: z.strictObject({ stores: listOf(text) }),
  sentence: {
    en: 'it happens in the store {stores}',
    da: 'det sker i butikken {stores}',
    sv: 'det sker i butiken {stores}',
    nb: 'det skjer i butikken {stores}',
  },
  denial: {
    en: 'it does not happen in the store {stores}',
    da: 'det ikke sker i butikken {stores}',
    sv: 'det inte sker i butiken {stores}',
    nb: 'det ikke skjer i butikken {stores}',
  },
  example: '- store_is: { stores: [covent-garden] }',
  words: ({ stores }, speech) => ({ stores: sayStores(stores, speech) }),
  say: (code, speech) => (code === '' ? '' : sayStores([code], speech)),
  reads: ['store'],
  keys: ({ stores }) => stores.map((store) => `store:${store}`),
  test: ({ store }, { stores }) => ({
    holds: store !== undefined && stores.includes(store),
    ...(store === undefined ? {} : { has: store }),
    wants: stores.join(', '),
  }),
});

function sayStores(stores: readonly string[], speech: Speech): string {
  return listWithOr(
    stores.map((store) => named(store, speech) ?? store),
    speech.locale,
  );
}
