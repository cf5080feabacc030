import { Alert } from '@mantine/core';
import { ProblemAlert } from '@trofast/ui';
import { useTranslation } from 'react-i18next';
import { SignInRefused } from './staff-auth.ts';

const known = {
  INVALID_EMAIL_OR_PASSWORD: 'wrongPassword',
  INVALID_PASSWORD: 'wrongPassword',
  INVALID_CODE: 'wrongCode',
  INVALID_BACKUP_CODE: 'wrongCode',
  INVALID_TWO_FACTOR_COOKIE: 'tooLate',
  TOO_MANY_ATTEMPTS_REQUEST_NEW_CODE: 'tooMany',
  INVALID_TOKEN: 'linkOld',
  PASSWORD_TOO_SHORT: 'passwordShort',
  SESSION_NOT_FRESH: 'signInAgain',
  passkey_cancelled: 'passkeyCancelled',
} as const;

/** Why signing in did not work, in words. */
export function SignInAlert({ error }: { readonly error: unknown }) {
  const { t } = useTranslation();
  if (error === null || error === undefined) return null;
  // The browser's own refusal: the person closed its dialog, or has no passkey here.
  if (error instanceof DOMException) return <Alert color="red">{t('signIn.wrong.passkeyCancelled')}</Alert>;
  if (!(error instanceof SignInRefused)) return <ProblemAlert error={error} />;
  const word = Object.entries(known).find(([code]) => code === error.code)?.[1];
  return (
    <Alert color="red" role="alert">
      {t(`signIn.wrong.${error.status === 429 ? 'tooMany' : (word ?? 'other')}`)}
    </Alert>
  );
}
