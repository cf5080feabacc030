import { Badge, Button, Group, NativeSelect, Stack, Text, TextInput, Title } from '@mantine/core';
import type { Output } from '@trofast/contract';
import { ROLES, type Role } from '@trofast/contract/roles';
import {
  type Column,
  DateText,
  EmptyState,
  ListPage,
  ListTable,
  ProblemAlert,
  useOperation,
  useWrite,
} from '@trofast/ui';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useStaff } from '../../../shell/staff.tsx';
import { ActionDialog } from '../../members/action-dialog.tsx';
import { ShownOnce } from '../shown-once.tsx';

type Person = Output<'listStaff'>['items'][number];

/** Who works here, and what each may do. */
export function StaffPage() {
  const { t } = useTranslation();
  const { may, person: self } = useStaff();
  const [isInviting, setInviting] = useState(false);
  const [link, setLink] = useState<string>();
  const staff = useOperation('listStaff', {});
  const change = useWrite('changeRole');
  const remove = useWrite('removeStaff');
  const mayChange = may('staff:write');
  const columns: readonly Column<Person>[] = [
    {
      title: t('settings.staff.name'),
      cell: ({ name, email }) => (
        <Stack gap={0}>
          <Text size="sm" fw={600}>
            {name}
          </Text>
          <Text size="xs" c="dimmed">
            {email}
          </Text>
        </Stack>
      ),
    },
    {
      title: t('settings.staff.role'),
      cell: ({ id, name, role }) =>
        mayChange ? (
          <NativeSelect
            aria-label={t('settings.staff.roleOf', { name })}
            size="xs"
            value={role}
            onChange={(event) => change.mutate({ staffId: id, role: event.currentTarget.value as Role })}
            data={ROLES.map((one) => ({ value: one, label: t(`roles.${one}`) }))}
          />
        ) : (
          t(`roles.${role}`)
        ),
    },
    {
      title: t('settings.staff.protection'),
      cell: ({ hasTwoFactor, passkeys }) => (
        <Group gap={4}>
          {hasTwoFactor && <Badge variant="default">{t('settings.staff.twoFactor')}</Badge>}
          {passkeys > 0 && <Badge variant="default">{t('settings.staff.passkeys', { count: passkeys })}</Badge>}
          {!hasTwoFactor && passkeys === 0 && <Text size="xs">{t('settings.staff.passwordOnly')}</Text>}
        </Group>
      ),
      isWideOnly: true,
    },
    {
      title: t('settings.staff.last'),
      cell: ({ lastSignedInAt }) => (lastSignedInAt === undefined ? '–' : <DateText value={lastSignedInAt} withTime />),
      isWideOnly: true,
    },
    ...(mayChange
      ? [
          {
            title: t('settings.actions'),
            cell: ({ id }: Person) =>
              id !== self.id && (
                <Button size="compact-xs" variant="subtle" color="red" onClick={() => remove.mutate({ staffId: id })}>
                  {t('settings.remove')}
                </Button>
              ),
          },
        ]
      : []),
  ];
  return (
    <Stack gap="xl">
      <ListPage
        title={t('settings.areas.staff')}
        text={t('settings.staff.text')}
        label={t('settings.areas.staff')}
        items={staff.data?.items ?? []}
        query={staff}
        columns={columns}
        keyOf={({ id }) => id}
        actions={mayChange && <Button onClick={() => setInviting(true)}>{t('settings.staff.invite')}</Button>}
        filters={
          <>
            <ProblemAlert error={change.error ?? remove.error} />
            {link !== undefined && (
              <ShownOnce title={t('settings.staff.invited')} text={t('settings.staff.invitedText')} value={link} />
            )}
          </>
        }
        empty={<EmptyState title={t('settings.staff.none')} />}
      />
      <Invitations invitations={staff.data?.invitations ?? []} />
      {isInviting && <InviteDialog onInvited={setLink} onClose={() => setInviting(false)} />}
    </Stack>
  );
}

function Invitations({ invitations }: Pick<Output<'listStaff'>, 'invitations'>) {
  const { t } = useTranslation();
  const { may } = useStaff();
  const revoke = useWrite('revokeInvitation');
  if (invitations.length === 0) return null;
  return (
    <Stack gap="sm">
      <Title order={2} size="h4">
        {t('settings.staff.invitations')}
      </Title>
      <ProblemAlert error={revoke.error} />
      <ListTable
        items={invitations}
        query={{ isPending: false, error: null, refetch: () => undefined }}
        label={t('settings.staff.invitations')}
        keyOf={({ id }) => id}
        columns={[
          { title: t('settings.staff.email'), cell: ({ email }) => email },
          { title: t('settings.staff.role'), cell: ({ role }) => t(`roles.${role}`) },
          { title: t('settings.staff.expires'), cell: ({ expiresAt }) => <DateText value={expiresAt} /> },
          {
            title: t('settings.actions'),
            cell: ({ id }) =>
              may('staff:write') && (
                <Button
                  size="compact-xs"
                  variant="subtle"
                  color="red"
                  onClick={() => revoke.mutate({ invitationId: id })}
                >
                  {t('settings.remove')}
                </Button>
              ),
          },
        ]}
        empty={undefined}
      />
    </Stack>
  );
}

interface InviteDialogProps {
  readonly onInvited: (link: string) => void;
  readonly onClose: () => void;
}

function InviteDialog({ onInvited, onClose }: InviteDialogProps) {
  const { t } = useTranslation();
  const [email, setEmail] = useState('');
  const [role, setRole] = useState<Role>('service');
  const invite = useWrite('inviteStaff', {
    outdates: ['listStaff'],
    onDone: ({ link }) => {
      onInvited(link);
      onClose();
    },
  });
  return (
    <ActionDialog
      title={t('settings.staff.invite')}
      does={t('settings.staff.invite')}
      error={invite.error}
      isPending={invite.isPending}
      isDisabled={email.trim() === ''}
      onDo={() => invite.mutate({ email: email.trim(), role })}
      onClose={onClose}
    >
      <TextInput
        label={t('settings.staff.email')}
        type="email"
        autoComplete="off"
        value={email}
        onChange={(event) => setEmail(event.currentTarget.value)}
      />
      <NativeSelect
        label={t('settings.staff.role')}
        description={t(`settings.staff.about.${role}`)}
        value={role}
        onChange={(event) => setRole(event.currentTarget.value as Role)}
        data={ROLES.map((one) => ({ value: one, label: t(`roles.${one}`) }))}
      />
    </ActionDialog>
  );
}
