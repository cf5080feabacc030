import type { Output } from '@trofast/contract';
import { eventKindOf, localeOf, moneyText } from '@trofast/ui';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { signedAmountText } from '../../amounts/amounts.ts';
import { ActivityWhy } from './activity-why.tsx';

export interface ActivityRowProps {
  readonly item: Output<'listMyActivity'>['items'][number];
  readonly balances: Output<'getHome'>['balances'];
}

/** What happened in a line; opened, what followed and why. */
export function ActivityRow({ item, balances }: ActivityRowProps) {
  const { t, i18n } = useTranslation();
  const [isOpen, setOpen] = useState(false);
  const { kind, occurredAt, store, by, moved, money, sentences } = item;
  const day = new Intl.DateTimeFormat(localeOf(i18n.language), { dateStyle: 'medium' }).format(new Date(occurredAt));
  // What time alone has done is better told by what followed than by a name.
  const named = eventKindOf(kind);
  const told = named === 'clock' || named === 'other' ? sentences[0] : undefined;
  const title = told ?? t(`activity.kinds.${named}`);
  const where = [day, store, by, money && moneyText(i18n.language, money.amount, money.currency)].filter(Boolean);
  return (
    <details className="activity" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        <span className="activity-main">
          <span className="activity-kind">{title}</span>
          <span className="quiet">{where.join(' · ')}</span>
        </span>
        <span className="activity-moved">
          {moved.map(({ currency, amount }) => {
            const unit = balances.find((balance) => balance.currency === currency) ?? { name: { one: '', other: '' } };
            return (
              <span key={currency} data-less={amount.startsWith('-')}>
                {signedAmountText(i18n.language, amount, unit)}
              </span>
            );
          })}
        </span>
      </summary>
      <div className="activity-inside">
        {sentences.map((sentence) => (
          <p key={sentence}>{sentence}</p>
        ))}
        {isOpen && <ActivityWhy eventId={item.id} />}
      </div>
    </details>
  );
}
