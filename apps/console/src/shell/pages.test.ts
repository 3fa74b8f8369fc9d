import { createMemoryHistory } from '@tanstack/react-router';
import { afterAll, expect, it, vi } from 'vitest';
import { opensInner } from './pages.ts';

vi.hoisted(() => vi.stubGlobal('location', new URL('https://crm.example')));
afterAll(() => vi.unstubAllGlobals());

it('a page that asks for more is known by its route, whatever ids its address has', async () => {
  const { createConsoleRouter } = await import('../router.tsx');
  const router = createConsoleRouter(undefined as never);
  router.update({ ...router.options, history: createMemoryHistory() });
  const opens = (path: string, ...held: string[]) => opensInner((permission) => held.includes(permission), router.matchRoutes(path).at(-1)!.fullPath.replace(/\/$/, ''));
  expect(['/b/1', '/b/1/pushes/p1', '/b/1/audience/s1'].map((path) => opens(path))).toEqual([true, true, true]);
  expect(['/b/1/audience/s1/edit', '/b/1/pushes/p1/edit', '/b/1/pushes/p1/experiment', '/b/1/pushes/new'].map((path) => opens(path))).toEqual([false, false, false, false]);
  expect([opens('/b/1/audience/s1/edit', 'people:write'), opens('/b/1/pushes/p1/edit/', 'pushes:write')]).toEqual([true, true]);
});
