import { Button, TextInput } from '@mantine/core';
import { ProblemAlert, useWrite } from '@trofast/ui';
import { type FormEvent, useRef } from 'react';
import { useTranslation } from 'react-i18next';

export interface CodeFormProps {
  readonly email: string;
  readonly digits: number;
  readonly onBack: () => void;
}

/** The code from the e-mail. Once all digits are there it is sent by itself. */
export function CodeForm({ email, digits, onBack }: CodeFormProps) {
  const { t } = useTranslation();
  const form = useRef<HTMLFormElement>(null);
  // Whoever signs in sees nothing of what was asked before.
  const signIn = useWrite('signInMember');
  const send = (code: string) => {
    if (!signIn.isPending) signIn.mutate({ email, code });
  };
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    send(digitsOf(String(new FormData(event.currentTarget).get('code') ?? '')));
  };
  return (
    <form ref={form} className="form" onSubmit={submit}>
      <p className="quiet">{t('signIn.sent', { email })}</p>
      <TextInput
        name="code"
        label={t('signIn.code')}
        inputMode="numeric"
        autoComplete="one-time-code"
        required
        size="lg"
        maxLength={digits + 2}
        classNames={{ input: 'code-input' }}
        data-autofocus
        ref={focused}
        onChange={({ currentTarget }) => {
          const code = digitsOf(currentTarget.value);
          if (code.length === digits) send(code);
        }}
      />
      <ProblemAlert error={signIn.error} />
      <Button type="submit" size="md" loading={signIn.isPending}>
        {t('signIn.enter')}
      </Button>
      <Button variant="subtle" onClick={onBack}>
        {t('signIn.again')}
      </Button>
    </form>
  );
}

function digitsOf(text: string): string {
  return text.replaceAll(/\D/g, '');
}

/** The field is what the page now waits for. */
function focused(input: HTMLInputElement | null) {
  input?.focus();
}
