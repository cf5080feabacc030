import { z } from 'zod';
import { money } from '../document/leaves/numbers.ts';
import { reference } from '../document/leaves/references.ts';
import { condition } from './condition.ts';
import { settingAt } from './setting-at.ts';

export const spendAtLeast = condition({
  code: 'spend_at_least',
  parameters: z.strictObject({ base: reference('bases'), amount: money }),
  sentence: {
    en: 'at least {amount} is spent on {base}',
    da: 'der bruges mindst {amount} på {base}',
    sv: 'minst {amount} läggs på {base}',
    nb: 'det brukes minst {amount} på {base}',
  },
  denial: {
    en: 'less than {amount} is spent on {base}',
    da: 'der bruges mindre end {amount} på {base}',
    sv: 'mindre än {amount} läggs på {base}',
    nb: 'det brukes mindre enn {amount} på {base}',
  },
  example: '- spend_at_least: { base: goods, amount: 40 }',
  reads: ({ base }) => [`purchase.base:${base.id}`],
  test: (context, { base, amount }) => {
    const wants = settingAt(amount, context);
    const has = context.purchase?.amountOf(base) ?? 0;
    return { holds: context.purchase !== undefined && has >= wants, has, wants };
  },
});
