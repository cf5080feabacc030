import { z } from 'zod';
import { text } from '../document/leaves/texts.ts';
import { condition } from './condition.ts';

export const codeEntered = condition({
  code: 'code_entered',
  parameters: z.strictObject({ code: text }),
  sentence: {
    en: 'the code {code} is entered',
    da: 'koden {code} er indtastet',
    sv: 'koden {code} har angetts',
    nb: 'koden {code} er oppgitt',
  },
  denial: {
    en: 'the code {code} is not entered',
    da: 'koden {code} ikke er indtastet',
    sv: 'koden {code} inte har angetts',
    nb: 'koden {code} ikke er oppgitt',
  },
  example: '- code_entered: { code: SPRING }',
  reads: ['purchase.codes'],
  keys: ({ code }) => [`code:${code}`],
  test: ({ purchase }, { code }) => ({ holds: purchase?.codes.includes(code) ?? false, wants: code }),
});
