import { Button, MultiSelect, Text, TextInput } from '@mantine/core';
import type { Input, Output } from '@trofast/contract';
import {
  type Column,
  DateText,
  EmptyState,
  ListPage,
  ProblemAlert,
  useFace,
  useOperation,
  useWrite,
} from '@trofast/ui';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useStaff } from '../../../shell/staff.tsx';
import { ActionDialog } from '../../members/action-dialog.tsx';
import { ShownOnce } from '../shown-once.tsx';

type Key = Output<'listKeys'>['items'][number];
type NewKey = Input<'createKey'>;

/** Keys with which the shop's own systems call the API. */
export function KeysPage() {
  const { t } = useTranslation();
  const { program } = useFace();
  const { may } = useStaff();
  const [isAdding, setAdding] = useState(false);
  const [secret, setSecret] = useState<string>();
  const keys = useOperation('listKeys', { programId: program });
  const revoke = useWrite('revokeKey');
  const mayChange = may('keys:write');
  const columns: readonly Column<Key>[] = [
    { title: t('settings.keys.name'), cell: ({ name }) => name },
    {
      title: t('settings.keys.scopes'),
      cell: ({ scopes }) => (
        <details>
          <summary>{t('settings.keys.scopeCount', { count: scopes.length })}</summary>
          <Text size="xs">{scopes.join(', ')}</Text>
        </details>
      ),
    },
    { title: t('settings.keys.created'), cell: ({ createdAt }) => <DateText value={createdAt} />, isWideOnly: true },
    {
      title: t('settings.actions'),
      cell: ({ id, revokedAt }) =>
        revokedAt !== undefined ? (
          <Text size="sm" c="dimmed">
            {t('settings.keys.revoked')}
          </Text>
        ) : (
          mayChange && (
            <Button
              size="compact-xs"
              variant="subtle"
              color="red"
              onClick={() => revoke.mutate({ programId: program, keyId: id })}
            >
              {t('settings.keys.revoke')}
            </Button>
          )
        ),
    },
  ];
  return (
    <>
      <ListPage
        title={t('settings.areas.keys')}
        text={t('settings.keys.text')}
        label={t('settings.areas.keys')}
        items={keys.data?.items ?? []}
        query={keys}
        columns={columns}
        keyOf={({ id }) => id}
        actions={mayChange && <Button onClick={() => setAdding(true)}>{t('settings.keys.add')}</Button>}
        filters={
          <>
            <ProblemAlert error={revoke.error} />
            {secret !== undefined && (
              <ShownOnce title={t('settings.keys.secret')} text={t('settings.keys.secretText')} value={secret} />
            )}
          </>
        }
        empty={<EmptyState title={t('settings.keys.none')} text={t('settings.keys.noneText')} />}
      />
      {isAdding && <AddKey keys={keys.data?.items ?? []} onAdded={setSecret} onClose={() => setAdding(false)} />}
    </>
  );
}

interface AddKeyProps {
  readonly keys: readonly Key[];
  readonly onAdded: (secret: string) => void;
  readonly onClose: () => void;
}

function AddKey({ keys, onAdded, onClose }: AddKeyProps) {
  const { t } = useTranslation();
  const { t: kit } = useTranslation('ui');
  const { program } = useFace();
  const [name, setName] = useState('');
  const [scopes, setScopes] = useState<readonly string[]>([]);
  const offered = [...new Set(keys.flatMap((key) => key.scopes))].toSorted();
  const create = useWrite('createKey', {
    outdates: ['listKeys'],
    onDone: ({ secret }) => {
      onAdded(secret);
      onClose();
    },
  });
  return (
    <ActionDialog
      title={t('settings.keys.add')}
      does={t('settings.keys.add')}
      error={create.error}
      isPending={create.isPending}
      isDisabled={name.trim() === ''}
      onDo={() =>
        create.mutate({
          programId: program,
          name: name.trim(),
          ...(scopes.length > 0 && { scopes: [...scopes] as NonNullable<NewKey['scopes']> }),
        })
      }
      onClose={onClose}
    >
      <TextInput
        label={t('settings.keys.name')}
        placeholder={t('settings.keys.example')}
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <MultiSelect
        label={t('settings.keys.scopes')}
        description={t('settings.keys.scopesHint')}
        data={offered}
        value={[...scopes]}
        onChange={setScopes}
        searchable
        clearable
        clearButtonProps={{ 'aria-label': kit('list.clear') }}
      />
    </ActionDialog>
  );
}
