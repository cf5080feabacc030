import { Button, Group, Modal, Paper, Progress, Stack, Text, VisuallyHidden } from '@mantine/core';
import type { Output } from '@trofast/contract';
import {
  EmptyState,
  momentText,
  numberText,
  ProblemAlert,
  useFace,
  useOperation,
  useWrite,
  Waiting,
} from '@trofast/ui';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { StateBadge } from '../../../shell/state-badge.tsx';

type Version = Output<'listVersions'>['items'][number];

const ASK_EVERY = 2000;

/** All published versions, the walk of the newest over the accounts, and the way back to an earlier one. */
export function VersionsPanel({ programId, mayPublish }: { readonly programId: string; readonly mayPublish: boolean }) {
  const { t } = useTranslation();
  const [walks, setWalks] = useState(true);
  const [back, setBack] = useState<Version>();
  const query = useOperation('listVersions', { programId }, { refetchInterval: walks ? ASK_EVERY : false });
  const isWalking = query.data?.items.some(({ walk }) => walk && !walk.finished) ?? false;
  if (query.data && isWalking !== walks) setWalks(isWalking);
  if (query.error) return <ProblemAlert error={query.error} onRetry={() => void query.refetch()} />;
  if (query.data === undefined) return <Waiting />;
  if (query.data.items.length === 0) {
    return (
      <Paper withBorder>
        <EmptyState title={t('program.versions.none')} text={t('program.versions.noneHint')} />
      </Paper>
    );
  }
  return (
    <Stack gap="sm">
      {query.data.items.map((version) => (
        <VersionCard
          key={version.number}
          version={version}
          onRollBack={mayPublish && version.state === 'past' ? () => setBack(version) : undefined}
        />
      ))}
      {back && <RollBack version={back} programId={programId} onClose={() => setBack(undefined)} />}
    </Stack>
  );
}

const TONES = { planned: 'coming', in_force: 'good', past: 'past' } as const;

function VersionCard({
  version,
  onRollBack,
}: {
  readonly version: Version;
  readonly onRollBack: (() => void) | undefined;
}) {
  const { t } = useTranslation();
  const { language } = useFace();
  const { number, state, from, publishedAt, publishedBy, note, walk } = version;
  return (
    <Paper withBorder p="md" data-version={number}>
      <Group justify="space-between" align="flex-start">
        <Stack gap={4}>
          <Group gap="xs">
            <Text fw={600}>{t('program.versions.version', { number })}</Text>
            <StateBadge tone={TONES[state]}>{t(`program.versions.${state}`)}</StateBadge>
          </Group>
          <Text size="sm">{t('program.versions.from', { moment: momentText(language, from) })}</Text>
          <Text size="sm" c="dimmed">
            {publishedBy === undefined
              ? t('program.versions.published', { moment: momentText(language, publishedAt) })
              : t('program.versions.publishedBy', { moment: momentText(language, publishedAt), name: publishedBy })}
          </Text>
          {note !== undefined && <Text size="sm">{note}</Text>}
        </Stack>
        {onRollBack && (
          <Button size="compact-sm" variant="default" onClick={onRollBack}>
            {t('program.versions.back')}
            <VisuallyHidden> {number}</VisuallyHidden>
          </Button>
        )}
      </Group>
      {walk && !walk.finished && (
        <Stack gap={4} mt="sm" role="status">
          <Progress
            value={walk.of === 0 ? 0 : (100 * walk.accounts) / walk.of}
            aria-label={t('program.versions.walk')}
          />
          <Text size="sm">
            {t('program.versions.walking', {
              done: numberText(language, walk.accounts),
              of: numberText(language, walk.of),
            })}
          </Text>
        </Stack>
      )}
    </Paper>
  );
}

interface RollBackProps {
  readonly version: Version;
  readonly programId: string;
  readonly onClose: () => void;
}

function RollBack({ version: { number, from }, programId, onClose }: RollBackProps) {
  const { t } = useTranslation();
  const { language } = useFace();
  const roll = useWrite('rollBackVersion', { onDone: onClose });
  return (
    <Modal opened onClose={onClose} title={t('program.versions.backTitle', { number })} centered>
      <Stack gap="md">
        <Text>{t('program.versions.backText', { number, moment: momentText(language, from) })}</Text>
        <ProblemAlert error={roll.error} />
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {t('form.cancel', { ns: 'ui' })}
          </Button>
          <Button color="red" loading={roll.isPending} onClick={() => roll.mutate({ programId, number })}>
            {t('program.versions.backDo')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
