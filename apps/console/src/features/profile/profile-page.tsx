import { Button, Group, Paper, Stack, TextInput, Title } from '@mantine/core';
import { isLanguage, PageHead, ProblemAlert, useFace, useWrite } from '@trofast/ui';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useStaff } from '../../shell/staff.tsx';
import { toast } from '../../shell/toast.ts';
import { Passkeys } from './passkeys.tsx';
import { SecondFactor } from './second-factor.tsx';
import { Sessions } from './sessions.tsx';

/** One's own account: name, a second factor, passkeys, where one is signed in. */
export function ProfilePage() {
  const { t } = useTranslation();
  const { t: kit } = useTranslation('ui');
  const { person } = useStaff();
  const { language } = useFace();
  const [name, setName] = useState(person.name);
  const change = useWrite('changeProfile', { onDone: () => toast(kit('form.saved')) });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    change.mutate({ name: name.trim(), ...(isLanguage(language) && { locale: language }) });
  };
  return (
    <Stack gap="lg" maw={760}>
      <PageHead title={t('shell.pages.profile')} text={person.email} />
      <Paper withBorder p="lg">
        <form onSubmit={submit}>
          <Stack gap="md" align="flex-start">
            <ProblemAlert error={change.error} />
            <TextInput
              label={t('signIn.name')}
              value={name}
              w="100%"
              maw={420}
              autoComplete="name"
              onChange={(event) => setName(event.currentTarget.value)}
            />
            <Group>
              <Button type="submit" loading={change.isPending} disabled={name.trim() === ''}>
                {kit('form.save')}
              </Button>
            </Group>
          </Stack>
        </form>
      </Paper>
      <Paper withBorder p="lg" component="section">
        <Title order={2} size="h4" mb="xs">
          {t('profile.second.title')}
        </Title>
        <SecondFactor isOn={person.hasTwoFactor} />
      </Paper>
      <Paper withBorder p="lg" component="section">
        <Title order={2} size="h4" mb="xs">
          {t('profile.passkeys.title')}
        </Title>
        <Passkeys />
      </Paper>
      <Paper withBorder p="lg" component="section">
        <Title order={2} size="h4" mb="xs">
          {t('profile.sessions.title')}
        </Title>
        <Sessions />
      </Paper>
    </Stack>
  );
}
