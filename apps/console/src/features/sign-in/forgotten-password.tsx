import { Alert, Anchor, Button, Stack, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { PageHead } from '@trofast/ui';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { SignInAlert } from './sign-in-alert.tsx';
import { askNewPassword } from './staff-auth.ts';

export function ForgottenPassword({ onBack }: { readonly onBack: () => void }) {
  const { t } = useTranslation();
  const [email, setEmail] = useState('');
  const ask = useMutation({ mutationFn: () => askNewPassword(email.trim()) });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    ask.mutate();
  };
  return (
    <form onSubmit={submit}>
      <Stack gap="md">
        <PageHead title={t('signIn.lost.title')} text={t('signIn.lost.text')} />
        <SignInAlert error={ask.error} />
        {ask.isSuccess ? (
          <Alert color="brand" role="status">
            {t('signIn.lost.sent')}
          </Alert>
        ) : (
          <>
            <TextInput
              label={t('signIn.email')}
              type="email"
              autoComplete="username"
              required
              withAsterisk={false}
              value={email}
              onChange={(event) => setEmail(event.currentTarget.value)}
            />
            <Button type="submit" loading={ask.isPending} fullWidth>
              {t('signIn.lost.send')}
            </Button>
          </>
        )}
        <Anchor component="button" type="button" size="sm" onClick={onBack}>
          {t('signIn.back')}
        </Anchor>
      </Stack>
    </form>
  );
}
