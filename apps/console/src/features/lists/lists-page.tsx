import { Anchor, Button, Stack } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { EmptyState, ListPage, numberText, useFace, useOperation } from '@trofast/ui';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useStaff } from '../../shell/staff.tsx';
import { MakeList } from './make-list.tsx';

/** The program's lists, with how many are on each. */
export function ListsPage() {
  const { t } = useTranslation();
  const { language } = useFace();
  const { program, may } = useStaff();
  const [isMaking, setMaking] = useState(false);
  const query = useOperation('listLists', {});
  const mayMake = may('drafts:write');
  return (
    <Stack gap="lg">
      <ListPage
        title={t('lists.title')}
        text={t('lists.text')}
        label={t('lists.title')}
        actions={mayMake && <Button onClick={() => setMaking(true)}>{t('lists.make')}</Button>}
        query={query}
        items={query.data?.items ?? []}
        keyOf={({ id }) => id}
        columns={[
          {
            title: t('lists.list'),
            cell: ({ id, name }) => (
              <Anchor renderRoot={(props) => <Link to="/lists/$listId" params={{ listId: id }} {...props} />}>
                {name}
              </Anchor>
            ),
          },
          { title: t('lists.sentence'), cell: ({ sentence }) => sentence, isWideOnly: true },
          { title: t('lists.count'), cell: ({ members }) => numberText(language, members), isNumber: true },
        ]}
        empty={<EmptyState title={t('lists.none')} text={t('lists.noneHint')} />}
      />
      {isMaking && program && <MakeList programId={program.id} onClose={() => setMaking(false)} />}
    </Stack>
  );
}
