import { useTranslation } from 'react-i18next';
import type { Brand } from '../../look/brand.ts';
import { useMembership } from '../../look/membership.tsx';
import { useTitle } from '../../look/use-title.ts';
import { MemberCard } from '../card/member-card.tsx';
import { Arrival } from './arrival.tsx';
import { Balances } from './balances.tsx';
import { Challenges } from './challenges.tsx';
import { Ladder } from './ladder.tsx';
import { NearRewards } from './near-rewards.tsx';
import { Offers } from './offers.tsx';
import { Vouchers } from './vouchers.tsx';

export interface HomePageProps {
  readonly brand: Brand | undefined;
}

/** What one has, at a glance: the card, what goes when, the way to the next level, vouchers, what is near. */
export function HomePage({ brand }: HomePageProps) {
  const { t } = useTranslation();
  const { me, home } = useMembership();
  useTitle(me.program.name);
  const [first] = home.balances;
  const [standing] = home.standings;
  const kinds = home.balances.filter(({ money }) => money === undefined);
  return (
    <>
      <h1 className="unseen">{t('home.title')}</h1>
      <div className="home">
        <div className="home-first">
          <MemberCard me={me} balance={first} level={standing?.levelName} brand={brand} />
          <Arrival balances={home.balances} />
          <Balances balances={home.balances} />
        </div>
        <div className="home-second">
          {home.standings.map((one) => (
            <Ladder key={one.ladder} standing={one} points={kinds.length === 1 ? kinds[0] : undefined} />
          ))}
          <Vouchers vouchers={home.vouchers} />
          <Offers />
          <Challenges />
          <NearRewards rewards={home.rewards} balances={home.balances} />
        </div>
      </div>
    </>
  );
}
