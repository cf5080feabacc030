import { Alert, Button, Code, CopyButton, Group, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';

export interface ShownOnceProps {
  readonly title: string;
  readonly text: string;
  readonly value: string;
}

/** A secret, a link or a code that is told this once. */
export function ShownOnce({ title, text, value }: ShownOnceProps) {
  const { t } = useTranslation('ui');
  return (
    <Alert color="brand" title={title} role="status">
      <Stack gap="xs">
        <Text size="sm">{text}</Text>
        <Group wrap="nowrap" align="center">
          <Code fz="sm" style={{ overflowWrap: 'anywhere' }}>
            {value}
          </Code>
          <CopyButton value={value}>
            {({ copied, copy }) => (
              <Button size="xs" variant="default" onClick={copy} style={{ flexShrink: 0 }}>
                {copied ? t('form.copied') : t('form.copy')}
              </Button>
            )}
          </CopyButton>
        </Group>
      </Stack>
    </Alert>
  );
}
