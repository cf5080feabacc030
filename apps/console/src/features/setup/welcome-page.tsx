import { Button, Stack, TextInput } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { fieldErrors, isLanguage, PageHead, ProblemAlert, useFace, useWrite } from '@trofast/ui';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { linkToken } from '../../shell/link-token.ts';
import { PlainPage } from '../../shell/plain-page.tsx';
import { NewPassword } from '../sign-in/new-password.tsx';

/** Behind the link that the server's start printed: the first owner makes an account. */
export function WelcomePage() {
  const { t } = useTranslation();
  const { language } = useFace();
  const go = useNavigate();
  const [token] = useState(linkToken);
  const [name, setName] = useState('');
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const begin = useWrite('redeemWelcome', { onDone: () => void go({ to: '/' }) });
  const errors = fieldErrors(begin.error);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const locale = isLanguage(language) ? { locale: language } : {};
    begin.mutate({ token, name: name.trim(), email: email.trim(), password, ...locale });
  };
  return (
    <PlainPage>
      <form onSubmit={submit}>
        <Stack gap="md">
          <PageHead title={t('setup.welcome.title')} text={t('setup.welcome.text')} />
          <ProblemAlert error={begin.error} />
          <TextInput
            label={t('signIn.name')}
            autoComplete="name"
            required
            withAsterisk={false}
            error={errors['name']}
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
          />
          <TextInput
            label={t('signIn.email')}
            type="email"
            autoComplete="email"
            required
            withAsterisk={false}
            error={errors['email']}
            value={email}
            onChange={(event) => setEmail(event.currentTarget.value)}
          />
          <NewPassword
            label={t('signIn.password')}
            error={errors['password']}
            value={password}
            onChange={setPassword}
          />
          <Button type="submit" loading={begin.isPending}>
            {t('setup.welcome.begin')}
          </Button>
        </Stack>
      </form>
    </PlainPage>
  );
}
