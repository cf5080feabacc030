import { Stack } from '@mantine/core';
import type { ReactNode } from 'react';
import { ListTable, type ListTableProps } from './list-table.tsx';
import { PageHead, type PageHeadProps } from './page-head.tsx';

export interface ListPageProps<Item> extends PageHeadProps, ListTableProps<Item> {
  /** Search and filters, above the list. */
  readonly filters?: ReactNode;
}

/** A page about many things of one kind. */
export function ListPage<Item>({ title, text, above, actions, filters, ...list }: ListPageProps<Item>) {
  return (
    <Stack gap="lg">
      <PageHead title={title} text={text} above={above} actions={actions} />
      {filters}
      <ListTable {...list} />
    </Stack>
  );
}
