import { Anchor, Button, Code, CopyButton, Group, Paper, SimpleGrid, Stack, Text, Title } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import type { Output } from '@trofast/contract';
import { momentText, PageHead, useFace } from '@trofast/ui';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useStaff } from '../../shell/staff.tsx';

export interface LiveStepProps {
  readonly shop: Output<'createShop'>;
  readonly onEnter: () => void;
}

/** The program is in force; here is what a shop needs to use it. */
export function LiveStep({ shop, onEnter }: LiveStepProps) {
  const { t } = useTranslation();
  const { language } = useFace();
  const queries = useQueryClient();
  const { chooseProgram } = useStaff();
  const { key, portal, till, program } = shop;
  const enter = async () => {
    await queries.invalidateQueries();
    chooseProgram(program.id);
    onEnter();
  };
  return (
    <Stack gap="lg" pt="md">
      <PageHead title={t('setup.live.title', { name: program.name })} text={t('setup.live.text')} />
      <SimpleGrid cols={{ base: 1, sm: 3 }}>
        <Given title={t('setup.live.portal')} text={t('setup.live.portalText')} value={portal}>
          <Anchor href={portal} target="_blank" rel="noopener" style={{ overflowWrap: 'anywhere' }}>
            {portal}
          </Anchor>
        </Given>
        <Given
          title={t('setup.live.till')}
          text={t('setup.live.tillText', { until: momentText(language, till.expiresAt) })}
          value={till.code}
        >
          <Text ff="monospace" fz={26} fw={600}>
            {till.code}
          </Text>
          <Anchor href={till.address} target="_blank" rel="noopener">
            {t('setup.live.openTill')}
          </Anchor>
        </Given>
        <Given title={t('setup.live.key')} text={t('setup.live.keyText')} value={key.secret}>
          <Code block style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
            {key.secret}
          </Code>
        </Given>
      </SimpleGrid>
      <Group>
        <Button onClick={() => void enter()}>{t('setup.live.enter')}</Button>
      </Group>
    </Stack>
  );
}

interface GivenProps {
  readonly title: string;
  readonly text: string;
  readonly value: string;
  readonly children: ReactNode;
}

function Given({ title, text, value, children }: GivenProps) {
  const { t } = useTranslation('ui');
  return (
    <Paper withBorder p="md">
      <Stack gap="xs" justify="space-between" h="100%">
        <Title order={2} size="h5">
          {title}
        </Title>
        <Text size="sm" c="dimmed">
          {text}
        </Text>
        {children}
        <CopyButton value={value}>
          {({ copied, copy }) => (
            <Button size="xs" variant="default" onClick={copy} aria-label={`${t('form.copy')}: ${title}`}>
              {copied ? t('form.copied') : t('form.copy')}
            </Button>
          )}
        </CopyButton>
      </Stack>
    </Paper>
  );
}
