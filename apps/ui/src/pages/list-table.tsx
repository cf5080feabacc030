import { Button, Group, Paper, Stack, Table } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemAlert } from '../problems/problem-alert.tsx';
import { Waiting } from './waiting.tsx';

export interface Column<Item> {
  readonly title: string;
  readonly cell: (item: Item) => ReactNode;
  /** Numbers stand at the end of their column. */
  readonly isNumber?: boolean;
  /** Left out where the screen is narrow. */
  readonly isWideOnly?: boolean;
}

/** What a list needs to know of where its items come from: of `useOperation`, or the `query` of `usePages`. */
export interface ListSource {
  readonly isPending: boolean;
  readonly error: unknown;
  readonly refetch: () => unknown;
  readonly hasNextPage?: boolean;
  readonly isFetchingNextPage?: boolean;
  readonly fetchNextPage?: () => unknown;
}

export interface ListTableProps<Item> {
  readonly items: readonly Item[];
  readonly query: ListSource;
  readonly columns: readonly Column<Item>[];
  readonly keyOf: (item: Item) => string;
  /** What the table holds, for who cannot see it. */
  readonly label: string;
  readonly empty: ReactNode;
}

export function ListTable<Item>({ items, query, columns, keyOf, label, empty }: ListTableProps<Item>) {
  const { t } = useTranslation('ui');
  if (query.error) return <ProblemAlert error={query.error} onRetry={() => void query.refetch()} />;
  if (query.isPending) return <Waiting lines={6} />;
  if (items.length === 0) return <Paper withBorder>{empty}</Paper>;
  return (
    <Stack gap="sm">
      <Paper withBorder>
        {/* Reachable by keyboard, because a wide table scrolls in it. */}
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a place that scrolls must be reachable */}
        <section aria-label={label} tabIndex={0} style={{ overflowX: 'auto' }}>
          <Table verticalSpacing="sm" horizontalSpacing="md" highlightOnHover>
            <Table.Thead>
              <Table.Tr>
                {columns.map((column) => (
                  <Table.Th key={column.title} scope="col" {...cellProps(column)}>
                    {column.title}
                  </Table.Th>
                ))}
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {items.map((item) => (
                <Table.Tr key={keyOf(item)}>
                  {columns.map((column) => (
                    <Table.Td key={column.title} {...cellProps(column)}>
                      {column.cell(item)}
                    </Table.Td>
                  ))}
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </section>
      </Paper>
      {query.hasNextPage && (
        <Group justify="center">
          <Button
            variant="default"
            loading={query.isFetchingNextPage ?? false}
            onClick={() => void query.fetchNextPage?.()}
          >
            {t('list.more')}
          </Button>
        </Group>
      )}
    </Stack>
  );
}

function cellProps<Item>({ isNumber = false, isWideOnly = false }: Column<Item>) {
  return { ...(isNumber && { ta: 'right' as const }), ...(isWideOnly && { visibleFrom: 'sm' as const }) };
}
