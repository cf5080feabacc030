import type { Output } from '@trofast/contract';
import { lazy, Suspense, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { bareAmountText, nameFor } from '../../amounts/amounts.ts';
import type { Brand } from '../../look/brand.ts';
import { CardSheet } from './card-sheet.tsx';
import { spaced } from './spaced.ts';

const QrCode = lazy(async () => ({ default: (await import('./qr-code.tsx')).QrCode }));

export interface MemberCardProps {
  readonly me: Output<'getMe'>;
  readonly balance: Output<'getHome'>['balances'][number] | undefined;
  readonly level: string | undefined;
  readonly brand: Brand | undefined;
}

/** The card as one shows it; a touch makes its codes large. */
export function MemberCard({ me, balance, level, brand }: MemberCardProps) {
  const { t, i18n } = useTranslation();
  const sheet = useRef<HTMLDialogElement>(null);
  const { number } = me.card;
  return (
    <>
      <button type="button" className="card" onClick={() => sheet.current?.showModal()}>
        <span className="unseen">{t('card.open')}</span>
        <span className="card-top">
          {brand?.brand.logo ? (
            <img src={brand.brand.logo.url} alt="" className="card-logo" />
          ) : (
            <span className="card-program">{me.program.name}</span>
          )}
          {level !== undefined && <span className="card-level">{level}</span>}
        </span>
        <span className="card-middle">
          {balance && (
            <span className="card-balance">
              <strong data-testid="balance">{bareAmountText(i18n.language, balance.available, balance)}</strong>
              {balance.money === undefined && <span>{nameFor(balance.available, balance)}</span>}
            </span>
          )}
          <span className="card-qr">
            <Suspense fallback={null}>
              <QrCode text={number} label={t('card.qr')} />
            </Suspense>
          </span>
        </span>
        <span className="card-bottom">
          <span>{me.member.name ?? ''}</span>
          <span className="card-number">{spaced(number)}</span>
        </span>
      </button>
      <CardSheet sheet={sheet} number={number} name={me.member.name} />
    </>
  );
}
