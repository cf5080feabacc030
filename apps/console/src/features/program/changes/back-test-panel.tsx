import { Button, Group, Paper, Progress, Stack, Text, TextInput } from '@mantine/core';
import { ProblemAlert, useFace, useOperation, useWrite, Waiting } from '@trofast/ui';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useDraft } from '../draft/use-draft.tsx';

const BackTestResult = lazy(async () => ({ default: (await import('./back-test-result.tsx')).BackTestResult }));

const ASK_EVERY = 500;

interface WatchedTest {
  readonly id: string;
  /** The draft that is tried; absent for a test that was started before this page was opened. */
  readonly text?: string;
  readonly isOver?: true;
}

/** The draft on the shop's own history: start it, watch it, stop it, read what would have been otherwise. */
export function BackTestPanel() {
  const { t } = useTranslation();
  const draft = useDraft();
  const { program: programId } = useFace();
  const [since, setSince] = useState('');
  const [started, setTest] = useState<WatchedTest>();
  const start = useWrite('startBackTest', {
    outdates: ['listBackTests'],
    onDone: ({ id }) => setTest({ id, text: draft.text }),
  });
  const cancel = useWrite('cancelBackTest', { outdates: ['getBackTest'] });
  const earlier = useOperation('listBackTests', {}).data?.items[0];
  const test = started ?? (earlier && { id: earlier.id });
  const query = useOperation(
    'getBackTest',
    { backTestId: test?.id ?? '' },
    { enabled: test !== undefined, refetchInterval: test?.isOver ? false : ASK_EVERY },
  );
  if (test && !test.isOver && query.data && query.data.id === test.id && query.data.state !== 'running') {
    setTest({ ...test, isOver: true });
  }
  const state = test === undefined ? undefined : query.data;
  const isRunning = state?.state === 'running';
  return (
    <Stack gap="md" data-program={programId}>
      <Paper withBorder p="md">
        <Stack gap="sm">
          <Text c="dimmed">{t('program.backTest.text')}</Text>
          <Group align="flex-end">
            <TextInput
              type="date"
              label={t('program.backTest.since')}
              description={t('program.backTest.sinceHint')}
              value={since}
              onChange={(event) => setSince(event.currentTarget.value)}
            />
            <Button
              loading={start.isPending}
              disabled={isRunning || draft.problems.length > 0}
              onClick={() => start.mutate({ document: draft.text, ...(since !== '' && { since }) })}
            >
              {t('program.backTest.start')}
            </Button>
            {isRunning && test && (
              <Button
                variant="default"
                loading={cancel.isPending}
                onClick={() => cancel.mutate({ backTestId: test.id })}
              >
                {t('program.backTest.cancel')}
              </Button>
            )}
          </Group>
          {isRunning && (
            <Stack gap={4} role="status">
              <Progress
                value={state.total === 0 ? 0 : (100 * state.done) / state.total}
                aria-label={t('program.backTest.progress')}
                animated
              />
              <Text size="sm">{t('program.backTest.accounts', { done: state.done, count: state.total })}</Text>
            </Stack>
          )}
          {state?.state === 'cancelled' && <Text role="status">{t('program.backTest.cancelled')}</Text>}
          {state?.state === 'failed' && <Text c="red">{state.problem ?? t('program.backTest.failed')}</Text>}
          {state?.result && test?.text !== undefined && test.text !== draft.text && (
            <Text c="orange" role="status">
              {t('program.backTest.outdated')}
            </Text>
          )}
          <ProblemAlert error={start.error ?? cancel.error ?? (isRunning ? query.error : undefined)} />
        </Stack>
      </Paper>
      {state?.result && (
        <Suspense fallback={<Waiting />}>
          <BackTestResult result={state.result} />
        </Suspense>
      )}
    </Stack>
  );
}
