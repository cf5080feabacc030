import { Alert, Button, Stack } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { PageHead } from '@trofast/ui';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { linkToken } from '../../shell/link-token.ts';
import { PlainPage } from '../../shell/plain-page.tsx';
import { NewPassword } from './new-password.tsx';
import { SignInAlert } from './sign-in-alert.tsx';
import { setNewPassword } from './staff-auth.ts';

/** Behind the link of a message: a new password. */
export function NewPasswordPage() {
  const { t } = useTranslation();
  const [token] = useState(linkToken);
  const [password, setPassword] = useState('');
  const change = useMutation({ mutationFn: () => setNewPassword(token, password) });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    change.mutate();
  };
  return (
    <PlainPage>
      <form onSubmit={submit}>
        <Stack gap="md">
          <PageHead title={t('signIn.renew.title')} />
          <SignInAlert error={change.error} />
          {change.isSuccess ? (
            <Alert color="brand" role="status">
              {t('signIn.renew.done')}
            </Alert>
          ) : (
            <NewPassword label={t('signIn.renew.password')} value={password} onChange={setPassword} />
          )}
          {change.isSuccess ? (
            <Button renderRoot={(props) => <Link to="/" {...props} />}>{t('signIn.title')}</Button>
          ) : (
            <Button type="submit" loading={change.isPending}>
              {t('signIn.renew.save')}
            </Button>
          )}
        </Stack>
      </form>
    </PlainPage>
  );
}
