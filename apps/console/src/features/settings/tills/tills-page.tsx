import { Button, Group, NativeSelect, Stack, TextInput } from '@mantine/core';
import type { Output } from '@trofast/contract';
import {
  type Column,
  DateText,
  EmptyState,
  ListPage,
  momentText,
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
import { TillFlags } from './till-flags.tsx';

type Till = Output<'listTills'>['items'][number];
type Pairing = Output<'createTill'>['pairing'];

/** The devices on the shop floor, each paired with a code. */
export function TillsPage() {
  const { t } = useTranslation();
  const { language } = useFace();
  const { may } = useStaff();
  const [isAdding, setAdding] = useState(false);
  const [pairing, setPairing] = useState<Pairing>();
  const tills = useOperation('listTills', {}, { refetchInterval: 10_000 });
  const pair = useWrite('createPairingCode', { outdates: ['listTills'], onDone: setPairing });
  const unpair = useWrite('unpairTill', { outdates: ['listTills'] });
  const columns: readonly Column<Till>[] = [
    { title: t('settings.tills.name'), cell: ({ name }) => name },
    { title: t('settings.tills.store'), cell: ({ store }) => store },
    { title: t('settings.tills.state'), cell: ({ state }) => t(`settings.tills.states.${state}`) },
    {
      title: t('settings.tills.seen'),
      cell: ({ seenAt }) => (seenAt === undefined ? '–' : <DateText value={seenAt} withTime />),
      isWideOnly: true,
    },
    ...(may('tills:write')
      ? [
          {
            title: t('settings.actions'),
            cell: ({ id, state }: Till) => (
              <Group gap={4}>
                <Button size="compact-xs" variant="subtle" onClick={() => pair.mutate({ tillId: id })}>
                  {t('settings.tills.newCode')}
                </Button>
                {state === 'paired' && (
                  <Button size="compact-xs" variant="subtle" color="red" onClick={() => unpair.mutate({ tillId: id })}>
                    {t('settings.tills.unpair')}
                  </Button>
                )}
              </Group>
            ),
          },
        ]
      : []),
  ];
  return (
    <Stack gap="xl">
      <ListPage
        title={t('settings.areas.tills')}
        text={t('settings.tills.text')}
        label={t('settings.areas.tills')}
        items={tills.data?.items ?? []}
        query={tills}
        columns={columns}
        keyOf={({ id }) => id}
        actions={may('tills:write') && <Button onClick={() => setAdding(true)}>{t('settings.tills.add')}</Button>}
        filters={
          <>
            <ProblemAlert error={pair.error ?? unpair.error} />
            {pairing && (
              <ShownOnce
                title={t('settings.tills.code')}
                text={t('settings.tills.codeText', {
                  address: `${location.origin}/till/`,
                  until: momentText(language, pairing.expiresAt),
                })}
                value={pairing.code}
              />
            )}
          </>
        }
        empty={<EmptyState title={t('settings.tills.none')} text={t('settings.tills.noneText')} />}
      />
      <TillFlags />
      {isAdding && <AddTill onAdded={setPairing} onClose={() => setAdding(false)} />}
    </Stack>
  );
}

interface AddTillProps {
  readonly onAdded: (pairing: Pairing) => void;
  readonly onClose: () => void;
}

function AddTill({ onAdded, onClose }: AddTillProps) {
  const { t } = useTranslation();
  const stores = useOperation('listStores', {});
  const known = stores.data?.items ?? [];
  const [name, setName] = useState('');
  const [typed, setTyped] = useState('');
  const store = typed || (known[0]?.id ?? '');
  const add = useWrite('createTill', {
    outdates: ['listTills'],
    onDone: ({ pairing }) => {
      onAdded(pairing);
      onClose();
    },
  });
  return (
    <ActionDialog
      title={t('settings.tills.add')}
      does={t('settings.tills.add')}
      error={add.error}
      isPending={add.isPending}
      isDisabled={name.trim() === '' || store.trim() === ''}
      onDo={() => add.mutate({ name: name.trim(), store: store.trim() })}
      onClose={onClose}
    >
      <TextInput
        label={t('settings.tills.name')}
        placeholder={t('settings.tills.example')}
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      {known.length > 0 ? (
        <NativeSelect
          label={t('settings.tills.store')}
          value={store}
          onChange={(event) => setTyped(event.currentTarget.value)}
          data={known.map(({ id, name: storeName }) => ({ value: id, label: storeName }))}
        />
      ) : (
        <TextInput
          label={t('settings.tills.store')}
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
      )}
    </ActionDialog>
  );
}
