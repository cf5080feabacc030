import { Stack } from '@mantine/core';
import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { ProblemAlert } from '../problems/problem-alert.tsx';
import { PageHead, type PageHeadProps } from './page-head.tsx';
import { Waiting } from './waiting.tsx';

export interface DetailPageProps<Value> {
  readonly query: UseQueryResult<Value>;
  readonly head: (value: Value) => PageHeadProps;
  /** What the head says until the value is here. */
  readonly title: string;
  readonly children: (value: Value) => ReactNode;
}

/** A page about one thing: waiting, a problem with another try, or the thing. */
export function DetailPage<Value>({ query, head, title, children }: DetailPageProps<Value>) {
  const { data, error, refetch } = query;
  return (
    <Stack gap="lg">
      <PageHead {...(data === undefined ? { title } : head(data))} />
      <ProblemAlert error={error} onRetry={() => void refetch()} />
      {data === undefined ? !error && <Waiting /> : children(data)}
    </Stack>
  );
}
