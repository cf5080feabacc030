import { Button, Stack, Text, Title } from '@mantine/core';
import type { Output } from '@trofast/contract';
import { type Column, DateText, EmptyState, ListTable, ProblemAlert, usePages, useWrite } from '@trofast/ui';
import { useTranslation } from 'react-i18next';
import { useStaff } from '../../../shell/staff.tsx';

type Delivery = Output<'listDeliveries'>['items'][number];

/** What was sent to an address, and what it answered. */
export function Deliveries({ webhookId }: { readonly webhookId: string }) {
  const { t } = useTranslation();
  const { may } = useStaff();
  const { items, query } = usePages('listDeliveries', { webhookId }, { refetchInterval: 5000 });
  const resend = useWrite('resendDelivery', { outdates: ['listDeliveries', 'listWebhooks'] });
  const columns: readonly Column<Delivery>[] = [
    { title: t('settings.webhooks.kind'), cell: ({ kind }) => kind },
    {
      title: t('settings.webhooks.state'),
      cell: ({ state, status, problem, attempts }) => (
        <Text size="sm">
          {t(`settings.webhooks.states.${state}`)}
          {status !== undefined && ` · ${status}`}
          {problem !== undefined && ` · ${problem}`}
          {attempts > 1 && ` · ${t('settings.webhooks.attempts', { count: attempts })}`}
        </Text>
      ),
    },
    {
      title: t('settings.webhooks.at'),
      cell: ({ lastAt, createdAt }) => <DateText value={lastAt ?? createdAt} withTime />,
      isWideOnly: true,
    },
    {
      title: t('settings.actions'),
      cell: ({ id }) =>
        may('settings:write') && (
          <Button size="compact-xs" variant="subtle" onClick={() => resend.mutate({ webhookId, deliveryId: id })}>
            {t('settings.webhooks.resend')}
          </Button>
        ),
    },
  ];
  return (
    <Stack gap="sm">
      <Title order={2} size="h4">
        {t('settings.webhooks.deliveries')}
      </Title>
      <ProblemAlert error={resend.error} />
      <ListTable
        items={items}
        query={query}
        columns={columns}
        keyOf={({ id }) => id}
        label={t('settings.webhooks.deliveries')}
        empty={<EmptyState title={t('settings.webhooks.nothingSent')} />}
      />
    </Stack>
  );
}
