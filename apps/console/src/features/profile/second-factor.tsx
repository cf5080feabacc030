import { Alert, Button, Code, Group, PasswordInput, SimpleGrid, Stack, Text, TextInput } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { SignInAlert } from '../sign-in/sign-in-alert.tsx';
import {
  type SecondFactor as Begun,
  beginSecondFactor,
  endSecondFactor,
  giveSecondFactor,
} from '../sign-in/staff-auth.ts';

/** A code of an app besides the password. */
export function SecondFactor({ isOn }: { readonly isOn: boolean }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const [password, setPassword] = useState('');
  const [begun, setBegun] = useState<Begun>();
  const change = useMutation({
    mutationFn: async () => (isOn ? await endSecondFactor(password) : setBegun(await beginSecondFactor(password))),
    onSuccess: async () => {
      setPassword('');
      if (isOn) await queries.invalidateQueries();
    },
  });
  if (begun !== undefined) return <Confirm begun={begun} onDone={() => setBegun(undefined)} />;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    change.mutate();
  };
  return (
    <form onSubmit={submit}>
      <Stack gap="sm" align="flex-start">
        <Text size="sm" c="dimmed">
          {isOn ? t('profile.second.on') : t('profile.second.off')}
        </Text>
        <SignInAlert error={change.error} />
        <PasswordInput
          label={t('signIn.password')}
          autoComplete="current-password"
          w="100%"
          maw={420}
          value={password}
          onChange={(event) => setPassword(event.currentTarget.value)}
        />
        <Button type="submit" variant="default" loading={change.isPending} disabled={password === ''}>
          {isOn ? t('profile.second.end') : t('profile.second.begin')}
        </Button>
      </Stack>
    </form>
  );
}

interface ConfirmProps {
  readonly begun: Begun;
  readonly onDone: () => void;
}

/** The picture for the app, the codes for a lost telephone, and a first code as proof. */
function Confirm({ begun, onDone }: ConfirmProps) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const [code, setCode] = useState('');
  const picture = useQuery({
    queryKey: ['second-factor', begun.totpURI],
    queryFn: async () => (await import('qrcode')).toDataURL(begun.totpURI, { margin: 1, width: 220 }),
    gcTime: 0,
  });
  const confirm = useMutation({
    mutationFn: () => giveSecondFactor(code, false),
    onSuccess: async () => {
      await queries.invalidateQueries();
      onDone();
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    confirm.mutate();
  };
  const secret = new URL(begun.totpURI).searchParams.get('secret') ?? '';
  return (
    <form onSubmit={submit}>
      <Stack gap="md">
        <Text size="sm">{t('profile.second.scan')}</Text>
        <Group align="flex-start">
          {picture.data !== undefined && (
            <img src={picture.data} alt={t('profile.second.picture')} width={220} height={220} />
          )}
          <Stack gap="xs">
            <Text size="sm">{t('profile.second.secret')}</Text>
            <Code style={{ overflowWrap: 'anywhere' }}>{secret}</Code>
          </Stack>
        </Group>
        <Alert color="yellow" title={t('profile.second.backup')}>
          <Text size="sm" mb="xs">
            {t('profile.second.backupText')}
          </Text>
          <SimpleGrid cols={{ base: 2, sm: 5 }}>
            {begun.backupCodes.map((one) => (
              <Code key={one}>{one}</Code>
            ))}
          </SimpleGrid>
        </Alert>
        <SignInAlert error={confirm.error} />
        <TextInput
          label={t('signIn.second.code')}
          inputMode="numeric"
          autoComplete="one-time-code"
          maw={240}
          value={code}
          onChange={(event) => setCode(event.currentTarget.value)}
        />
        <Group>
          <Button type="submit" loading={confirm.isPending}>
            {t('profile.second.confirm')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
