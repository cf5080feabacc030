import { z } from 'zod';
import { nameIn, reference } from '../document/leaves/references.ts';
import { quoted } from '../explain/known-codes.ts';
import { condition } from './condition.ts';

export const onList = condition({
  code: 'on_list',
  parameters: z.strictObject({ list: reference('lists') }),
  sentence: {
    en: 'the member is on the list {list}',
    da: 'medlemmet står på listen {list}',
    sv: 'medlemmen står på listan {list}',
    nb: 'medlemmet står på listen {list}',
  },
  denial: {
    en: 'the member is not on the list {list}',
    da: 'medlemmet ikke står på listen {list}',
    sv: 'medlemmen inte står på listan {list}',
    nb: 'medlemmet ikke står på listen {list}',
  },
  example: '- on_list: { list: staff }',
  words: ({ list }, { locale }) => ({ list: quoted(nameIn(list.name, locale), locale) }),
  reads: ({ list }) => [`list:${list.id}`],
  test: ({ read }, { list }) => ({ holds: read.isOn(list.id) }),
});
