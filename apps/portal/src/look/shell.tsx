import { IconDots, IconGift, IconHome, IconReceipt } from '@tabler/icons-react';
import { SkipLink, useFace, Waiting } from '@trofast/ui';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { HomePage } from '../features/home/home-page.tsx';
import { PageLink, usePlace } from '../routing/routing.tsx';
import type { Brand } from './brand.ts';
import { useMembership } from './membership.tsx';
import { OfflineNotice } from './offline-notice.tsx';

const pages = {
  rewards: lazy(async () => ({ default: (await import('../features/rewards/rewards-page.tsx')).RewardsPage })),
  activity: lazy(async () => ({ default: (await import('../features/activity/activity-page.tsx')).ActivityPage })),
  'how-it-works': lazy(async () => ({
    default: (await import('../features/how-it-works/how-it-works-page.tsx')).HowItWorksPage,
  })),
  household: lazy(async () => ({ default: (await import('../features/household/household-page.tsx')).HouseholdPage })),
  profile: lazy(async () => ({ default: (await import('../features/profile/profile-page.tsx')).ProfilePage })),
  privacy: lazy(async () => ({ default: (await import('../features/privacy/privacy-page.tsx')).PrivacyPage })),
  more: lazy(async () => ({ default: (await import('../features/more/more-page.tsx')).MorePage })),
} as const;

const tabs = [
  { page: '', words: 'tabs.home', Icon: IconHome },
  { page: 'rewards', words: 'tabs.rewards', Icon: IconGift },
  { page: 'activity', words: 'tabs.activity', Icon: IconReceipt },
  { page: 'more', words: 'tabs.more', Icon: IconDots },
] as const;

export interface ShellProps {
  readonly brand: Brand | undefined;
}

/** Head, page and tabs. */
export function Shell({ brand }: ShellProps) {
  const { t } = useTranslation();
  const { program } = useFace();
  const { me, savedAt } = useMembership();
  const { page } = usePlace();
  const Page = Object.hasOwn(pages, page) ? pages[page as keyof typeof pages] : undefined;
  return (
    <div className="portal-frame">
      <SkipLink />
      <header className="portal-head">
        <PageLink page="" className="portal-name" aria-label={t('toHome', { program: me.program.name })}>
          {brand?.brand.logo && <img src={brand.brand.logo.url} alt="" height={28} />}
          <span>{me.program.name}</span>
        </PageLink>
      </header>
      <nav className="portal-tabs" aria-label={t('tabs.title')}>
        {tabs.map(({ page: target, words, Icon }) => (
          <PageLink key={target} page={target} className="portal-tab" data-here={tabOf(page) === target}>
            <Icon size={24} stroke={1.75} aria-hidden />
            <span>{t(words)}</span>
          </PageLink>
        ))}
      </nav>
      <main id="content" tabIndex={-1} className="portal-page">
        {savedAt !== undefined && <OfflineNotice savedAt={savedAt} />}
        {Page === undefined ? (
          <HomePage key={program} brand={brand} />
        ) : (
          <Suspense fallback={<Waiting />}>
            <Page />
          </Suspense>
        )}
      </main>
    </div>
  );
}

/** The tab that a page was reached by. */
function tabOf(page: string): string {
  return tabs.some((tab) => tab.page === page) || !Object.hasOwn(pages, page) ? page : 'more';
}
