import { Button, Menu } from '@mantine/core';
import type { Output } from '@trofast/contract';
import { useFace } from '@trofast/ui';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useStaff } from '../../shell/staff.tsx';
import { toast } from '../../shell/toast.ts';
import { CorrectPoints } from './correct-points.tsx';
import { EraseMember } from './erase-member.tsx';
import { RecordPurchase } from './record-purchase.tsx';
import { RecordReturn } from './record-return.tsx';

export interface ActionsProps {
  readonly memberId: string;
  readonly member: Output<'getMember'>;
}

type Action = 'correct' | 'purchase' | 'return' | 'erase';

/** What staff may do for a member. */
export function Actions({ memberId }: ActionsProps) {
  const { t } = useTranslation();
  const { client } = useFace();
  const { may } = useStaff();
  const [action, setAction] = useState<Action>();
  const close = () => setAction(undefined);
  const exportData = async () => {
    const found = await client.exportMember({ memberId }).catch(() => undefined);
    if (found === undefined) return toast(t('members.exportFailed'));
    const link = document.createElement('a');
    link.href = URL.createObjectURL(new Blob([JSON.stringify(found, undefined, 2)], { type: 'application/json' }));
    link.download = `${memberId}.json`;
    link.click();
    URL.revokeObjectURL(link.href);
  };
  return (
    <>
      {may('corrections:write') && <Button onClick={() => setAction('correct')}>{t('members.correct.open')}</Button>}
      <Menu position="bottom-end" width={240}>
        <Menu.Target>
          <Button variant="default">{t('members.more')}</Button>
        </Menu.Target>
        <Menu.Dropdown>
          {may('purchases:write') && (
            <Menu.Item onClick={() => setAction('purchase')}>{t('members.purchase.open')}</Menu.Item>
          )}
          {may('returns:write') && (
            <Menu.Item onClick={() => setAction('return')}>{t('members.return.open')}</Menu.Item>
          )}
          <Menu.Item onClick={() => void exportData()}>{t('members.export')}</Menu.Item>
          {may('members:erase') && (
            <Menu.Item color="red" onClick={() => setAction('erase')}>
              {t('members.erase.open')}
            </Menu.Item>
          )}
        </Menu.Dropdown>
      </Menu>
      {action === 'correct' && <CorrectPoints memberId={memberId} onClose={close} />}
      {action === 'purchase' && <RecordPurchase memberId={memberId} onClose={close} />}
      {action === 'return' && <RecordReturn memberId={memberId} onClose={close} />}
      {action === 'erase' && <EraseMember memberId={memberId} onClose={close} />}
    </>
  );
}
