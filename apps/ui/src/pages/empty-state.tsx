import { Stack, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';

export interface EmptyStateProps {
  readonly title: string;
  /** It is the whole page: its title is the page's heading. */
  readonly isPage?: boolean;
  /** What to do next, in a sentence. */
  readonly text?: string;
  readonly icon?: ReactNode;
  /** The button or link that does it. */
  readonly action?: ReactNode;
}

export function EmptyState({ title, isPage = false, text, icon, action }: EmptyStateProps) {
  return (
    <Stack align="center" gap="xs" py={48} px="md" ta="center">
      <span aria-hidden="true" style={{ color: 'var(--mantine-color-dimmed)' }}>
        {icon}
      </span>
      <Title order={isPage ? 1 : 2} size="h4">
        {title}
      </Title>
      {text !== undefined && (
        <Text c="dimmed" maw={460}>
          {text}
        </Text>
      )}
      {action}
    </Stack>
  );
}
