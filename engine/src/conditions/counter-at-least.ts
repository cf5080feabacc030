import { condition } from './condition.ts';
import { counterThreshold, sayThreshold, settleThreshold } from './counter-threshold.ts';
import { settingAt } from './setting-at.ts';

export const counterAtLeast = condition({
  code: 'counter_at_least',
  parameters: counterThreshold,
  sentence: {
    en: 'the total of {counter} is at least {amount}',
    da: 'summen af {counter} er mindst {amount}',
    sv: 'summan av {counter} är minst {amount}',
    nb: 'summen av {counter} er minst {amount}',
  },
  denial: {
    en: 'the total of {counter} is less than {amount}',
    da: 'summen af {counter} er mindre end {amount}',
    sv: 'summan av {counter} är mindre än {amount}',
    nb: 'summen av {counter} er mindre enn {amount}',
  },
  example: '- counter_at_least: { counter: visits, amount: 10 }',
  settle: settleThreshold,
  words: sayThreshold,
  reads: ({ counter }) => [`counter:${counter.id}`],
  test: (context, { counter, amount }) => {
    const wants = settingAt(amount, context);
    const has = context.read.counter(counter.id);
    return { holds: has >= wants, has, wants };
  },
});
