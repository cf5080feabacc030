import type { Output } from '@trofast/contract';
import type { CSSProperties, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { amountText } from '../../amounts/amounts.ts';

type Reward = Output<'listMyRewards'>['items'][number];
type Balance = Output<'getHome'>['balances'][number];

export interface RewardRowProps {
  readonly reward: Reward;
  readonly balances: readonly Balance[];
  /** What can be done with it. */
  readonly action?: ReactNode;
  readonly showsTerms?: boolean;
}

/** A reward, what it costs, and how far it is. */
export function RewardRow({ reward, balances, action, showsTerms = false }: RewardRowProps) {
  const { t, i18n } = useTranslation();
  const balance = balances.find(({ currency }) => currency === reward.cost.currency);
  const unit = balance ?? { name: { one: '', other: '' } };
  const cost = Number(reward.cost.amount);
  const share = reward.missing === undefined ? 1 : Math.max(0, 1 - Number(reward.missing) / cost);
  const isFar = reward.state === 'missing_points' || (reward.state === 'automatic' && reward.missing !== undefined);
  return (
    <div className="reward" data-long={showsTerms}>
      {reward.picture !== undefined && <img src={reward.picture} alt="" className="reward-picture" />}
      <div className="reward-main">
        <p className="reward-name">{reward.name}</p>
        <p className="quiet">
          {amountText(i18n.language, reward.cost.amount, unit)}
          {reward.state === 'automatic' && ` · ${t('reward.automatic')}`}
        </p>
        {showsTerms && <p className="quiet">{reward.terms}</p>}
        {isFar && reward.missing !== undefined && (
          <>
            <span className="way small" aria-hidden="true">
              <span style={{ '--share': share } as CSSProperties} />
            </span>
            <p className="quiet">{t('reward.missing', { amount: amountText(i18n.language, reward.missing, unit) })}</p>
          </>
        )}
        {!isFar && reward.state !== 'ready' && reward.reason !== undefined && <p className="quiet">{reward.reason}</p>}
      </div>
      {action}
      {action === undefined && reward.state === 'ready' && <span className="badge">{t('reward.ready')}</span>}
    </div>
  );
}
