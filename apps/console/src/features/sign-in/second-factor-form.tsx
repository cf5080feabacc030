import { Anchor, Button, Checkbox, Stack, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { PageHead } from '@trofast/ui';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { SignInAlert } from './sign-in-alert.tsx';
import { giveSecondFactor } from './staff-auth.ts';

export function SecondFactorForm({ onBack }: { readonly onBack: () => void }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const [code, setCode] = useState('');
  const [isTrusted, setTrusted] = useState(false);
  const give = useMutation({
    mutationFn: () => giveSecondFactor(code, isTrusted),
    onSuccess: () => queries.resetQueries(),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    give.mutate();
  };
  return (
    <form onSubmit={submit}>
      <Stack gap="md">
        <PageHead title={t('signIn.second.title')} text={t('signIn.second.text')} />
        <SignInAlert error={give.error} />
        <TextInput
          label={t('signIn.second.code')}
          autoComplete="one-time-code"
          inputMode="numeric"
          required
          withAsterisk={false}
          data-autofocus
          value={code}
          onChange={(event) => setCode(event.currentTarget.value)}
        />
        <Checkbox
          label={t('signIn.second.trust')}
          checked={isTrusted}
          onChange={(event) => setTrusted(event.currentTarget.checked)}
        />
        <Button type="submit" loading={give.isPending} fullWidth>
          {t('signIn.enter')}
        </Button>
        <Anchor component="button" type="button" size="sm" onClick={onBack}>
          {t('signIn.back')}
        </Anchor>
      </Stack>
    </form>
  );
}
