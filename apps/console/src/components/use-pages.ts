import { useInfiniteQuery, type QueryKey } from '@tanstack/react-query';
import { useMemo } from 'react';

interface Page<Item> {
  items: Item[];
  nextCursor: string | null;
}

/** A list by cursor as a DataTable takes it: all rows so far, and how to get more. */
export function usePages<Item>(queryKey: QueryKey, load: (cursor: string | undefined) => Promise<Page<Item>>) {
  const query = useInfiniteQuery({
    queryKey,
    queryFn: ({ pageParam }) => load(pageParam),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.nextCursor ?? undefined,
  });
  const rows = useMemo(() => query.data?.pages.flatMap((page) => page.items), [query.data]);
  return {
    rows,
    error: query.error,
    retry: () => void query.refetch(),
    more: query.hasNextPage ? { loading: query.isFetchingNextPage, load: () => void query.fetchNextPage() } : undefined,
  };
}
