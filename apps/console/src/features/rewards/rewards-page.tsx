import { Button, Paper, SimpleGrid, Stack, Tabs } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { EmptyState, PageHead, ProblemAlert, useOperation, Waiting } from '@trofast/ui';
import { useTranslation } from 'react-i18next';
import { useStaff } from '../../shell/staff.tsx';
import { RewardCard } from './reward-card.tsx';
import { VoucherSearch } from './voucher-search.tsx';

/** What members can have, and what became of it. */
export function RewardsPage() {
  const { t } = useTranslation();
  const { may } = useStaff();
  return (
    <Stack gap="lg">
      <PageHead title={t('rewards.title')} text={t('rewards.text')} />
      <Tabs defaultValue="catalogue" keepMounted={false}>
        <Tabs.List mb="lg">
          <Tabs.Tab value="catalogue">{t('rewards.tabs.catalogue')}</Tabs.Tab>
          {may('vouchers:read') && <Tabs.Tab value="vouchers">{t('rewards.tabs.vouchers')}</Tabs.Tab>}
        </Tabs.List>
        <Tabs.Panel value="catalogue">
          <Catalogue />
        </Tabs.Panel>
        <Tabs.Panel value="vouchers">
          <VoucherSearch />
        </Tabs.Panel>
      </Tabs>
    </Stack>
  );
}

function Catalogue() {
  const { t } = useTranslation();
  const { may } = useStaff();
  const query = useOperation('listRewards', {});
  if (query.error) return <ProblemAlert error={query.error} onRetry={() => void query.refetch()} />;
  if (query.data === undefined) return <Waiting />;
  if (query.data.items.length === 0) {
    return (
      <Paper withBorder>
        <EmptyState
          title={t('rewards.none')}
          text={t('rewards.noneHint')}
          action={
            <Button mt="sm" renderRoot={(props) => <Link to="/program" {...props} />}>
              {t('rewards.toProgram')}
            </Button>
          }
        />
      </Paper>
    );
  }
  return (
    <SimpleGrid cols={{ base: 1, sm: 2, lg: 3 }} spacing="lg">
      {query.data.items.map((reward) => (
        <RewardCard key={reward.id} reward={reward} mayEdit={may('rewards:write')} />
      ))}
    </SimpleGrid>
  );
}
