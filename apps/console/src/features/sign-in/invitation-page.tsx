import { Alert, Button, Stack, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { PageHead, ProblemAlert, useFace, useOperation, useWrite, Waiting } from '@trofast/ui';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { linkToken } from '../../shell/link-token.ts';
import { PlainPage } from '../../shell/plain-page.tsx';
import { NewPassword } from './new-password.tsx';
import { SignInPage } from './sign-in-page.tsx';

/** Behind the link of an invitation: who has no account makes one, who has one signs in first. */
export function InvitationPage() {
  const { t } = useTranslation();
  const { client } = useFace();
  const [token] = useState(linkToken);
  const session = useOperation('getStaffSession', {});
  const invitation = useQuery({ queryKey: ['invitation', token], queryFn: () => client.openInvitation({ token }) });
  if (invitation.data === undefined || session.data === undefined) {
    const error = invitation.error ?? session.error;
    return <PlainPage>{error ? <ProblemAlert error={error} /> : <Waiting />}</PlainPage>;
  }
  const { hasAccount, organisation, email, role } = invitation.data;
  const isSignedIn = session.data.staff !== undefined;
  if (hasAccount && !isSignedIn) return <SignInPage />;
  return (
    <PlainPage>
      <Stack gap="md">
        <PageHead
          title={t('signIn.invitation.title', { organisation })}
          text={t('signIn.invitation.text', { role: t(`roles.${role}`), email })}
        />
        <AcceptForm token={token} needsAccount={!hasAccount} />
      </Stack>
    </PlainPage>
  );
}

function AcceptForm({ token, needsAccount }: { readonly token: string; readonly needsAccount: boolean }) {
  const { t } = useTranslation();
  const go = useNavigate();
  const [name, setName] = useState('');
  const [password, setPassword] = useState('');
  const accept = useWrite('acceptInvitation', { onDone: () => void go({ to: '/' }) });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    accept.mutate(needsAccount ? { token, name: name.trim(), password } : { token });
  };
  return (
    <form onSubmit={submit}>
      <Stack gap="md">
        <ProblemAlert error={accept.error} />
        {needsAccount && (
          <>
            <TextInput
              label={t('signIn.name')}
              autoComplete="name"
              required
              withAsterisk={false}
              value={name}
              onChange={(event) => setName(event.currentTarget.value)}
            />
            <NewPassword label={t('signIn.password')} value={password} onChange={setPassword} />
          </>
        )}
        {accept.isSuccess && <Alert color="brand">{t('signIn.invitation.done')}</Alert>}
        <Button type="submit" loading={accept.isPending}>
          {t('signIn.invitation.accept')}
        </Button>
      </Stack>
    </form>
  );
}
