import { Button, Stack, Text, Title } from '@mantine/core';
import type { Output } from '@trofast/contract';
import { type Column, DateText, EmptyState, ListTable, ProblemAlert, useOperation, useWrite } from '@trofast/ui';
import { useTranslation } from 'react-i18next';
import { useStaff } from '../../../shell/staff.tsx';

type Flag = Output<'listTillFlags'>['items'][number];

/** What sales used and could not be honoured: somebody should look. */
export function TillFlags() {
  const { t } = useTranslation();
  const { may } = useStaff();
  const flags = useOperation('listTillFlags', { settled: 'no' });
  const settle = useWrite('settleTillFlag', { outdates: ['listTillFlags'] });
  const columns: readonly Column<Flag>[] = [
    {
      title: t('settings.flags.what'),
      cell: ({ kind, what, reason }) => (
        <>
          <Text size="sm" fw={600}>
            {t(`settings.flags.kinds.${kind}`)}
          </Text>
          <Text size="sm" c="dimmed">
            {what}: {reason}
          </Text>
        </>
      ),
    },
    {
      title: t('settings.flags.where'),
      cell: ({ store, till }) => [store, till].filter(Boolean).join(' · '),
      isWideOnly: true,
    },
    { title: t('settings.flags.at'), cell: ({ at }) => <DateText value={at} withTime />, isWideOnly: true },
    {
      title: t('settings.actions'),
      cell: ({ id }) =>
        may('tills:write') && (
          <Button size="compact-xs" variant="subtle" onClick={() => settle.mutate({ flagId: id })}>
            {t('settings.flags.settle')}
          </Button>
        ),
    },
  ];
  return (
    <Stack gap="sm">
      <Title order={2} size="h4">
        {t('settings.flags.title')}
      </Title>
      <ProblemAlert error={settle.error} />
      <ListTable
        items={flags.data?.items ?? []}
        query={flags}
        columns={columns}
        keyOf={({ id }) => id}
        label={t('settings.flags.title')}
        empty={<EmptyState title={t('settings.flags.none')} />}
      />
    </Stack>
  );
}
