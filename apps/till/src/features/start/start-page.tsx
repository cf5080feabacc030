import { Alert, Button, Group, Stack, TextInput, Title } from '@mantine/core';
import { IconArrowBackUp, IconCamera, IconUserPlus } from '@tabler/icons-react';
import { ProblemAlert } from '@trofast/ui';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useTill } from '../../frame/till-context.tsx';
import type { View } from '../../frame/use-view.ts';
import { findMember, type NotFound } from '../../selling/find-member.ts';

const Camera = lazy(async () => ({ default: (await import('./camera.tsx')).Camera }));

export interface StartPageProps {
  readonly notice: 'undone' | 'undoKept' | undefined;
  readonly show: (view: View) => void;
}

/** Between two customers. A scanner that types is a keyboard: what it types lands in the field, and its Enter finds. */
export function StartPage({ notice, show }: StartPageProps) {
  const { t } = useTranslation();
  const { client, own } = useTill();
  const [said, setSaid] = useState('');
  const [notFound, setNotFound] = useState<NotFound>();
  const [error, setError] = useState<unknown>();
  const [isBusy, setBusy] = useState(false);
  const [isScanning, setScanning] = useState(false);

  async function find(text: string) {
    if (text.trim() === '' || isBusy) return;
    setBusy(true);
    setScanning(false);
    setError(undefined);
    setNotFound(undefined);
    try {
      const found = await findMember(client, own, text.trim());
      if (typeof found === 'object') return show({ name: 'sale', found });
      setNotFound(found);
      setSaid(text);
    } catch (failure) {
      setError(failure);
    }
    setBusy(false);
  }

  return (
    <Stack gap="lg">
      <Title order={1}>{t('start.title')}</Title>
      {notice && <Alert color="brand" title={t(`result.${notice}`)} role="status" />}
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void find(said);
        }}
      >
        <Stack gap="sm">
          <TextInput
            label={t('start.said')}
            size="xl"
            value={said}
            data-autofocus
            autoFocus
            autoComplete="off"
            autoCapitalize="off"
            spellCheck={false}
            maxLength={200}
            error={notFound === undefined ? undefined : t(`start.${notFound}`)}
            onChange={(event) => setSaid(event.currentTarget.value)}
          />
          <Button type="submit" size="xl" loading={isBusy} disabled={said.trim() === ''}>
            {t('start.find')}
          </Button>
        </Stack>
      </form>
      <ProblemAlert error={error} />
      {isScanning ? (
        <Suspense>
          <Camera onScanned={(text) => void find(text)} onClose={() => setScanning(false)} />
        </Suspense>
      ) : (
        <Button variant="default" size="xl" leftSection={<IconCamera aria-hidden />} onClick={() => setScanning(true)}>
          {t('start.scan')}
        </Button>
      )}
      <Group grow>
        <Button
          variant="default"
          size="md"
          px="xs"
          leftSection={<IconUserPlus size={20} aria-hidden />}
          onClick={() => show({ name: 'enrol', said: notFound === undefined ? '' : said })}
        >
          {t('start.enrol')}
        </Button>
        <Button
          variant="default"
          size="md"
          px="xs"
          leftSection={<IconArrowBackUp size={20} aria-hidden />}
          onClick={() => show({ name: 'return' })}
        >
          {t('start.return')}
        </Button>
      </Group>
    </Stack>
  );
}
