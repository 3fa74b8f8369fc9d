import { useInfiniteQuery, type QueryKey } from '@tanstack/react-query';
import { useMemo } from 'react';

interface Page<Item> {
  items: Item[];
  nextCursor: string | null;
}

interface Asking<Item> {
  enabled?: boolean;
  /** Milliseconds until it is read again. */
  again?: (rows: Item[]) => number;
}

const rowsOf = <Item>(pages: Page<Item>[]): Item[] => pages.flatMap(({ items }) => items);

/** A list by cursor as a DataTable takes it: all rows so far, and how to get more. `first` has what the list says beside its rows. */
export function usePages<Item, Beside = unknown>(
  queryKey: QueryKey, load: (cursor: string | undefined) => Promise<Page<Item> & Beside>, { enabled = true, again }: Asking<Item> = {},
) {
  const query = useInfiniteQuery({
    queryKey,
    queryFn: ({ pageParam }) => load(pageParam),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.nextCursor ?? undefined,
    enabled,
    refetchInterval: ({ state }) => again?.(rowsOf(state.data?.pages ?? [])) ?? false,
  });
  const rows = useMemo(() => query.data && rowsOf(query.data.pages), [query.data]);
  return {
    rows,
    first: query.data?.pages[0],
    error: query.error,
    retry: () => void query.refetch(),
    more: query.hasNextPage ? { loading: query.isFetchingNextPage, load: () => void query.fetchNextPage() } : undefined,
  };
}
