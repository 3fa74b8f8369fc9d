import { afterAll, beforeEach, expect, it, vi } from 'vitest';

const fetched: URL[] = [];
vi.hoisted(() => vi.stubGlobal('location', new URL('https://crm.example')));
vi.stubGlobal('fetch', async ({ url }: Request) => {
  const asked = new URL(url);
  fetched.push(asked);
  const ids = asked.searchParams.getAll('ids');
  const items = (ids.length > 0 ? ids : [`${asked.searchParams.get('archived') ?? 'any'}-${asked.searchParams.get('text')}`]).map((id) => ({ id, name: `n-${id}`, title: `t-${id}`, note: '', size: 1200, sentAt: null }));
  return Response.json({ items, nextCursor: ids.length > 0 ? null : 'next' });
});
afterAll(() => vi.unstubAllGlobals());
beforeEach(() => void (fetched.length = 0));

const { namesQuery, searchQuery } = await import('./names.ts');
const run = <T>(query: { queryFn?: unknown }) => (query.queryFn as () => Promise<T>)();

it('a picker asks the server for what is typed, archived channels behind those in use, and says that there are more', async () => {
  expect(await run(searchQuery(1, 'channels', 'bund'))).toEqual({ more: true, items: [{ id: 'any-bund', name: 'n-any-bund', hint: null }, { id: 'true-bund', name: 'n-true-bund', hint: null }] });
  expect(await run(searchQuery(1, 'pushes', 'bund'))).toMatchObject({ items: [{ name: 't-any-bund' }] });
  await run(searchQuery(1, 'liveSegments', ''));
  expect(Object.fromEntries(fetched.at(-1)!.searchParams)).toEqual({ limit: '50', state: 'live' });
});

it('what is chosen has its name however many there are, and a segment also when it is live no more', async () => {
  const ids = Array.from({ length: 201 }, (_, index) => `s${index}`);
  expect(await run<unknown[]>(namesQuery(1, 'liveSegments', ids))).toHaveLength(201);
  expect(fetched.map(({ searchParams }) => [searchParams.getAll('ids').length, searchParams.get('state')])).toEqual([[100, null], [100, null], [1, null]]);
});
