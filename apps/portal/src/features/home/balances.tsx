import { IconClockHour4, IconHourglassLow } from '@tabler/icons-react';
import type { Output } from '@trofast/contract';
import { dateText } from '@trofast/ui';
import { useTranslation } from 'react-i18next';
import { amountText, isSome } from '../../amounts/amounts.ts';
import { lastDayBefore } from '../../amounts/days.ts';

type Balance = Output<'getHome'>['balances'][number];

export interface BalancesProps {
  readonly balances: readonly Balance[];
}

/** Every currency with what is on its way and what goes next; the first stands on the card already. */
export function Balances({ balances }: BalancesProps) {
  const { t, i18n } = useTranslation();
  const say = (amount: string, balance: Balance) => amountText(i18n.language, amount, balance);
  return (
    <section className="panel" aria-label={t('balance.title')}>
      {balances.map((balance, index) => (
        <div key={balance.currency} className="balance">
          {index > 0 && <p className="balance-amount">{say(balance.available, balance)}</p>}
          <ul className="dates">
            {balance.becomes.slice(0, 2).map(({ amount, on }) => (
              <li key={`from ${on}`}>
                <IconHourglassLow size={18} aria-hidden />
                {t('balance.becomes', { amount: say(amount, balance), day: dateText(i18n.language, on) })}
              </li>
            ))}
            {balance.expires.slice(0, 2).map(({ amount, on }) => (
              <li key={`until ${on}`}>
                <IconClockHour4 size={18} aria-hidden />
                {t('balance.expires', {
                  amount: say(amount, balance),
                  day: dateText(i18n.language, lastDayBefore(on)),
                })}
              </li>
            ))}
            {isSome(balance.held) && <li>{t('balance.held', { amount: say(balance.held, balance) })}</li>}
            {isSome(balance.debt) && <li>{t('balance.debt', { amount: say(balance.debt, balance) })}</li>}
            {isPlain(balance) && <li>{t(isSome(balance.available) ? 'balance.stays' : 'balance.nothing')}</li>}
          </ul>
        </div>
      ))}
    </section>
  );
}

function isPlain({ becomes, expires, held, debt }: Balance): boolean {
  return becomes.length === 0 && expires.length === 0 && !isSome(held) && !isSome(debt);
}
