import { condition } from './condition.ts';
import { counterThreshold, sayThreshold, settleThreshold } from './counter-threshold.ts';
import { settingAt } from './setting-at.ts';

export const counterBelow = condition({
  code: 'counter_below',
  parameters: counterThreshold,
  sentence: {
    en: 'the total of {counter} is less than {amount}',
    da: '{counter} er mindre end {amount}',
    sv: '{counter} är mindre än {amount}',
    nb: '{counter} er mindre enn {amount}',
  },
  denial: {
    en: 'the total of {counter} is at least {amount}',
    da: '{counter} er mindst {amount}',
    sv: '{counter} är minst {amount}',
    nb: '{counter} er minst {amount}',
  },
  example: '- counter_below: { counter: visits, amount: 10 }',
  settle: settleThreshold,
  words: sayThreshold,
  reads: ({ counter }) => [`counter:${counter.id}`],
  test: (context, { counter, amount }) => {
    const wants = settingAt(amount, context);
    const has = context.read.counter(counter.id);
    return { holds: has < wants, has, wants };
  },
});
