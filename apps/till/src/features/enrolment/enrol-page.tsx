import { Button, Stack, Text, TextInput, Title } from '@mantine/core';
import type { ProblemDocument } from '@trofast/contract';
import { ProblemError } from '@trofast/sdk';
import { ProblemAlert } from '@trofast/ui';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useTill } from '../../frame/till-context.tsx';
import type { View } from '../../frame/use-view.ts';
import { enrol, type NewMember } from '../../selling/enrol.ts';
import { guessField, phoneExample } from './guess-field.ts';

export interface EnrolPageProps {
  /** What nobody was found by. */
  readonly said: string | undefined;
  readonly show: (view: View) => void;
}

const nothing: NewMember = { email: '', phone: '', card: '', name: '' };

/** Ten seconds: one way to know the member is enough. */
export function EnrolPage({ said = '', show }: EnrolPageProps) {
  const { t } = useTranslation();
  const till = useTill();
  const [member, setMember] = useState<NewMember>({ ...nothing, ...guessField(said) });
  const [wrong, setWrong] = useState<'email' | 'phone'>();
  const [problem, setProblem] = useState<ProblemDocument>();
  const [isBusy, setBusy] = useState(false);
  const example = phoneExample(till.own.setup.country);
  const set = (field: keyof NewMember) => (event: { readonly currentTarget: { readonly value: string } }) => {
    const { value } = event.currentTarget;
    setMember((before) => ({ ...before, [field]: value }));
  };

  async function submit() {
    const given = { ...member, email: member.email.trim(), phone: member.phone.trim(), card: member.card.trim() };
    const bad = given.email !== '' && !/^\S+@\S+\.\S+$/.test(given.email) ? 'email' : badPhone(given.phone);
    setWrong(bad);
    if (bad !== undefined) return;
    setBusy(true);
    setProblem(undefined);
    const enrolled = await enrol(till, { ...given, name: given.name.trim() });
    if ('found' in enrolled) return show({ name: 'sale', found: enrolled.found });
    setProblem(enrolled.problem);
    setBusy(false);
  }

  const isEmpty = member.email.trim() === '' && member.phone.trim() === '' && member.card.trim() === '';
  const field = { size: 'lg', autoComplete: 'off', maxLength: 200 } as const;
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <Stack gap="md">
        <Title order={1}>{t('enrol.title')}</Title>
        <Text c="dimmed">{t('enrol.one')}</Text>
        <TextInput
          {...field}
          type="email"
          inputMode="email"
          autoFocus
          label={t('enrol.email')}
          value={member.email}
          error={wrong === 'email' && t('enrol.emailForm')}
          onChange={set('email')}
        />
        <TextInput
          {...field}
          type="tel"
          inputMode="tel"
          label={t('enrol.phone')}
          value={member.phone}
          error={wrong === 'phone' && t('enrol.phoneForm', { example })}
          onChange={set('phone')}
        />
        <TextInput {...field} label={t('enrol.card')} value={member.card} onChange={set('card')} />
        <TextInput {...field} label={t('enrol.name')} value={member.name} onChange={set('name')} />
        {problem && (
          <ProblemAlert
            error={
              new ProblemError(problem.code === 'identity_taken' ? { ...problem, detail: t('enrol.taken') } : problem)
            }
          />
        )}
        <Button type="submit" size="xl" loading={isBusy} disabled={isEmpty}>
          {t('enrol.enrol')}
        </Button>
      </Stack>
    </form>
  );
}

function badPhone(phone: string): 'phone' | undefined {
  return phone !== '' && !/^\+[0-9 ()-]{6,24}$/.test(phone) ? 'phone' : undefined;
}
