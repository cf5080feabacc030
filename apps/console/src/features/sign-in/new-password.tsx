import { PasswordInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';

export interface NewPasswordProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (password: string) => void;
  readonly error?: string | undefined;
}

/** A password that is being chosen. */
export function NewPassword({ label, value, onChange, error }: NewPasswordProps) {
  const { t } = useTranslation();
  return (
    <PasswordInput
      label={label}
      description={t('signIn.passwordHint')}
      autoComplete="new-password"
      minLength={12}
      required
      withAsterisk={false}
      error={error}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}
