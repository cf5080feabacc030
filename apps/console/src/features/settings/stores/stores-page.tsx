import { Button, TextInput } from '@mantine/core';
import type { Output } from '@trofast/contract';
import { type Column, EmptyState, fieldErrors, ListPage, ProblemAlert, useOperation, useWrite } from '@trofast/ui';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useStaff } from '../../../shell/staff.tsx';
import { ActionDialog } from '../../members/action-dialog.tsx';

type Store = Output<'listStores'>['items'][number];

export function StoresPage() {
  const { t } = useTranslation();
  const { may } = useStaff();
  const [changed, setChanged] = useState<Pick<Store, 'id' | 'name'>>();
  const stores = useOperation('listStores', {});
  const remove = useWrite('removeStore');
  const columns: readonly Column<Store>[] = [
    { title: t('settings.stores.name'), cell: ({ name }) => name },
    { title: t('settings.stores.id'), cell: ({ id }) => id },
    { title: t('settings.stores.market'), cell: ({ market }) => market },
    { title: t('settings.stores.zone'), cell: ({ zone }) => zone, isWideOnly: true },
    ...(may('settings:write')
      ? [
          {
            title: t('settings.actions'),
            cell: (store: Store) => (
              <>
                <Button size="compact-xs" variant="subtle" onClick={() => setChanged(store)}>
                  {t('settings.change')}
                </Button>
                <Button
                  size="compact-xs"
                  variant="subtle"
                  color="red"
                  onClick={() => remove.mutate({ storeId: store.id })}
                >
                  {t('settings.remove')}
                </Button>
              </>
            ),
          },
        ]
      : []),
  ];
  return (
    <>
      <ListPage
        title={t('settings.areas.stores')}
        text={t('settings.stores.text')}
        label={t('settings.areas.stores')}
        items={stores.data?.items ?? []}
        query={stores}
        columns={columns}
        keyOf={({ id }) => id}
        filters={<ProblemAlert error={remove.error} />}
        actions={
          may('settings:write') && (
            <Button onClick={() => setChanged({ id: '', name: '' })}>{t('settings.stores.add')}</Button>
          )
        }
        empty={<EmptyState title={t('settings.stores.none')} text={t('settings.stores.noneText')} />}
      />
      {changed && <StoreDialog store={changed} onClose={() => setChanged(undefined)} />}
    </>
  );
}

interface StoreDialogProps {
  readonly store: Pick<Store, 'id' | 'name'>;
  readonly onClose: () => void;
}

function StoreDialog({ store, onClose }: StoreDialogProps) {
  const { t } = useTranslation();
  const { t: kit } = useTranslation('ui');
  const [id, setId] = useState(store.id);
  const [name, setName] = useState(store.name);
  const save = useWrite('saveStore', { onDone: onClose });
  const errors = fieldErrors(save.error);
  return (
    <ActionDialog
      title={store.id === '' ? t('settings.stores.add') : store.name}
      does={kit('form.save')}
      error={save.error}
      isPending={save.isPending}
      isDisabled={id.trim() === '' || name.trim() === ''}
      onDo={() => save.mutate({ storeId: id.trim(), name: name.trim() })}
      onClose={onClose}
    >
      <TextInput
        label={t('settings.stores.name')}
        value={name}
        error={errors['name']}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <TextInput
        label={t('settings.stores.id')}
        description={t('settings.stores.idHint')}
        value={id}
        readOnly={store.id !== ''}
        error={errors['storeId']}
        onChange={(event) => setId(event.currentTarget.value)}
      />
    </ActionDialog>
  );
}
