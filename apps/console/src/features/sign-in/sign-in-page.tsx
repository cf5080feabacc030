import { Alert, Anchor, Button, Divider, PasswordInput, Stack, TextInput } from '@mantine/core';
import { IconFingerprint } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { PageHead } from '@trofast/ui';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { PlainPage } from '../../shell/plain-page.tsx';
import { ForgottenPassword } from './forgotten-password.tsx';
import { SecondFactorForm } from './second-factor-form.tsx';
import { SignInAlert } from './sign-in-alert.tsx';
import { knowsPasskeys, signIn, signInWithPasskey } from './staff-auth.ts';

export interface SignInPageProps {
  /** Nobody owns this installation yet. */
  readonly needsOwner?: boolean;
}

export function SignInPage({ needsOwner = false }: SignInPageProps) {
  const [step, setStep] = useState<'password' | 'second' | 'forgotten'>('password');
  return (
    <PlainPage>
      {step === 'password' && (
        <PasswordStep
          needsOwner={needsOwner}
          onSecondFactor={() => setStep('second')}
          onForgotten={() => setStep('forgotten')}
        />
      )}
      {step === 'second' && <SecondFactorForm onBack={() => setStep('password')} />}
      {step === 'forgotten' && <ForgottenPassword onBack={() => setStep('password')} />}
    </PlainPage>
  );
}

interface PasswordStepProps {
  readonly needsOwner: boolean;
  readonly onSecondFactor: () => void;
  readonly onForgotten: () => void;
}

function PasswordStep({ needsOwner, onSecondFactor, onForgotten }: PasswordStepProps) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const enter = useMutation({
    mutationFn: () => signIn(email.trim(), password),
    onSuccess: (wantsSecond) => (wantsSecond ? onSecondFactor() : queries.resetQueries()),
  });
  const passkey = useMutation({ mutationFn: signInWithPasskey, onSuccess: () => queries.resetQueries() });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    enter.mutate();
  };
  return (
    <form onSubmit={submit}>
      <Stack gap="md">
        <PageHead title={t('signIn.title')} text={t('signIn.text')} />
        {needsOwner && <Alert color="brand">{t('signIn.needsOwner')}</Alert>}
        <SignInAlert error={enter.error ?? passkey.error} />
        <TextInput
          label={t('signIn.email')}
          type="email"
          autoComplete="username webauthn"
          required
          withAsterisk={false}
          value={email}
          onChange={(event) => setEmail(event.currentTarget.value)}
        />
        <PasswordInput
          label={t('signIn.password')}
          autoComplete="current-password"
          required
          withAsterisk={false}
          value={password}
          onChange={(event) => setPassword(event.currentTarget.value)}
        />
        <Button type="submit" loading={enter.isPending} fullWidth>
          {t('signIn.enter')}
        </Button>
        {knowsPasskeys() && (
          <>
            <Divider label={t('signIn.or')} />
            <Button
              variant="default"
              leftSection={<IconFingerprint size={18} aria-hidden="true" />}
              loading={passkey.isPending}
              onClick={() => passkey.mutate()}
              fullWidth
            >
              {t('signIn.passkey')}
            </Button>
          </>
        )}
        <Anchor component="button" type="button" size="sm" onClick={onForgotten}>
          {t('signIn.forgotten')}
        </Anchor>
      </Stack>
    </form>
  );
}
