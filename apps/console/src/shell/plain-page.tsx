import { Container, Group, Paper, Stack } from '@mantine/core';
import { ColourSchemeSwitcher, LanguageSwitcher, SkipLink } from '@trofast/ui';
import type { ReactNode } from 'react';
import { Mark } from './mark.tsx';

export interface PlainPageProps {
  readonly children: ReactNode;
  /** Wide enough for a form, or for a step of the first run. */
  readonly size?: 'sm' | 'lg';
}

/** A page outside the program: signing in, the first run. */
export function PlainPage({ children, size = 'sm' }: PlainPageProps) {
  return (
    <Container size={size === 'sm' ? 460 : 980} py={{ base: 'lg', sm: 64 }}>
      <SkipLink />
      <Stack gap="lg">
        <Group component="header" justify="space-between">
          <Mark />
          <Group gap="xs">
            <LanguageSwitcher />
            <ColourSchemeSwitcher />
          </Group>
        </Group>
        <Paper component="main" id="content" tabIndex={-1} withBorder p={{ base: 'lg', sm: 'xl' }} radius="lg">
          {children}
        </Paper>
      </Stack>
    </Container>
  );
}
