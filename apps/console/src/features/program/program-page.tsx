import { Box, Button, Grid, Group, SegmentedControl, Stack, Tabs, Text } from '@mantine/core';
import { IconArrowBackUp } from '@tabler/icons-react';
import { useBlocker } from '@tanstack/react-router';
import { PageHead, ProblemAlert } from '@trofast/ui';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useStaff } from '../../shell/staff.tsx';
import { StateBadge } from '../../shell/state-badge.tsx';
import { BackTestPanel } from './changes/back-test-panel.tsx';
import { ChangesPanel } from './changes/changes-panel.tsx';
import { DraftProvider, useDraft } from './draft/use-draft.tsx';
import { ExamplesPanel } from './examples/examples-panel.tsx';
import { ToldProgram } from './rules/told-program.tsx';
import { SimulatorPanel } from './simulator/simulator-panel.tsx';
import { TextPanel } from './text/text-panel.tsx';
import { Publish } from './versions/publish.tsx';
import { VersionsPanel } from './versions/versions-panel.tsx';

/** The program: told, tried, changed, tested on the shop's own history, published. */
export function ProgramPage() {
  const { program, may } = useStaff();
  if (program === undefined) return null;
  return (
    <DraftProvider programId={program.id} mayEdit={may('drafts:write')}>
      <ProgramTabs mayPublish={may('programs:write')} mayTest={may('insight:read')} />
    </DraftProvider>
  );
}

interface ProgramTabsProps {
  readonly mayPublish: boolean;
  readonly mayTest: boolean;
}

function ProgramTabs({ mayPublish, mayTest }: ProgramTabsProps) {
  const { t } = useTranslation();
  const { programId } = useDraft();
  const [tab, setTab] = useState<string | null>('rules');
  return (
    <Stack gap="lg">
      <Head mayPublish={mayPublish} onPublished={() => setTab('versions')} />
      <Tabs value={tab} onChange={setTab} keepMounted={false}>
        <Tabs.List mb="lg">
          <Tabs.Tab value="rules">{t('program.tabs.rules')}</Tabs.Tab>
          <Tabs.Tab value="examples">{t('program.tabs.examples')}</Tabs.Tab>
          <Tabs.Tab value="changes">{t('program.tabs.changes')}</Tabs.Tab>
          {mayTest && <Tabs.Tab value="backTest">{t('program.tabs.backTest')}</Tabs.Tab>}
          <Tabs.Tab value="versions">{t('program.tabs.versions')}</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="rules">
          <RulesTab onExampleTaken={() => setTab('examples')} />
        </Tabs.Panel>
        <Tabs.Panel value="examples">
          <ExamplesPanel onTry={() => setTab('rules')} />
        </Tabs.Panel>
        <Tabs.Panel value="changes">
          <ChangesPanel />
        </Tabs.Panel>
        <Tabs.Panel value="backTest">
          <BackTestPanel />
        </Tabs.Panel>
        <Tabs.Panel value="versions">
          <VersionsPanel programId={programId} mayPublish={mayPublish} />
        </Tabs.Panel>
      </Tabs>
    </Stack>
  );
}

function Head({ mayPublish, onPublished }: { readonly mayPublish: boolean; readonly onPublished: () => void }) {
  const { t } = useTranslation();
  const draft = useDraft();
  const [isPublishing, setPublishing] = useState(false);
  useBlocker({
    shouldBlockFn: () => !window.confirm(t('program.leave')),
    enableBeforeUnload: draft.isDirty,
    disabled: !draft.isDirty,
  });
  return (
    <>
      <PageHead
        title={t('program.title')}
        text={t('program.about')}
        actions={
          draft.mayEdit && (
            <>
              <Text size="sm" c={draft.problems.length > 0 ? 'red' : 'dimmed'} role="status">
                {draft.problems.length > 0
                  ? t('program.text.problems', { count: draft.problems.length })
                  : draft.isDirty
                    ? t('program.unsaved')
                    : t('program.saved')}
              </Text>
              <Button
                variant="default"
                leftSection={<IconArrowBackUp size={16} />}
                disabled={draft.past.length === 0}
                onClick={draft.undo}
              >
                {t('program.undo')}
              </Button>
              <Button
                variant="default"
                disabled={!draft.isDirty}
                loading={draft.isSaving}
                // What the server refuses is shown below.
                onClick={() => draft.save().catch(() => undefined)}
              >
                {t('program.save')}
              </Button>
              {mayPublish && <Button onClick={() => setPublishing(true)}>{t('program.publish.open')}</Button>}
            </>
          )
        }
      />
      <ProblemAlert error={draft.saveError} />
      {isPublishing && (
        <Publish
          onClose={() => setPublishing(false)}
          onPublished={() => {
            setPublishing(false);
            onPublished();
          }}
        />
      )}
    </>
  );
}

/** Sentences on one side; what they come to, or what they are written as, on the other. */
function RulesTab({ onExampleTaken }: { readonly onExampleTaken: () => void }) {
  const { t } = useTranslation();
  const { problems } = useDraft();
  const [beside, setBeside] = useState('simulator');
  return (
    <Grid gap="xl">
      <Grid.Col span={{ base: 12, lg: 7 }}>
        <ToldProgram />
      </Grid.Col>
      <Grid.Col span={{ base: 12, lg: 5 }}>
        <Box pos="sticky" top={76} style={{ maxHeight: 'calc(100dvh - 92px)', overflowY: 'auto' }}>
          <Stack gap="md">
            <Group justify="space-between">
              <SegmentedControl
                aria-label={t('program.beside')}
                value={beside}
                onChange={setBeside}
                data={[
                  { value: 'simulator', label: t('program.simulator.title') },
                  { value: 'text', label: t('program.text.title') },
                ]}
              />
              {problems.length > 0 && <StateBadge tone="bad">{problems.length}</StateBadge>}
            </Group>
            {beside === 'text' ? <TextPanel /> : <SimulatorPanel onExampleTaken={onExampleTaken} />}
          </Stack>
        </Box>
      </Grid.Col>
    </Grid>
  );
}
