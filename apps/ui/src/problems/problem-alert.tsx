import { Alert, Button, List, Stack, Text } from '@mantine/core';
import { ProblemError } from '@trofast/sdk';
import { useTranslation } from 'react-i18next';

export interface ProblemAlertProps {
  readonly error: unknown;
  readonly onRetry?: (() => void) | undefined;
}

/** What the server refused, in its own words; or that it could not be reached. Nothing without an error. */
export function ProblemAlert({ error, onRetry }: ProblemAlertProps) {
  const { t } = useTranslation('ui');
  if (error === undefined || error === null) return null;
  const problem = error instanceof ProblemError ? error.problem : undefined;
  const isFault = problem !== undefined && problem.status >= 500;
  const said = problem === undefined ? t('problem.unreachable') : (problem.detail ?? problem.title);
  return (
    <Alert color="red" variant="light" title={t('problem.title')} role="alert">
      <Stack gap="xs" align="flex-start">
        <Text size="sm">{isFault ? t('problem.fault') : said}</Text>
        {problem?.errors && problem.errors.length > 0 && (
          <List size="sm">
            {problem.errors.map(({ pointer, detail }) => (
              <List.Item key={pointer + detail}>
                {pointer.slice(1)}: {detail}
              </List.Item>
            ))}
          </List>
        )}
        {isFault && problem.instance !== undefined && (
          <Text size="xs" c="dimmed">
            {t('problem.reference', { reference: problem.instance })}
          </Text>
        )}
        {onRetry && (
          <Button size="xs" variant="default" onClick={onRetry}>
            {t('problem.retry')}
          </Button>
        )}
      </Stack>
    </Alert>
  );
}
