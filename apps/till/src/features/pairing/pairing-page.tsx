import { Button, Container, Group, Stack, Text, TextInput, Title } from '@mantine/core';
import { ColourSchemeSwitcher, LanguageSwitcher, ProblemAlert } from '@trofast/ui';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { tillClient } from '../../calling/till-client.ts';

export interface PairingPageProps {
  /** It was a till before: what it did not send is still here. */
  readonly hadTill: boolean;
  readonly onPaired: () => void;
}

export function PairingPage({ hadTill, onPaired }: PairingPageProps) {
  const { t, i18n } = useTranslation();
  const [code, setCode] = useState('');
  const [error, setError] = useState<unknown>();
  const [isBusy, setBusy] = useState(false);

  async function pair() {
    setBusy(true);
    setError(undefined);
    try {
      await tillClient(i18n.language).pairTill({ code: code.trim() });
      onPaired();
    } catch (failure) {
      setError(failure);
      setBusy(false);
    }
  }

  return (
    <Container component="main" id="content" size="xs" py="xl">
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void pair();
        }}
      >
        <Stack gap="lg">
          <Title order={1}>{t('pairing.title')}</Title>
          {hadTill && <Text>{t('pairing.lost')}</Text>}
          <Text c="dimmed">{t('pairing.explain')}</Text>
          <TextInput
            label={t('pairing.code')}
            size="xl"
            value={code}
            autoComplete="one-time-code"
            autoCapitalize="characters"
            spellCheck={false}
            maxLength={20}
            className="till-code"
            onChange={(event) => setCode(event.currentTarget.value)}
          />
          <ProblemAlert error={error} />
          <Button type="submit" size="xl" loading={isBusy} disabled={code.trim() === ''}>
            {t('pairing.pair')}
          </Button>
          <Group grow>
            <LanguageSwitcher />
            <ColourSchemeSwitcher />
          </Group>
        </Stack>
      </form>
    </Container>
  );
}
