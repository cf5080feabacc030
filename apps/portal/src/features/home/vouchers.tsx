import type { Output } from '@trofast/contract';
import { useTranslation } from 'react-i18next';
import { VoucherTicket } from './voucher-ticket.tsx';

export interface VouchersProps {
  readonly vouchers: Output<'getHome'>['vouchers'];
}

export function Vouchers({ vouchers }: VouchersProps) {
  const { t } = useTranslation();
  if (vouchers.length === 0) return null;
  return (
    <section aria-labelledby="vouchers">
      <h2 id="vouchers">{t('voucher.title')}</h2>
      <ul className="tickets">
        {vouchers.map((voucher) => (
          <li key={voucher.voucher}>
            <VoucherTicket voucher={voucher} />
          </li>
        ))}
      </ul>
    </section>
  );
}
