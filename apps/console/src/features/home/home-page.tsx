import { SegmentedControl, Stack, Text } from '@mantine/core';
import { dateText, PageHead, ProblemAlert, useFace, useOperation, Waiting } from '@trofast/ui';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useStaff } from '../../shell/staff.tsx';
import { FirstSteps } from './first-steps.tsx';
import { Overview } from './overview.tsx';
import { firstDay, type Period, periods } from './period.ts';

/** How the program does: a period against the one before. */
export function HomePage() {
  const { t } = useTranslation();
  const { language } = useFace();
  const { program } = useStaff();
  const [period, setPeriod] = useState<Period>(periods[1]);
  // The last thirty days say what "today" is: a program may have a clock of its own.
  const latest = useOperation('getOverview', {}, { refetchInterval: 60_000 });
  const today = latest.data?.period.through;
  const isLatest = period.days === 30;
  const asked = today === undefined ? {} : { from: firstDay(today, period.days), through: today, by: period.by };
  const chosen = useOperation('getOverview', asked, { enabled: !isLatest && today !== undefined, keepsPrevious: true });
  const { data, error, refetch } = isLatest ? latest : chosen;
  const isEmpty = latest.data !== undefined && latest.data.members.now === 0;
  return (
    <Stack gap="lg">
      <PageHead
        title={program?.name ?? t('shell.pages.home')}
        text={
          data &&
          t('home.period', {
            from: dateText(language, data.period.from),
            through: dateText(language, data.period.through),
          })
        }
        actions={
          !isEmpty && (
            <SegmentedControl
              aria-label={t('home.choosePeriod')}
              value={period.id}
              onChange={(chosenId) => setPeriod(periods.find(({ id }) => id === chosenId) ?? periods[1])}
              data={periods.map(({ id }) => ({ value: id, label: t(`home.periods.${id}`) }))}
            />
          )
        }
      />
      <ProblemAlert error={error} onRetry={() => void refetch()} />
      {isEmpty && <FirstSteps />}
      {data === undefined && !error && <Waiting lines={8} />}
      {data !== undefined && !isEmpty && <Overview overview={data} />}
      {data !== undefined && !isEmpty && (
        <Text size="xs" c="dimmed">
          {t('home.against', {
            from: dateText(language, data.comparedWith.from),
            through: dateText(language, data.comparedWith.through),
          })}
        </Text>
      )}
    </Stack>
  );
}
