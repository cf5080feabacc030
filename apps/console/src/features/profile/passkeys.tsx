import { Button, Group, Stack, Text } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { DateText, ProblemAlert } from '@trofast/ui';
import { useTranslation } from 'react-i18next';
import { SignInAlert } from '../sign-in/sign-in-alert.tsx';
import { addPasskey, deletePasskey, knowsPasskeys, listPasskeys } from '../sign-in/staff-auth.ts';

/** Signing in by fingerprint, face or a key of metal, without a password. */
export function Passkeys() {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const passkeys = useQuery({ queryKey: ['passkeys'], queryFn: listPasskeys });
  const onSuccess = () => queries.invalidateQueries();
  const add = useMutation({ mutationFn: () => addPasskey(new Date().toISOString().slice(0, 10)), onSuccess });
  const remove = useMutation({ mutationFn: deletePasskey, onSuccess });
  return (
    <Stack gap="sm" align="flex-start">
      <Text size="sm" c="dimmed">
        {t('profile.passkeys.text')}
      </Text>
      <ProblemAlert error={passkeys.error} />
      <SignInAlert error={add.error ?? remove.error} />
      {passkeys.data?.map(({ id, createdAt }) => (
        <Group key={id} gap="md">
          <Text size="sm">
            <DateText value={new Date(createdAt).toISOString()} withTime />
          </Text>
          <Button size="compact-xs" variant="subtle" color="red" onClick={() => remove.mutate(id)}>
            {t('settings.remove')}
          </Button>
        </Group>
      ))}
      {knowsPasskeys() && (
        <Button variant="default" loading={add.isPending} onClick={() => add.mutate()}>
          {t('profile.passkeys.add')}
        </Button>
      )}
    </Stack>
  );
}
