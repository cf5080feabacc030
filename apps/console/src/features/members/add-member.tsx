import { Button, Group, Modal, Stack, Text, TextInput } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useNavigate } from '@tanstack/react-router';
import { fieldErrors, ProblemAlert, useWrite } from '@trofast/ui';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useStaff } from '../../shell/staff.tsx';

const fields = ['name', 'email', 'phone', 'card'] as const;

/** Enrols a member by hand. */
export function AddMember() {
  const { t } = useTranslation();
  const { t: kit } = useTranslation('ui');
  const { may } = useStaff();
  const go = useNavigate();
  const [isOpen, { open, close }] = useDisclosure();
  const [values, setValues] = useState<Partial<Record<(typeof fields)[number], string>>>({});
  const enrol = useWrite('enrolMember', {
    onDone: ({ id }) => void go({ to: '/members/$memberId', params: { memberId: id } }),
  });
  const errors = fieldErrors(enrol.error);
  if (!may('members:write')) return null;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const given = (key: 'name' | 'email' | 'phone') => (values[key]?.trim() ? { [key]: values[key].trim() } : {});
    const cards = values.card?.trim() ? { cards: [values.card.trim()] } : {};
    enrol.mutate({ ...given('name'), ...given('email'), ...given('phone'), ...cards });
  };
  return (
    <>
      <Button onClick={open}>{t('members.add')}</Button>
      <Modal
        opened={isOpen}
        onClose={close}
        title={t('members.add')}
        closeButtonProps={{ 'aria-label': kit('form.close') }}
      >
        <form onSubmit={submit}>
          <Stack gap="sm">
            <Text size="sm" c="dimmed">
              {t('members.addText')}
            </Text>
            <ProblemAlert error={enrol.error} />
            {fields.map((field) => (
              <TextInput
                key={field}
                label={t(`members.fields.${field}`)}
                type={field === 'email' ? 'email' : 'text'}
                autoComplete="off"
                error={errors[field === 'card' ? 'cards.0' : field]}
                value={values[field] ?? ''}
                onChange={(event) => setValues({ ...values, [field]: event.currentTarget.value })}
              />
            ))}
            <Group justify="flex-end">
              <Button variant="default" onClick={close}>
                {kit('form.cancel')}
              </Button>
              <Button type="submit" loading={enrol.isPending}>
                {t('members.add')}
              </Button>
            </Group>
          </Stack>
        </form>
      </Modal>
    </>
  );
}
