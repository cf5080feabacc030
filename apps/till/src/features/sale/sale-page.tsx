import { Button, Stack, TextInput } from '@mantine/core';
import { ProblemError } from '@trofast/sdk';
import { moneyText, ProblemAlert } from '@trofast/ui';
import { useTranslation } from 'react-i18next';
import { useTill } from '../../frame/till-context.tsx';
import type { View } from '../../frame/use-view.ts';
import type { Found } from '../../selling/find-member.ts';
import { Keypad } from './keypad.tsx';
import { Lines } from './lines.tsx';
import { Sums } from './sums.tsx';
import { useSale } from './use-sale.ts';
import { Uses } from './uses.tsx';
import { Who } from './who.tsx';

export interface SalePageProps {
  readonly found: Found;
  readonly show: (view: View) => void;
}

/** Who it is, what they can use, and how much it is. */
export function SalePage({ found, show }: SalePageProps) {
  const { t, i18n } = useTranslation();
  const { currency } = useTill().own.setup;
  const sale = useSale(found, (sold) => show({ name: 'result', sold }));
  const money = (amount: number) => moneyText(i18n.language, amount, currency);
  const type = (digits: string) => sale.setAmount(Number(`${sale.amount === 0 ? '' : sale.amount}${digits}`));
  return (
    <form
      className="till-sale"
      onSubmit={(event) => {
        event.preventDefault();
        void sale.record();
      }}
    >
      <Stack gap="md">
        <Who found={found} />
        <Uses found={found} sale={sale} money={money} />
      </Stack>
      <Stack gap="sm">
        <Lines lines={sale.lines} money={money} onRemove={sale.removeLine} />
        <TextInput
          className="till-amount"
          label={t('sale.amount')}
          ref={focusInPlace}
          inputMode="none"
          autoComplete="off"
          value={money(sale.amount)}
          onChange={(event) => sale.setAmount(Number(event.currentTarget.value.replaceAll(/\D/g, '')))}
          onKeyDown={(event) => {
            if (event.key !== 'Backspace') return;
            event.preventDefault();
            sale.setAmount(Math.floor(sale.amount / 10));
          }}
        />
        <Keypad onDigits={type} onErase={() => sale.setAmount(Math.floor(sale.amount / 10))} />
        <Button variant="default" size="md" disabled={sale.amount === 0} onClick={sale.addLine}>
          {t('sale.addLine')}
        </Button>
        <Sums sale={sale} money={money} />
        {sale.problem && <ProblemAlert error={new ProblemError(sale.problem)} />}
        <div className="till-last">
          <Button type="submit" size="xl" fullWidth loading={sale.isBusy} disabled={sale.total === 0}>
            {t('sale.record', { amount: money(sale.total) })}
          </Button>
        </div>
      </Stack>
    </form>
  );
}

/** Typing begins at once, and who it is stays in sight. */
function focusInPlace(field: HTMLInputElement | null) {
  field?.focus({ preventScroll: true });
}
