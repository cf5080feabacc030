import { NativeSelect, TextInput } from '@mantine/core';
import { fieldErrors, useOperation, useWrite } from '@trofast/ui';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { toast } from '../../shell/toast.ts';
import { ActionDialog } from './action-dialog.tsx';

export interface DialogProps {
  readonly memberId: string;
  readonly onClose: () => void;
}

/** Gives or takes points with a reason; above the limit a colleague has to approve. */
export function CorrectPoints({ memberId, onClose }: DialogProps) {
  const { t } = useTranslation();
  const page = useOperation('getMemberPage', { memberId });
  const currencies = Object.keys(page.data?.balances ?? {});
  const [currency, setCurrency] = useState('');
  const [amount, setAmount] = useState('');
  const [reason, setReason] = useState('');
  const correct = useWrite('askCorrection', {
    onDone: ({ approval }) => {
      toast(approval === undefined ? t('members.correct.done') : t('members.correct.waits'));
      onClose();
    },
  });
  const errors = fieldErrors(correct.error);
  const written = amount.trim().replace(',', '.').replace('−', '-');
  return (
    <ActionDialog
      title={t('members.correct.open')}
      text={t('members.correct.text')}
      does={t('members.correct.do')}
      error={correct.error}
      isPending={correct.isPending}
      isDisabled={!/^-?\d+(\.\d+)?$/.test(written) || reason.trim() === ''}
      onDo={() =>
        correct.mutate({
          memberId,
          amount: written,
          reason: reason.trim(),
          ...((currency || currencies[0]) && { currency: currency || currencies[0] }),
        } as Parameters<typeof correct.mutate>[0])
      }
      onClose={onClose}
    >
      {currencies.length > 1 && (
        <NativeSelect
          label={t('members.correct.currency')}
          value={currency || currencies[0] || ''}
          onChange={(event) => setCurrency(event.currentTarget.value)}
          data={currencies}
        />
      )}
      <TextInput
        label={t('members.correct.amount')}
        description={t('members.correct.amountHint')}
        inputMode="text"
        required
        withAsterisk={false}
        error={errors['amount']}
        value={amount}
        onChange={(event) => setAmount(event.currentTarget.value)}
      />
      <TextInput
        label={t('members.correct.reason')}
        required
        withAsterisk={false}
        error={errors['reason']}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
    </ActionDialog>
  );
}
