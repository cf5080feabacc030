import type { Output } from '@trofast/contract';
import { dateText, moneyText } from '@trofast/ui';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { lastDayBefore } from '../../amounts/days.ts';
import { CardSheet } from '../card/card-sheet.tsx';

export interface VoucherTicketProps {
  readonly voucher: Output<'getHome'>['vouchers'][number];
}

/** A voucher as a ticket; a touch shows its code for the till. */
export function VoucherTicket({ voucher }: VoucherTicketProps) {
  const { t, i18n } = useTranslation();
  const sheet = useRef<HTMLDialogElement>(null);
  const { name, code, state, from, until, remaining, currency } = voucher;
  const day = (text: string) => dateText(i18n.language, text);
  return (
    <>
      <button type="button" className="ticket" onClick={() => sheet.current?.showModal()}>
        <span className="ticket-main">
          <span className="ticket-name">{name}</span>
          <span className="quiet">
            {state === 'not_yet_valid'
              ? t('voucher.from', { day: day(from) })
              : until === undefined
                ? t('voucher.always')
                : t('voucher.until', { day: day(lastDayBefore(until)) })}
          </span>
        </span>
        {remaining !== undefined && currency !== undefined && (
          <span className="ticket-worth">{moneyText(i18n.language, remaining, currency)}</span>
        )}
        <span className="unseen">{t('voucher.show')}</span>
      </button>
      <CardSheet sheet={sheet} title={name} number={code} name={name} />
    </>
  );
}
