import { ActionIcon, Anchor, Button, Stack } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { Link, useParams } from '@tanstack/react-router';
import {
  DateText,
  EmptyState,
  ListPage,
  numberText,
  ProblemAlert,
  useFace,
  useOperation,
  usePages,
  useWrite,
} from '@trofast/ui';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useStaff } from '../../shell/staff.tsx';
import { ImportToList } from './import-to-list.tsx';

/** Who is on a list; by hand or by file, on and off. */
export function ListMembersPage() {
  const { t } = useTranslation();
  const { language } = useFace();
  const { may } = useStaff();
  const { listId } = useParams({ from: '/inside/lists/$listId' });
  const [isImporting, setImporting] = useState(false);
  const all = useOperation('listLists', {});
  const { items, query } = usePages('listOnList', { listId });
  const remove = useWrite('removeFromList', { outdates: ['listLists', 'listOnList'] });
  const mayWrite = may('members:write');
  const list = all.data?.items.find(({ id }) => id === listId);
  const count = list && t('lists.members', { count: list.members, shown: numberText(language, list.members) });
  return (
    <Stack gap="lg">
      <ProblemAlert error={remove.error} />
      <ListPage
        title={list?.name ?? listId}
        text={[count, list?.sentence].filter(Boolean).join(' · ')}
        label={list?.name ?? listId}
        above={
          <Anchor size="sm" renderRoot={(props) => <Link to="/lists" {...props} />}>
            {t('lists.back')}
          </Anchor>
        }
        actions={mayWrite && <Button onClick={() => setImporting(true)}>{t('lists.import')}</Button>}
        query={query}
        items={items}
        keyOf={({ id }) => id}
        columns={[
          {
            title: t('lists.member'),
            cell: ({ id, name }) => (
              <Anchor renderRoot={(props) => <Link to="/members/$memberId" params={{ memberId: id }} {...props} />}>
                {name ?? id}
              </Anchor>
            ),
          },
          { title: t('lists.email'), cell: ({ email }) => email, isWideOnly: true },
          { title: t('lists.from'), cell: ({ from }) => <DateText value={from} /> },
          {
            title: t('lists.through'),
            cell: ({ through }) => (through === undefined ? t('lists.forGood') : <DateText value={through} />),
          },
          ...(mayWrite
            ? [
                {
                  title: t('program.rules.remove'),
                  cell: ({ id, name }: { readonly id: string; readonly name?: string }) => (
                    <ActionIcon
                      variant="subtle"
                      color="gray"
                      aria-label={t('lists.remove', { name: name ?? id })}
                      onClick={() => remove.mutate({ listId, memberId: id })}
                    >
                      <IconTrash size={16} />
                    </ActionIcon>
                  ),
                },
              ]
            : []),
        ]}
        empty={<EmptyState title={t('lists.nobody')} text={t('lists.nobodyHint')} />}
      />
      {isImporting && <ImportToList listId={listId} onClose={() => setImporting(false)} />}
    </Stack>
  );
}
