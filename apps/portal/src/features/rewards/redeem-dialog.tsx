import { Button } from '@mantine/core';
import type { Output } from '@trofast/contract';
import { ProblemAlert, useWrite } from '@trofast/ui';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { amountText } from '../../amounts/amounts.ts';
import { Question } from '../../look/question.tsx';

export interface RedeemDialogProps {
  readonly reward: Output<'listMyRewards'>['items'][number];
  readonly balances: Output<'listMyRewards'>['balances'];
  readonly onClose: () => void;
  readonly onDone: (vouchers: Output<'redeemMyReward'>['vouchers']) => void;
}

/** Asks once more before points are spent. */
export function RedeemDialog({ reward, balances, onClose, onDone }: RedeemDialogProps) {
  const { t, i18n } = useTranslation();
  // One key for this question: however often the button is pressed and the request is sent, it is taken once.
  const [id] = useState(() => crypto.randomUUID());
  const redeem = useWrite('redeemMyReward', { onDone: ({ vouchers }) => onDone(vouchers) });
  const balance = balances.find(({ currency }) => currency === reward.cost.currency);
  const cost = amountText(i18n.language, reward.cost.amount, balance ?? { name: { one: '', other: '' } });
  return (
    <Question title={reward.name} onClose={onClose}>
      <p>{t('reward.question', { cost })}</p>
      <ProblemAlert error={redeem.error} />
      <div className="buttons">
        <Button variant="default" onClick={onClose}>
          {t('reward.no')}
        </Button>
        <Button loading={redeem.isPending} onClick={() => redeem.mutate({ id, reward: reward.reward })}>
          {t('reward.yes', { cost })}
        </Button>
      </div>
    </Question>
  );
}
