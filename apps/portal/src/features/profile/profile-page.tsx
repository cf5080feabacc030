import { Button, TextInput } from '@mantine/core';
import { fieldErrors, ProblemAlert, useWrite } from '@trofast/ui';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { BackLink } from '../../look/back-link.tsx';
import { useMembership } from '../../look/membership.tsx';
import { useTitle } from '../../look/use-title.ts';
import { Passkeys } from './passkeys.tsx';

/** What the shop knows of the member, to be corrected. */
export function ProfilePage() {
  const { t } = useTranslation();
  useTitle(t('profile.title'));
  const { me } = useMembership();
  const { member, program } = me;
  const change = useWrite('changeMe');
  const errors = fieldErrors(change.error);
  const [birthday, setBirthday] = useState(member.birthday ?? '');
  const isFixed = program.birthdayIsFixed && member.birthday !== undefined;
  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const fields = new FormData(event.currentTarget);
    const changed = (name: 'name' | 'phone', before: string | undefined) => {
      const text = String(fields.get(name) ?? '').trim();
      return text === '' || text === before ? {} : { [name]: text };
    };
    change.mutate({
      id: crypto.randomUUID(),
      ...changed('name', member.name),
      ...changed('phone', member.phone),
      ...(birthday !== '' && birthday !== member.birthday && !isFixed && { birthday }),
    });
  };
  return (
    <>
      <BackLink />
      <h1>{t('profile.title')}</h1>
      <form className="panel form" onSubmit={send}>
        <TextInput
          name="name"
          label={t('profile.name')}
          defaultValue={member.name ?? ''}
          autoComplete="name"
          error={errors.name}
        />
        <TextInput
          label={t('profile.email')}
          value={member.email ?? ''}
          readOnly
          description={t('profile.emailText')}
          type="email"
        />
        <TextInput
          name="phone"
          type="tel"
          label={t('profile.phone')}
          defaultValue={member.phone ?? ''}
          placeholder="+45 00 00 00 00"
          autoComplete="tel"
          error={errors.phone}
        />
        <BirthdayField value={birthday} isFixed={isFixed} onChange={setBirthday} />
        <ProblemAlert error={change.error} />
        <div role="status">{change.isSuccess && <p className="done">{t('profile.saved')}</p>}</div>
        <Button type="submit" loading={change.isPending}>
          {t('profile.save')}
        </Button>
      </form>
      <Passkeys />
    </>
  );
}

interface BirthdayFieldProps {
  /** Month and day: `03-31`. */
  readonly value: string;
  readonly isFixed: boolean;
  readonly onChange: (value: string) => void;
}

/** Day and month without a year: more is not asked for. */
function BirthdayField({ value, isFixed, onChange }: BirthdayFieldProps) {
  const { t, i18n } = useTranslation();
  const [month = '', day = ''] = value.split('-');
  const months = Array.from({ length: 12 }, (_, index) => ({
    value: String(index + 1).padStart(2, '0'),
    label: new Intl.DateTimeFormat(i18n.language, { month: 'long', timeZone: 'UTC' }).format(Date.UTC(2024, index, 1)),
  }));
  const daysOfMonth = month === '' ? 31 : new Date(Date.UTC(2024, Number(month), 0)).getUTCDate();
  const days = Array.from({ length: daysOfMonth }, (_, index) => String(index + 1).padStart(2, '0'));
  const set = (newMonth: string, newDay: string) =>
    onChange(newMonth === '' || newDay === '' ? '' : `${newMonth}-${newDay}`);
  const [chosen, choose] = useState({ month, day });
  return (
    <fieldset className="birthday" disabled={isFixed}>
      <legend>{t('profile.birthday')}</legend>
      <select
        aria-label={t('profile.day')}
        value={chosen.day}
        onChange={({ currentTarget }) => {
          choose({ ...chosen, day: currentTarget.value });
          set(chosen.month, currentTarget.value);
        }}
      >
        <option value="">{t('profile.day')}</option>
        {days.map((one) => (
          <option key={one} value={one}>
            {Number(one)}
          </option>
        ))}
      </select>
      <select
        aria-label={t('profile.month')}
        value={chosen.month}
        onChange={({ currentTarget }) => {
          choose({ ...chosen, month: currentTarget.value });
          set(currentTarget.value, chosen.day);
        }}
      >
        <option value="">{t('profile.month')}</option>
        {months.map((one) => (
          <option key={one.value} value={one.value}>
            {one.label}
          </option>
        ))}
      </select>
      {isFixed && <p className="quiet">{t('profile.birthdayFixed')}</p>}
    </fieldset>
  );
}
