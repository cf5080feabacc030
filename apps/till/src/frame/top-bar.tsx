import { ActionIcon, Button, Group, Text } from '@mantine/core';
import { IconChevronLeft, IconCloudCheck, IconCloudOff, IconDots } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useQueue, useTill } from './till-context.tsx';
import type { View } from './use-view.ts';

export interface TopBarProps {
  readonly view: View;
  readonly show: (view: View) => void;
}

/** Where one is, whether there is a network, and how much is not sent: always in sight. */
export function TopBar({ view, show }: TopBarProps) {
  const { t } = useTranslation();
  const { own } = useTill();
  const { items, isOnline } = useQueue();
  const hasNews = items.length > 0 || !isOnline;
  const Cloud = isOnline ? IconCloudCheck : IconCloudOff;
  const connection = t(isOnline ? 'waiting.online' : 'waiting.offline');
  return (
    <Group component="header" className="till-bar" justify="space-between" wrap="nowrap" gap="xs">
      {view.name === 'start' ? (
        <Text fw={650} truncate>
          {own.setup.name}
        </Text>
      ) : (
        <Button
          variant="subtle"
          size="md"
          px="xs"
          leftSection={<IconChevronLeft aria-hidden />}
          onClick={() => show({ name: 'start' })}
        >
          {t('back')}
        </Button>
      )}
      <Group gap="xs" wrap="nowrap">
        <Button
          variant={hasNews ? 'default' : 'subtle'}
          color="gray"
          data-news={hasNews}
          size="md"
          px="xs"
          className="till-status"
          leftSection={<Cloud size={20} aria-hidden />}
          onClick={() => show({ name: 'waiting' })}
        >
          {items.length > 0 ? t('waiting.badge', { count: items.length }) : connection}
        </Button>
        <ActionIcon
          variant="subtle"
          color="gray"
          size={44}
          aria-label={t('more.title')}
          onClick={() => show({ name: 'more' })}
        >
          <IconDots aria-hidden />
        </ActionIcon>
      </Group>
    </Group>
  );
}
