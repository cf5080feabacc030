import { Button } from '@mantine/core';
import type { Output } from '@trofast/contract';
import { EmptyState, ProblemAlert, useOperation, Waiting } from '@trofast/ui';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useTitle } from '../../look/use-title.ts';
import { VoucherTicket } from '../home/voucher-ticket.tsx';
import { RedeemDialog } from './redeem-dialog.tsx';
import { RewardRow } from './reward-row.tsx';

type Reward = Output<'listMyRewards'>['items'][number];

/** What can be had, what is near, and what else there is. */
export function RewardsPage() {
  const { t } = useTranslation();
  useTitle(t('tabs.rewards'));
  const rewards = useOperation('listMyRewards', {});
  const [chosen, choose] = useState<Reward>();
  const [got, setGot] = useState<Output<'redeemMyReward'>['vouchers']>([]);
  const { items = [], balances = [] } = rewards.data ?? {};
  const groups = [
    { title: t('reward.now'), of: items.filter(({ state }) => state === 'ready') },
    { title: t('reward.soon'), of: items.filter(({ state }) => state === 'missing_points' || state === 'automatic') },
    {
      title: t('reward.others'),
      of: items.filter(({ state }) => !['ready', 'missing_points', 'automatic'].includes(state)),
    },
  ].filter(({ of }) => of.length > 0);

  return (
    <>
      <h1>{t('tabs.rewards')}</h1>
      <div role="status">
        {got.length > 0 && (
          <div className="got">
            <p>{t('reward.got')}</p>
            {got.map((voucher) => (
              <VoucherTicket key={voucher.voucher} voucher={voucher} />
            ))}
          </div>
        )}
      </div>
      {rewards.isPending && <Waiting />}
      <ProblemAlert error={rewards.error} onRetry={() => void rewards.refetch()} />
      {rewards.data && items.length === 0 && <EmptyState title={t('reward.none')} text={t('reward.noneText')} />}
      {groups.map(({ title, of }) => (
        <section key={title} aria-label={title}>
          <h2>{title}</h2>
          <ul className="rows">
            {of.map((reward) => (
              <li key={reward.reward}>
                <RewardRow
                  reward={reward}
                  balances={balances}
                  showsTerms
                  action={
                    reward.state === 'ready' && (
                      <Button onClick={() => choose(reward)} aria-label={t('reward.takeNamed', { name: reward.name })}>
                        {t('reward.take')}
                      </Button>
                    )
                  }
                />
              </li>
            ))}
          </ul>
        </section>
      ))}
      {chosen && (
        <RedeemDialog
          reward={chosen}
          balances={balances}
          onClose={() => choose(undefined)}
          onDone={(vouchers) => {
            choose(undefined);
            setGot(vouchers);
            scrollTo({ top: 0 });
          }}
        />
      )}
    </>
  );
}
