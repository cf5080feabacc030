import { Button, Modal, Text } from '@mantine/core';
import type { Output } from '@trofast/contract';
import {
  type Column,
  DateText,
  EmptyState,
  ListPage,
  ProblemAlert,
  useOperation,
  usePages,
  Waiting,
} from '@trofast/ui';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

type Message = Output<'listMailbox'>['items'][number];

/** Every message that was sent, or that waits here because there is no mail server. */
export function MailboxPage() {
  const { t } = useTranslation();
  const [opened, setOpened] = useState<Message>();
  const { items, query } = usePages('listMailbox', {}, { refetchInterval: 10_000 });
  const columns: readonly Column<Message>[] = [
    {
      title: t('settings.mailbox.subject'),
      cell: (message) => (
        <Button variant="subtle" size="compact-sm" ml={-8} onClick={() => setOpened(message)}>
          {message.subject}
        </Button>
      ),
    },
    { title: t('settings.mailbox.to'), cell: ({ to }) => to },
    {
      title: t('settings.mailbox.state'),
      cell: ({ state, failure }) => (
        <Text size="sm">
          {t(`settings.mailbox.states.${state}`)}
          {failure !== undefined && `: ${failure}`}
        </Text>
      ),
    },
    { title: t('settings.mailbox.at'), cell: ({ at }) => <DateText value={at} withTime />, isWideOnly: true },
  ];
  return (
    <>
      <ListPage
        title={t('settings.areas.mailbox')}
        text={t('settings.mailbox.text')}
        label={t('settings.areas.mailbox')}
        items={items}
        query={query}
        columns={columns}
        keyOf={({ id }) => id}
        empty={<EmptyState title={t('settings.mailbox.none')} />}
      />
      {opened && <OneMessage message={opened} onClose={() => setOpened(undefined)} />}
    </>
  );
}

function OneMessage({ message, onClose }: { readonly message: Message; readonly onClose: () => void }) {
  const { t } = useTranslation();
  const { t: kit } = useTranslation('ui');
  const shown = useOperation('getMessage', { messageId: message.id });
  return (
    <Modal
      opened
      size="lg"
      title={message.subject}
      onClose={onClose}
      closeButtonProps={{ 'aria-label': kit('form.close') }}
    >
      <ProblemAlert error={shown.error} />
      {shown.isPending && <Waiting lines={2} />}
      {shown.data && (
        <Text style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
          {shown.data.text ?? t('settings.mailbox.gone')}
        </Text>
      )}
    </Modal>
  );
}
