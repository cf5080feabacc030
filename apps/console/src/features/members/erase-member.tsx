import { Checkbox } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useWrite } from '@trofast/ui';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { toast } from '../../shell/toast.ts';
import { ActionDialog } from './action-dialog.tsx';
import type { DialogProps } from './correct-points.tsx';

/** Deletes all that names a person. There is no way back, so it takes a tick. */
export function EraseMember({ memberId, onClose }: DialogProps) {
  const { t } = useTranslation();
  const go = useNavigate();
  const [isSure, setSure] = useState(false);
  const erase = useWrite('eraseMember', {
    onDone: () => {
      toast(t('members.erase.done'));
      void go({ to: '/members' });
    },
  });
  return (
    <ActionDialog
      title={t('members.erase.open')}
      text={t('members.erase.text')}
      does={t('members.erase.do')}
      error={erase.error}
      isPending={erase.isPending}
      isDangerous
      isDisabled={!isSure}
      onDo={() => erase.mutate({ memberId })}
      onClose={onClose}
    >
      <Checkbox
        label={t('members.erase.sure')}
        checked={isSure}
        onChange={(event) => setSure(event.currentTarget.checked)}
      />
    </ActionDialog>
  );
}
