import { Group, Stack, Text, Title } from '@mantine/core';
import { type ReactNode, useEffect } from 'react';

export interface PageHeadProps {
  readonly title: string;
  readonly text?: string | undefined;
  /** Where this page belongs, above its title: a link back. */
  readonly above?: ReactNode;
  readonly actions?: ReactNode;
}

/** The head of a page; its title is the browser's too. */
export function PageHead({ title, text, above, actions }: PageHeadProps) {
  useEffect(() => {
    document.title = `${title} · Trofast`;
  }, [title]);
  return (
    <Group justify="space-between" align="flex-end" gap="md" wrap="wrap">
      <Stack gap={4}>
        {above}
        <Title order={1} size="h2">
          {title}
        </Title>
        {text !== undefined && (
          <Text c="dimmed" maw={680}>
            {text}
          </Text>
        )}
      </Stack>
      {actions !== undefined && <Group gap="sm">{actions}</Group>}
    </Group>
  );
}
