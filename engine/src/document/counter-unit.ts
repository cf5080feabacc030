import { formatDecimal, formatShortMoney, formatShortPoints } from '../explain/formats.ts';
import { saySetting } from '../explain/settings.ts';
import type { Counter, Currency, Setting } from '../program.ts';
import type { AmountUnit } from './leaves/amounts.ts';
import type { Speech } from './unbound.ts';

/** What an amount of a counter is counted in. */
export function unitOfCounter(counter: Counter, currencies: ReadonlyMap<string, Currency>): AmountUnit {
  if (counter.unit === 'money') return { kind: 'money' };
  const currency = counter.counts.kind === 'earned' ? currencies.get(counter.counts.currency) : undefined;
  return currency === undefined ? { kind: 'times' } : { kind: 'points', currency };
}

/** An amount of a counter in words: money, points or a number. */
export function sayCounted(amount: Setting<number>, counter: Counter, speech: Speech): string {
  const { locale, program } = speech;
  const currency = counter.counts.kind === 'earned' ? program.currencies.get(counter.counts.currency) : undefined;
  return saySetting(amount, speech, (value, market) => {
    if (counter.unit === 'money') return formatShortMoney(value, market?.currency ?? '', locale);
    return currency === undefined ? formatDecimal(String(value), locale) : formatShortPoints(value, currency, locale);
  });
}
