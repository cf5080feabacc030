import { Button, Stack, Text, Title } from '@mantine/core';
import { ColourSchemeSwitcher, LanguageSwitcher, ProblemAlert } from '@trofast/ui';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { forgetOwnTill } from '../../device/own-till.ts';
import { useQueue, useTill } from '../../frame/till-context.tsx';

export interface MorePageProps {
  readonly onUnpaired: () => void;
}

export function MorePage({ onUnpaired }: MorePageProps) {
  const { t } = useTranslation();
  const { own, client } = useTill();
  const { items } = useQueue();
  const [isSure, setSure] = useState(false);
  const [error, setError] = useState<unknown>();
  const { name, store, program } = own.setup;

  async function leave() {
    if (!isSure) return setSure(true);
    try {
      await client.leaveTill();
      await forgetOwnTill();
      onUnpaired();
    } catch (failure) {
      setError(failure);
    }
  }

  return (
    <Stack gap="md">
      <Title order={1}>{t('more.title')}</Title>
      <Text>
        {name} · {t('more.store', { store })} · {program.name}
      </Text>
      <LanguageSwitcher />
      <ColourSchemeSwitcher />
      <ProblemAlert error={error} />
      {items.length > 0 && <Text c="dimmed">{t('more.leaveBlocked')}</Text>}
      <Button variant="light" color="red" size="lg" disabled={items.length > 0} onClick={() => void leave()}>
        {t(isSure ? 'more.leaveSure' : 'more.leave')}
      </Button>
    </Stack>
  );
}
