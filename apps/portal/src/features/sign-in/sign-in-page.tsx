import { Button, TextInput } from '@mantine/core';
import { IconFingerprint } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { LanguageSwitcher, ProblemAlert, useFace, useWrite } from '@trofast/ui';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Brand } from '../../look/brand.ts';
import { useTitle } from '../../look/use-title.ts';
import { CodeForm } from './code-form.tsx';
import { hasPasskeys, signInWithPasskey } from './passkeys.ts';

export interface SignInPageProps {
  readonly brand: Brand | undefined;
  readonly problem?: unknown;
}

/** An e-mail address, then the code that was sent to it; or a passkey. */
export function SignInPage({ brand, problem }: SignInPageProps) {
  const { t } = useTranslation();
  const name = brand?.brand.name ?? '';
  useTitle(name === '' ? t('signIn.title') : name);
  const [email, setEmail] = useState('');
  const send = useWrite('sendMemberCode', { outdates: [] });
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const address = String(new FormData(event.currentTarget).get('email') ?? '').trim();
    send.mutate({ email: address }, { onSuccess: () => setEmail(address) });
  };
  return (
    <main id="content" className="sign-in">
      <div className="sign-in-card" aria-hidden="true">
        {brand?.brand.logo ? <img src={brand.brand.logo.url} alt="" className="card-logo" /> : <span>{name}</span>}
      </div>
      <h1>{t('signIn.title')}</h1>
      {problem !== undefined && <ProblemAlert error={problem} />}
      {email !== '' && send.data ? (
        <CodeForm email={email} digits={send.data.digits} onBack={() => setEmail('')} />
      ) : (
        <>
          <p className="quiet">{t('signIn.text')}</p>
          <form className="form" onSubmit={submit}>
            <TextInput
              name="email"
              type="email"
              label={t('profile.email')}
              required
              autoComplete="email webauthn"
              size="md"
            />
            <ProblemAlert error={send.error} />
            <Button type="submit" size="md" loading={send.isPending}>
              {t('signIn.send')}
            </Button>
          </form>
          {hasPasskeys() && <PasskeyButton />}
        </>
      )}
      <div className="sign-in-language">
        <LanguageSwitcher offered={brand?.languages} />
      </div>
    </main>
  );
}

function PasskeyButton() {
  const { t } = useTranslation();
  const { program } = useFace();
  const queries = useQueryClient();
  const signIn = useMutation({
    mutationFn: () => signInWithPasskey(program),
    onSuccess: () => queries.invalidateQueries(),
  });
  return (
    <>
      <Button
        variant="default"
        size="md"
        leftSection={<IconFingerprint size={20} aria-hidden />}
        loading={signIn.isPending}
        onClick={() => signIn.mutate()}
      >
        {t('signIn.passkey')}
      </Button>
      <p role="status" className="quiet">
        {signIn.isError && t('signIn.passkeyFailed')}
      </p>
    </>
  );
}
