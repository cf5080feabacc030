import { condition } from './condition.ts';
import { counterThreshold, sayThreshold, settleThreshold, soFar } from './counter-threshold.ts';
import { settingAt } from './setting-at.ts';

export const counterBelow = condition({
  code: 'counter_below',
  parameters: counterThreshold,
  sentence: {
    en: 'the total of {counter}{including} is less than {amount}',
    da: 'summen af {counter}{including} er mindre end {amount}',
    sv: 'summan av {counter}{including} är mindre än {amount}',
    nb: 'summen av {counter}{including} er mindre enn {amount}',
  },
  denial: {
    en: 'the total of {counter}{including} is at least {amount}',
    da: 'summen af {counter}{including} er mindst {amount}',
    sv: 'summan av {counter}{including} är minst {amount}',
    nb: 'summen av {counter}{including} er minst {amount}',
  },
  example: '- counter_below: { counter: visits, amount: 10 }',
  settle: settleThreshold,
  words: sayThreshold,
  reads: ({ counter }) => [`counter:${counter.id}`],
  test: (context, { counter, amount, including }) => {
    const wants = settingAt(amount, context);
    const has = soFar(context, counter, including);
    return { holds: has < wants, has, wants };
  },
});
