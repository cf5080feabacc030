import {
  keepPreviousData,
  type QueryClient,
  type UseInfiniteQueryResult,
  type UseMutationResult,
  type UseQueryResult,
  useInfiniteQuery,
  useMutation,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query';
import type { Input, OperationName, Output } from '@trofast/contract';
import type { CallOptions, Client } from '@trofast/sdk';
import { type Face, useFace } from './face-client.tsx';

export interface ReadOptions {
  /** Ask only when this is so. */
  readonly enabled?: boolean;
  /** Ask again every so many milliseconds. */
  readonly refetchInterval?: number | false;
  /** Show what was answered before while another input is asked for. */
  readonly keepsPrevious?: boolean;
}

/** What an operation answers, kept and refreshed: `useOperation('listKeys', { programId })`. */
export function useOperation<Name extends OperationName>(
  name: Name,
  input: Input<Name>,
  { enabled = true, refetchInterval = false, keepsPrevious = false }: ReadOptions = {},
): UseQueryResult<Output<Name>> {
  const face = useFace();
  const query = useQuery<unknown>({
    queryKey: keyOf(face, name, input),
    queryFn: ({ signal }) => call(face.client, name, input, { signal }),
    enabled,
    refetchInterval,
    ...(keepsPrevious && { placeholderData: keepPreviousData }),
  });
  // The key holds the operation's name, so what is kept under it is that operation's output.
  return query as UseQueryResult<Output<Name>>;
}

/** Asks before anything is shown, so that the answer is there, or on its way, when a page wants it. */
export async function askAhead<Name extends OperationName>(
  queries: QueryClient,
  face: Face,
  name: Name,
  input: Input<Name>,
): Promise<Output<Name> | undefined> {
  const queryKey = keyOf(face, name, input);
  await queries.prefetchQuery({ queryKey, queryFn: ({ signal }) => call(face.client, name, input, { signal }) });
  return queries.getQueryData<Output<Name>>(queryKey);
}

interface Page<Item> {
  readonly items: readonly Item[];
  readonly next?: string;
}

type ItemOf<Name extends OperationName> = Output<Name> extends Page<infer Item> ? Item : never;

export interface Pages<Item> {
  readonly items: readonly Item[];
  readonly query: UseInfiniteQueryResult<unknown>;
}

/** The items of a list that goes on by cursor, as far as they were asked for. */
export function usePages<Name extends OperationName>(
  name: Name,
  input: Input<Name>,
  { enabled = true, refetchInterval = false, keepsPrevious = false }: ReadOptions = {},
): Pages<ItemOf<Name>> {
  const face = useFace();
  const query = useInfiniteQuery({
    queryKey: [...keyOf(face, name, input), 'pages'],
    queryFn: async ({ pageParam, signal }) => {
      const asked = pageParam === undefined ? input : { ...input, cursor: pageParam };
      return (await call(face.client, name, asked as Input<Name>, { signal })) as Page<ItemOf<Name>>;
    },
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page: Page<ItemOf<Name>>) => page.next,
    enabled,
    refetchInterval,
    ...(keepsPrevious && { placeholderData: keepPreviousData }),
  });
  return { items: query.data?.pages.flatMap(({ items }) => items) ?? [], query };
}

export interface WriteOptions<Name extends OperationName> {
  /** Operations whose answers are old once this has been done; all of them when absent. */
  readonly outdates?: readonly OperationName[];
  readonly onDone?: (output: Output<Name>, input: Input<Name>) => void;
}

/** Does an operation: `const rename = useWrite('renameTill'); rename.mutate({ … })`. */
export function useWrite<Name extends OperationName>(
  name: Name,
  { outdates, onDone }: WriteOptions<Name> = {},
): UseMutationResult<Output<Name>, Error, Input<Name>> {
  const { client } = useFace();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (input: Input<Name>) => call(client, name, input, {}),
    onSuccess: async (output, input) => {
      await queries.invalidateQueries(
        outdates === undefined ? {} : { predicate: ({ queryKey }) => outdates.includes(queryKey[2] as OperationName) },
      );
      onDone?.(output, input);
    },
  });
}

/** What an answer is kept by: the program and the language change it as much as the input. */
function keyOf({ program, language }: Face, name: OperationName, input: object) {
  return [program, language, name, input] as const;
}

function call<Name extends OperationName>(
  client: Client,
  name: Name,
  input: Input<Name>,
  options: CallOptions,
): Promise<Output<Name>> {
  // Every operation is a method of its own name; the union of all of them cannot be called without saying so.
  const method = client[name] as unknown as (input: Input<Name>, options: CallOptions) => Promise<Output<Name>>;
  return method(input, options);
}
