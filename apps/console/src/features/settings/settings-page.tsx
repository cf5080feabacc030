import { Grid, NavLink, Stack } from '@mantine/core';
import { Link, useParams } from '@tanstack/react-router';
import { Waiting } from '@trofast/ui';
import { Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { useStaff } from '../../shell/staff.tsx';
import { areas } from './areas.ts';

/** What is set up once, and looked at when something is to be found out. */
export function SettingsPage() {
  const { t } = useTranslation();
  const { may } = useStaff();
  const { area: asked } = useParams({ strict: false });
  const allowed = areas.filter(({ scope }) => may(scope));
  const area = allowed.find(({ id }) => id === asked) ?? allowed[0];
  if (area === undefined) return null;
  const Page = area.page;
  return (
    <Grid gap="xl">
      <Grid.Col span={{ base: 12, md: 3, lg: 2 }}>
        <Stack component="nav" gap={2} aria-label={t('shell.pages.settings')}>
          {allowed.map(({ id }) => (
            <NavLink
              key={id}
              label={t(`settings.areas.${id}`)}
              active={id === area.id}
              aria-current={id === area.id ? 'page' : undefined}
              renderRoot={(props) => <Link to="/settings/$area" params={{ area: id }} {...props} />}
              style={{ borderRadius: 'var(--mantine-radius-md)' }}
            />
          ))}
        </Stack>
      </Grid.Col>
      <Grid.Col span={{ base: 12, md: 9, lg: 10 }}>
        <Suspense fallback={<Waiting />}>
          <Page />
        </Suspense>
      </Grid.Col>
    </Grid>
  );
}
