import { z } from 'zod';
import { text } from '../document/leaves/texts.ts';
import { quoted } from '../explain/known-codes.ts';
import { condition } from './condition.ts';

export const attributeIs = condition({
  code: 'attribute_is',
  parameters: z.strictObject({ name: text, value: text }),
  sentence: {
    en: '{name} is {value}',
    da: '{name} er {value}',
    sv: '{name} är {value}',
    nb: '{name} er {value}',
  },
  denial: {
    en: '{name} is not {value}',
    da: '{name} ikke er {value}',
    sv: '{name} inte är {value}',
    nb: '{name} ikke er {value}',
  },
  example: '- attribute_is: { name: profile, value: complete }',
  words: ({ name, value }, { locale }) => ({ name: quoted(name, locale), value: quoted(value, locale) }),
  reads: ({ name }) => [`attribute:${name}`],
  test: ({ read }, { name, value }) => {
    const has = read.attribute(name);
    return { holds: has === value, ...(has === null ? {} : { has }), wants: value };
  },
});
