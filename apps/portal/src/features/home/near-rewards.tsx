import type { Output } from '@trofast/contract';
import { useTranslation } from 'react-i18next';
import { PageLink } from '../../routing/routing.tsx';
import { RewardRow } from '../rewards/reward-row.tsx';

export interface NearRewardsProps {
  readonly rewards: Output<'getHome'>['rewards'];
  readonly balances: Output<'getHome'>['balances'];
}

/** What can be had now, or soon. */
export function NearRewards({ rewards, balances }: NearRewardsProps) {
  const { t } = useTranslation();
  if (rewards.length === 0) return null;
  return (
    <section aria-labelledby="near">
      <div className="section-head">
        <h2 id="near">{t('reward.near')}</h2>
        <PageLink page="rewards">{t('reward.all')}</PageLink>
      </div>
      <ul className="rows">
        {rewards.map((reward) => (
          <li key={reward.reward}>
            <RewardRow reward={reward} balances={balances} />
          </li>
        ))}
      </ul>
    </section>
  );
}
