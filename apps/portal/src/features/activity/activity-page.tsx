import { Button } from '@mantine/core';
import { EmptyState, ProblemAlert, usePages, Waiting } from '@trofast/ui';
import { useTranslation } from 'react-i18next';
import { useMembership } from '../../look/membership.tsx';
import { useTitle } from '../../look/use-title.ts';
import { ActivityRow } from './activity-row.tsx';

/** What happened, newest first; each line opens its why. */
export function ActivityPage() {
  const { t } = useTranslation();
  const { home } = useMembership();
  useTitle(t('tabs.activity'));
  const { items, query } = usePages('listMyActivity', {});
  return (
    <>
      <h1>{t('tabs.activity')}</h1>
      {query.isPending && <Waiting />}
      <ProblemAlert error={query.error} onRetry={() => void query.refetch()} />
      {query.isSuccess && items.length === 0 && <EmptyState title={t('activity.none')} text={t('activity.noneText')} />}
      <ul className="rows">
        {items.map((item) => (
          <li key={item.id}>
            <ActivityRow item={item} balances={home.balances} />
          </li>
        ))}
      </ul>
      {query.hasNextPage && (
        <Button variant="default" loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
          {t('activity.more')}
        </Button>
      )}
    </>
  );
}
