import { AppShell, Burger, Group, NativeSelect, NavLink, ScrollArea, Stack, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { Link, useRouterState } from '@tanstack/react-router';
import { ColourSchemeSwitcher, LanguageSwitcher, SkipLink, useOperation } from '@trofast/ui';
import { type ReactNode, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { Mark } from './mark.tsx';
import { navigation } from './navigation.ts';
import { PersonMenu } from './person-menu.tsx';
import { useStaff } from './staff.tsx';

export interface FrameProps {
  readonly children: ReactNode;
}

/** What stands around every page of a program: where one can go, in which program, who one is. */
export function Frame({ children }: FrameProps) {
  const { t } = useTranslation();
  const [isOpen, { toggle, close }] = useDisclosure();
  const path = useRouterState({ select: ({ location }) => location.pathname });
  // biome-ignore lint/correctness/useExhaustiveDependencies: the menu closes whenever the page changes
  useEffect(close, [path, close]);
  return (
    <AppShell
      header={{ height: 60 }}
      navbar={{ width: 248, breakpoint: 'sm', collapsed: { mobile: !isOpen } }}
      padding="lg"
    >
      <SkipLink />
      <AppShell.Header>
        <Group h="100%" px="md" justify="space-between" wrap="nowrap">
          <Group gap="sm" wrap="nowrap">
            <Burger opened={isOpen} onClick={toggle} hiddenFrom="sm" size="sm" aria-label={t('shell.menu')} />
            <Mark />
          </Group>
          <Group gap="xs" wrap="nowrap">
            <Group gap="xs" wrap="nowrap" visibleFrom="sm">
              <LanguageSwitcher />
              <ColourSchemeSwitcher />
            </Group>
            <PersonMenu />
          </Group>
        </Group>
      </AppShell.Header>
      <AppShell.Navbar p="md" aria-label={t('shell.navigation')}>
        <AppShell.Section>
          <ProgramSwitcher />
        </AppShell.Section>
        <AppShell.Section grow component={ScrollArea} my="md">
          <NavigationLinks path={path} />
        </AppShell.Section>
        <AppShell.Section hiddenFrom="sm">
          <Stack gap="xs">
            <LanguageSwitcher />
            <ColourSchemeSwitcher />
          </Stack>
        </AppShell.Section>
      </AppShell.Navbar>
      <AppShell.Main id="content" tabIndex={-1}>
        <div style={{ maxWidth: 1240, marginInline: 'auto' }}>{children}</div>
      </AppShell.Main>
    </AppShell>
  );
}

function NavigationLinks({ path }: { readonly path: string }) {
  const { t } = useTranslation();
  const { may } = useStaff();
  const waiting = useOperation('listApprovals', { state: 'waiting' }, { enabled: may('approvals:write') });
  const count = waiting.data?.items.length ?? 0;
  return navigation
    .filter(({ scope }) => may(scope))
    .map(({ to, word, icon: Icon }) => {
      const isHere = to === '/' ? path === '/' : path.startsWith(to);
      return (
        <NavLink
          key={to}
          renderRoot={(props) => <Link to={to} {...props} />}
          label={t(`shell.pages.${word}`)}
          leftSection={<Icon size={20} stroke={1.6} aria-hidden="true" />}
          rightSection={word === 'approvals' && count > 0 ? <Text size="xs">{count}</Text> : undefined}
          active={isHere}
          aria-current={isHere ? 'page' : undefined}
          style={{ borderRadius: 'var(--mantine-radius-md)' }}
        />
      );
    });
}

function ProgramSwitcher() {
  const { t } = useTranslation();
  const { programs, program, chooseProgram } = useStaff();
  if (programs.length < 2) return <Text fw={600}>{program?.name}</Text>;
  const organisations = [...new Set(programs.map(({ organisation }) => organisation))];
  return (
    <NativeSelect
      label={t('shell.program')}
      value={program?.id ?? ''}
      onChange={(event) => chooseProgram(event.currentTarget.value)}
      data={organisations.map((organisation) => ({
        group: organisation,
        items: programs
          .filter((one) => one.organisation === organisation)
          .map(({ id, name }) => ({ value: id, label: name })),
      }))}
    />
  );
}
