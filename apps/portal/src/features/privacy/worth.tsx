import { moneyText, ProblemAlert, useOperation, Waiting } from '@trofast/ui';
import { useTranslation } from 'react-i18next';
import { amountText } from '../../amounts/amounts.ts';
import { useMembership } from '../../look/membership.tsx';

/** What the program has given the member, and what it has cost. */
export function Worth() {
  const { t, i18n } = useTranslation();
  const { home } = useMembership();
  const { data, error, isPending } = useOperation('getMyWorth', {});
  const money = (amount: number, currency: string) => moneyText(i18n.language, amount, currency);
  return (
    <section className="panel" aria-labelledby="worth">
      <h2 id="worth">{t('worth.title')}</h2>
      {isPending && <Waiting lines={2} />}
      <ProblemAlert error={error} />
      {data?.money.map(({ currency, purchases, returned, vouchers, discounts, gifts, gave, fees }) => (
        <dl key={currency} className="worth">
          <Line name={t('worth.gave')} text={money(gave, currency)} isSum />
          {vouchers > 0 && <Line name={t('worth.vouchers')} text={money(vouchers, currency)} />}
          {discounts > 0 && <Line name={t('worth.discounts')} text={money(discounts, currency)} />}
          {gifts > 0 && <Line name={t('worth.gifts')} text={money(gifts, currency)} />}
          <Line name={t('worth.fees')} text={money(fees, currency)} isSum />
          <Line name={t('worth.purchases')} text={money(purchases - returned, currency)} />
        </dl>
      ))}
      {data?.points.map(({ currency, earned, spent, expired }) => {
        const unit = home.balances.find((balance) => balance.currency === currency);
        if (unit === undefined) return null;
        const say = (amount: string) => amountText(i18n.language, amount, unit);
        return (
          <dl key={currency} className="worth">
            <Line name={t('worth.earned')} text={say(earned)} />
            <Line name={t('worth.spent')} text={say(spent)} />
            <Line name={t('worth.expired')} text={say(expired)} />
          </dl>
        );
      })}
    </section>
  );
}

interface LineProps {
  readonly name: string;
  readonly text: string;
  readonly isSum?: boolean;
}

function Line({ name, text, isSum = false }: LineProps) {
  return (
    <div data-sum={isSum}>
      <dt>{name}</dt>
      <dd>{text}</dd>
    </div>
  );
}
