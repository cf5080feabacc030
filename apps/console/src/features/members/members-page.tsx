import { Anchor, Group, NativeSelect, Stack, Text, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { Input, Output } from '@trofast/contract';
import { type Column, DateText, EmptyState, ListPage, pointsText, useFace, useOperation, usePages } from '@trofast/ui';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { AddMember } from './add-member.tsx';
import { nameOfMember } from './name-of-member.ts';

type Found = Output<'searchMembers'>['items'][number];
type Filter = Pick<Input<'searchMembers'>, 'ladder' | 'level' | 'joinedFrom' | 'lastPurchaseThrough'>;

/** Every member, found by whatever one knows of them. */
export function MembersPage() {
  const { t } = useTranslation();
  const [text, setText] = useState('');
  const [filter, setFilter] = useState<Filter>({});
  const [asked] = useDebouncedValue(text.trim(), 150);
  const { items, query } = usePages(
    'searchMembers',
    { ...filter, ...(asked !== '' && { text: asked }) },
    { keepsPrevious: true },
  );
  const isFiltered = asked !== '' || Object.keys(filter).length > 0;
  const columns = useColumns();
  return (
    <ListPage
      title={t('shell.pages.members')}
      label={t('shell.pages.members')}
      items={items}
      query={query}
      columns={columns}
      keyOf={({ id }) => id}
      actions={<AddMember />}
      filters={
        <Group align="flex-end" gap="sm">
          <TextInput
            label={t('members.search')}
            placeholder={t('members.searchHint')}
            leftSection={<IconSearch size={18} aria-hidden="true" />}
            value={text}
            onChange={(event) => setText(event.currentTarget.value)}
            type="search"
            style={{ flex: '1 1 280px' }}
          />
          <LevelFilter filter={filter} onChange={setFilter} />
          <QuietFilter filter={filter} onChange={setFilter} />
        </Group>
      }
      empty={
        isFiltered ? (
          <EmptyState title={t('members.noMatch')} text={t('members.noMatchText')} />
        ) : (
          <EmptyState title={t('members.none')} text={t('members.noneText')} />
        )
      }
    />
  );
}

function useColumns(): readonly Column<Found>[] {
  const { t } = useTranslation();
  const { language } = useFace();
  const overview = useOperation('getOverview', {});
  const nameOfLevel = (ladder: string, level: string) =>
    overview.data?.ladders.find((one) => one.ladder === ladder)?.levels.find((one) => one.level === level)?.name ??
    level;
  return [
    {
      title: t('members.name'),
      cell: (found) => (
        <Stack gap={0}>
          <Anchor
            fw={600}
            renderRoot={(props) => <Link to="/members/$memberId" params={{ memberId: found.id }} {...props} />}
          >
            {nameOfMember(found) ?? t('members.nameless')}
          </Anchor>
          <Text size="xs" c="dimmed">
            {[found.email, found.phone, ...found.cards].filter(Boolean).slice(0, 2).join(' · ')}
          </Text>
        </Stack>
      ),
    },
    {
      title: t('members.level'),
      cell: ({ levels }) =>
        Object.entries(levels)
          .map(([ladder, level]) => nameOfLevel(ladder, level))
          .join(', ') || '–',
      isWideOnly: true,
    },
    {
      title: t('members.points'),
      cell: ({ points }) =>
        Object.values(points)
          .map((amount) => pointsText(language, amount))
          .join(' · ') || '–',
      isNumber: true,
    },
    { title: t('members.purchases'), cell: ({ purchases }) => purchases, isNumber: true, isWideOnly: true },
    {
      title: t('members.lastPurchase'),
      cell: ({ lastPurchase }) => (lastPurchase === undefined ? '–' : <DateText value={lastPurchase} />),
      isWideOnly: true,
    },
    { title: t('members.since'), cell: ({ since }) => <DateText value={since} />, isWideOnly: true },
  ];
}

interface FilterProps {
  readonly filter: Filter;
  readonly onChange: (filter: Filter) => void;
}

function LevelFilter({ filter, onChange }: FilterProps) {
  const { t } = useTranslation();
  const overview = useOperation('getOverview', {});
  const ladders = overview.data?.ladders ?? [];
  if (ladders.length === 0) return null;
  return (
    <NativeSelect
      label={t('members.level')}
      value={filter.level === undefined ? '' : `${filter.ladder}/${filter.level}`}
      onChange={(event) => {
        const { ladder: _ladder, level: _level, ...rest } = filter;
        const [ladder = '', level] = event.currentTarget.value.split('/');
        onChange(level === undefined ? rest : { ...rest, ladder, level });
      }}
      data={[
        { value: '', label: t('members.all') },
        ...ladders.map(({ ladder, name, levels }) => ({
          group: name,
          items: levels.map(({ level, name: levelName }) => ({ value: `${ladder}/${level}`, label: levelName })),
        })),
      ]}
    />
  );
}

const quietMonths = [3, 6, 12] as const;

/** Who has not bought for a while. */
function QuietFilter({ filter, onChange }: FilterProps) {
  const { t } = useTranslation();
  const overview = useOperation('getOverview', {});
  const today = overview.data?.period.through;
  const before = (months: number) => {
    const day = new Date(`${today ?? '1970-01-01'}T00:00:00Z`);
    day.setUTCMonth(day.getUTCMonth() - months);
    return day.toISOString().slice(0, 10);
  };
  return (
    <NativeSelect
      label={t('members.quiet')}
      disabled={today === undefined}
      value={filter.lastPurchaseThrough ?? ''}
      onChange={(event) => {
        const { lastPurchaseThrough: _through, ...rest } = filter;
        const through = event.currentTarget.value;
        onChange(through === '' ? rest : { ...rest, lastPurchaseThrough: through });
      }}
      data={[
        { value: '', label: t('members.all') },
        ...quietMonths.map((months) => ({ value: before(months), label: t('members.quietFor', { count: months }) })),
      ]}
    />
  );
}
