import { Button, NativeSelect, TextInput } from '@mantine/core';
import type { Output } from '@trofast/contract';
import { fieldErrors, ProblemAlert, useWrite } from '@trofast/ui';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';

export interface AddPersonFormProps {
  readonly roles: Output<'getMyHousehold'>['roles'];
}

/** Takes somebody into the household. */
export function AddPersonForm({ roles }: AddPersonFormProps) {
  const { t } = useTranslation();
  const [role, setRole] = useState(roles[0]?.role ?? '');
  const [id, setId] = useState(() => crypto.randomUUID());
  const add = useWrite('addToMyHousehold', { onDone: () => setId(crypto.randomUUID()) });
  const errors = fieldErrors(add.error);
  const needsAddress = roles.find((one) => one.role === role)?.sameAddress ?? false;
  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = event.currentTarget;
    const fields = new FormData(form);
    const text = (name: string) => String(fields.get(name) ?? '').trim();
    add.mutate(
      {
        id,
        role,
        name: text('name'),
        ...(text('email') !== '' && { email: text('email') }),
        ...(text('address') !== '' && { address: text('address') }),
      },
      { onSuccess: () => form.reset(), onError: () => setId(crypto.randomUUID()) },
    );
  };
  return (
    <form className="panel form" onSubmit={send} aria-labelledby="add-person">
      <h2 id="add-person">{t('household.add')}</h2>
      <NativeSelect
        label={t('household.role')}
        value={role}
        data={roles.map((one) => ({ value: one.role, label: one.name }))}
        onChange={(event) => setRole(event.currentTarget.value)}
      />
      <TextInput name="name" label={t('profile.name')} required autoComplete="off" error={errors.name} />
      <TextInput
        name="email"
        type="email"
        label={t('profile.email')}
        description={t('household.emailText')}
        autoComplete="off"
        error={errors.email}
      />
      {needsAddress && (
        <TextInput
          name="address"
          label={t('household.address')}
          required
          autoComplete="street-address"
          error={errors.address}
        />
      )}
      <ProblemAlert error={add.error} />
      <Button type="submit" loading={add.isPending}>
        {t('household.add')}
      </Button>
    </form>
  );
}
