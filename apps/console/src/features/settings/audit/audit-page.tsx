import { Anchor, Group, NativeSelect, Stack, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { Input, Output } from '@trofast/contract';
import { type Column, DateText, EmptyState, ListPage, usePages } from '@trofast/ui';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

type Entry = Output<'listAudit'>['items'][number];
type Filter = Pick<Input<'listAudit'>, 'kind' | 'looks'>;

const kinds = ['staff', 'till', 'key'] as const;

/** Who did and who saw what. */
export function AuditPage() {
  const { t } = useTranslation();
  const [filter, setFilter] = useState<Filter>({});
  const { items, query } = usePages('listAudit', filter, { keepsPrevious: true });
  const columns: readonly Column<Entry>[] = [
    { title: t('settings.audit.at'), cell: ({ at }) => <DateText value={at} withTime /> },
    {
      title: t('settings.audit.who'),
      cell: ({ name, kind }) => (
        <Stack gap={0}>
          <Text size="sm">{name}</Text>
          <Text size="xs" c="dimmed">
            {t(`settings.audit.kinds.${kind}`)}
          </Text>
        </Stack>
      ),
    },
    {
      title: t('settings.audit.what'),
      cell: ({ summary, memberId }) => (
        <Stack gap={0}>
          <Text size="sm">{summary}</Text>
          {memberId !== undefined && (
            <Anchor size="xs" renderRoot={(props) => <Link to="/members/$memberId" params={{ memberId }} {...props} />}>
              {memberId}
            </Anchor>
          )}
        </Stack>
      ),
    },
    {
      title: t('settings.audit.outcome'),
      cell: ({ outcome }) => (outcome === 'ok' ? t('settings.audit.done') : outcome),
      isWideOnly: true,
    },
  ];
  return (
    <ListPage
      title={t('settings.areas.audit')}
      text={t('settings.audit.text')}
      label={t('settings.areas.audit')}
      items={items}
      query={query}
      columns={columns}
      keyOf={({ id }) => id}
      filters={
        <Group>
          <NativeSelect
            label={t('settings.audit.who')}
            value={filter.kind ?? ''}
            onChange={(event) => {
              const kind = kinds.find((one) => one === event.currentTarget.value);
              const { kind: _kind, ...rest } = filter;
              setFilter(kind === undefined ? rest : { ...rest, kind });
            }}
            data={[
              { value: '', label: t('settings.audit.everybody') },
              ...kinds.map((kind) => ({ value: kind, label: t(`settings.audit.kinds.${kind}`) })),
            ]}
          />
          <NativeSelect
            label={t('settings.audit.what')}
            value={filter.looks === undefined ? '' : String(filter.looks)}
            onChange={(event) => {
              const { looks: _looks, ...rest } = filter;
              const value = event.currentTarget.value;
              setFilter(value === '' ? rest : { ...rest, looks: value === 'true' });
            }}
            data={[
              { value: '', label: t('settings.audit.everything') },
              { value: 'false', label: t('settings.audit.writes') },
              { value: 'true', label: t('settings.audit.looks') },
            ]}
          />
        </Group>
      }
      empty={<EmptyState title={t('settings.audit.none')} />}
    />
  );
}
