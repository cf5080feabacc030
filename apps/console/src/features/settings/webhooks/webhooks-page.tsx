import { Button, Group, Stack, Text, TextInput } from '@mantine/core';
import type { Output } from '@trofast/contract';
import { type Column, EmptyState, fieldErrors, ListPage, ProblemAlert, useOperation, useWrite } from '@trofast/ui';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useStaff } from '../../../shell/staff.tsx';
import { ActionDialog } from '../../members/action-dialog.tsx';
import { ShownOnce } from '../shown-once.tsx';
import { Deliveries } from './deliveries.tsx';

type Webhook = Output<'listWebhooks'>['items'][number];

/** Addresses of the shop's own systems that are told what happens. */
export function WebhooksPage() {
  const { t } = useTranslation();
  const { may } = useStaff();
  const [isAdding, setAdding] = useState(false);
  const [secret, setSecret] = useState<string>();
  const [opened, setOpened] = useState<string>();
  const webhooks = useOperation('listWebhooks', {}, { refetchInterval: 10_000 });
  const change = useWrite('changeWebhook');
  const renew = useWrite('renewWebhookSecret', { onDone: (webhook) => setSecret(webhook.secret) });
  const remove = useWrite('deleteWebhook');
  const mayChange = may('settings:write');
  const columns: readonly Column<Webhook>[] = [
    {
      title: t('settings.webhooks.name'),
      cell: ({ name, url }) => (
        <Stack gap={0}>
          <Text size="sm" fw={600}>
            {name}
          </Text>
          <Text size="xs" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
            {url}
          </Text>
        </Stack>
      ),
    },
    {
      title: t('settings.webhooks.kinds'),
      cell: ({ kinds }) => (kinds.length === 0 ? t('settings.webhooks.all') : kinds.join(', ')),
      isWideOnly: true,
    },
    {
      title: t('settings.webhooks.state'),
      cell: ({ isActive, waiting, failed }) => (
        <Text size="sm">
          {isActive ? t('settings.webhooks.active') : t('settings.webhooks.paused')}
          {waiting > 0 && ` · ${t('settings.webhooks.waiting', { count: waiting })}`}
          {failed > 0 && ` · ${t('settings.webhooks.failed', { count: failed })}`}
        </Text>
      ),
    },
    {
      title: t('settings.actions'),
      cell: ({ id, isActive }) => (
        <Group gap={4}>
          <Button size="compact-xs" variant="subtle" onClick={() => setOpened(opened === id ? undefined : id)}>
            {t('settings.webhooks.deliveries')}
          </Button>
          {mayChange && (
            <>
              <Button
                size="compact-xs"
                variant="subtle"
                onClick={() => change.mutate({ webhookId: id, isActive: !isActive })}
              >
                {isActive ? t('settings.webhooks.pause') : t('settings.webhooks.resume')}
              </Button>
              <Button size="compact-xs" variant="subtle" onClick={() => renew.mutate({ webhookId: id })}>
                {t('settings.webhooks.renew')}
              </Button>
              <Button size="compact-xs" variant="subtle" color="red" onClick={() => remove.mutate({ webhookId: id })}>
                {t('settings.remove')}
              </Button>
            </>
          )}
        </Group>
      ),
    },
  ];
  return (
    <Stack gap="xl">
      <ListPage
        title={t('settings.areas.webhooks')}
        text={t('settings.webhooks.text')}
        label={t('settings.areas.webhooks')}
        items={webhooks.data?.items ?? []}
        query={webhooks}
        columns={columns}
        keyOf={({ id }) => id}
        actions={mayChange && <Button onClick={() => setAdding(true)}>{t('settings.webhooks.add')}</Button>}
        filters={
          <>
            <ProblemAlert error={change.error ?? renew.error ?? remove.error} />
            {secret !== undefined && (
              <ShownOnce
                title={t('settings.webhooks.secret')}
                text={t('settings.webhooks.secretText')}
                value={secret}
              />
            )}
          </>
        }
        empty={<EmptyState title={t('settings.webhooks.none')} text={t('settings.webhooks.noneText')} />}
      />
      {opened !== undefined && <Deliveries webhookId={opened} />}
      {isAdding && <AddWebhook onAdded={setSecret} onClose={() => setAdding(false)} />}
    </Stack>
  );
}

interface AddWebhookProps {
  readonly onAdded: (secret: string) => void;
  readonly onClose: () => void;
}

function AddWebhook({ onAdded, onClose }: AddWebhookProps) {
  const { t } = useTranslation();
  const [name, setName] = useState('');
  const [url, setUrl] = useState('https://');
  const [kinds, setKinds] = useState('');
  const create = useWrite('createWebhook', {
    outdates: ['listWebhooks'],
    onDone: ({ secret }) => {
      onAdded(secret);
      onClose();
    },
  });
  const errors = fieldErrors(create.error);
  const chosen = kinds.split(/[\s,]+/).filter(Boolean);
  return (
    <ActionDialog
      title={t('settings.webhooks.add')}
      does={t('settings.webhooks.add')}
      error={create.error}
      isPending={create.isPending}
      isDisabled={name.trim() === '' || url.length < 9}
      onDo={() => create.mutate({ name: name.trim(), url: url.trim(), kinds: chosen })}
      onClose={onClose}
    >
      <TextInput
        label={t('settings.webhooks.name')}
        value={name}
        error={errors['name']}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <TextInput
        label={t('settings.webhooks.url')}
        type="url"
        value={url}
        error={errors['url']}
        onChange={(event) => setUrl(event.currentTarget.value)}
      />
      <TextInput
        label={t('settings.webhooks.kinds')}
        description={t('settings.webhooks.kindsHint')}
        placeholder="purchase, return"
        value={kinds}
        error={errors['kinds.0']}
        onChange={(event) => setKinds(event.currentTarget.value)}
      />
    </ActionDialog>
  );
}
