import { Alert, Button, Stack, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useQueue, useTill } from '../../frame/till-context.tsx';
import { Piece } from './piece.tsx';

/** What has not been sent, in the order in which it will be, and what staff must look at. */
export function WaitingPage() {
  const { t } = useTranslation();
  const { queue } = useTill();
  const { items, isOnline, isUnpaired } = useQueue();
  const [isBusy, setBusy] = useState(false);
  const waiting = items.filter(({ state }) => state === 'waiting');
  const aside = items.filter(({ state }) => state === 'aside');

  async function sendNow() {
    setBusy(true);
    await queue.flush();
    setBusy(false);
  }

  return (
    <Stack gap="md">
      <Title order={1}>{t('waiting.title')}</Title>
      <Text role="status" c="dimmed">
        {t(isOnline ? 'waiting.online' : 'waiting.offline')}
      </Text>
      {isUnpaired && <Alert color="orange" title={t('waiting.unpaired')} role="alert" />}
      {items.length === 0 && <Text>{t('waiting.nothing')}</Text>}
      {waiting.length > 0 && (
        <>
          <Text>{t('waiting.explain')}</Text>
          <Stack component="ol" gap="xs" m={0} p={0}>
            {waiting.map((queued) => (
              <Piece key={queued.sequence} queued={queued} />
            ))}
          </Stack>
          <Button size="lg" loading={isBusy} onClick={() => void sendNow()}>
            {t('waiting.sendNow')}
          </Button>
        </>
      )}
      {aside.length > 0 && (
        <>
          <Title order={2}>{t('waiting.asideTitle')}</Title>
          <Text>{t('waiting.asideExplain')}</Text>
          <Stack component="ul" gap="xs" m={0} p={0}>
            {aside.map((queued) => (
              <Piece key={queued.sequence} queued={queued} />
            ))}
          </Stack>
        </>
      )}
    </Stack>
  );
}
