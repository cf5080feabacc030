import { Stack, Text } from '@mantine/core';
import { pointsText } from '@trofast/ui';
import { useTranslation } from 'react-i18next';
import { pointsName } from '../../device/own-till.ts';
import { Choice } from '../../frame/choice.tsx';
import { useQueue, useTill } from '../../frame/till-context.tsx';
import type { Found } from '../../selling/find-member.ts';
import { pointsOf } from '../../snapshots/left-to-spend.ts';
import type { Sale } from './use-sale.ts';

export interface UsesProps {
  readonly found: Found;
  readonly sale: Sale;
  readonly money: (amount: number) => string;
}

const shownMax = 8;

/** Vouchers, points and rewards that can be used now. */
export function Uses({ found: { seen, knownAt }, sale, money }: UsesProps) {
  const { t, i18n } = useTranslation();
  const { isOnline } = useQueue();
  const { own } = useTill();
  if (!seen) return null;
  const { allowance, payment } = sale;
  const ready = isOnline && knownAt === undefined ? seen.rewards.filter(({ state }) => state === 'ready') : [];
  const points = (text: string) => pointsText(i18n.language, text);
  return (
    <Stack gap="sm" className="till-uses">
      {allowance && payment.units > 0 && (
        <Choice isChosen={sale.paysWithPoints} onChange={sale.payWithPoints}>
          {t('sale.usePoints', {
            points: points(pointsOf(payment.units, allowance.payable.decimals)),
            name: allowance.payable.name,
            money: money(payment.worth),
          })}
        </Choice>
      )}
      {allowance?.isOffline && payment.units > 0 && sale.total === 0 && (
        <Text size="sm" c="dimmed">
          {t('sale.offlineLimit', { money: money(payment.worth) })}
        </Text>
      )}
      {seen.vouchers.length > 0 && <Text fw={600}>{t('sale.vouchers')}</Text>}
      {seen.vouchers.slice(0, shownMax).map(({ code, name, remaining }) => (
        <Choice key={code} isChosen={sale.vouchers.includes(code)} onChange={() => sale.toggle('vouchers', code)}>
          {remaining === undefined ? name : `${name} · ${money(remaining)}`}
        </Choice>
      ))}
      {ready.length > 0 && <Text fw={600}>{t('sale.rewards')}</Text>}
      {ready.slice(0, shownMax).map(({ reward, name, cost }) => (
        <Choice key={reward} isChosen={sale.rewards.includes(reward)} onChange={() => sale.toggle('rewards', reward)}>
          {t('sale.rewardFor', { name, points: `${points(cost.amount)} ${pointsName(own, cost.currency)}` })}
        </Choice>
      ))}
    </Stack>
  );
}
