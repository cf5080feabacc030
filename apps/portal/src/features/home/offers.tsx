import { Button } from '@mantine/core';
import type { Output } from '@trofast/contract';
import { dateText, ProblemAlert, useOperation, useWrite } from '@trofast/ui';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { lastDayBefore } from '../../amounts/days.ts';
import { ProgressBar } from './progress-bar.tsx';
import { withoutName } from './without-name.ts';

type Offer = Output<'listMyOffers'>['items'][number];

/** Offers that are open, or wait to be activated. */
export function Offers() {
  const { t } = useTranslation();
  const { data } = useOperation('listMyOffers', {});
  const items = data?.items.filter(({ state }) => state === 'open' || state === 'to_activate') ?? [];
  if (items.length === 0) return null;
  return (
    <section aria-labelledby="offers">
      <h2 id="offers">{t('offer.title')}</h2>
      <ul className="rows">
        {items.map((offer) => (
          <li key={offer.offer}>
            <OfferRow offer={offer} />
          </li>
        ))}
      </ul>
    </section>
  );
}

interface OfferRowProps {
  readonly offer: Offer;
}

function OfferRow({ offer }: OfferRowProps) {
  const { t, i18n } = useTranslation();
  const [id] = useState(() => crypto.randomUUID());
  const activate = useWrite('activateMyOffer');
  const { name, sentence, state, until, progress, code } = offer;
  return (
    <div className="reward">
      <div className="reward-main">
        <p className="reward-name">{name}</p>
        <p className="quiet">{withoutName(sentence, name)}</p>
        {until !== undefined && (
          <p className="quiet">{t('voucher.until', { day: dateText(i18n.language, lastDayBefore(until)) })}</p>
        )}
        {progress && <ProgressBar progress={progress} label={name} />}
        {code !== undefined && <p className="arithmetic">{code}</p>}
        <ProblemAlert error={activate.error} />
      </div>
      {state === 'to_activate' && (
        <Button
          loading={activate.isPending}
          onClick={() => activate.mutate({ id, offerId: offer.offer })}
          aria-label={t('offer.activateNamed', { name })}
        >
          {t('offer.activate')}
        </Button>
      )}
    </div>
  );
}
