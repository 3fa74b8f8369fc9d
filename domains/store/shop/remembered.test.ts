import { followClock } from '@qingniao/kernel';
import { afterAll, expect, it, vi } from 'vitest';
import { createRemembered } from './remembered.ts';

let at = 0;
afterAll(followClock(() => at));

it('answers with the last count while one other is under way, and with nothing older than the bound', async () => {
  const warn = vi.fn();
  const remembered = createRemembered<string>(10, 100, { warn });
  const counts: { resolve: (counted: string) => void; reject: (error: Error) => void }[] = [];
  const ask = () => remembered('shop', () => new Promise<string>((resolve, reject) => { counts.push({ resolve, reject }); }));
  /** Answered before the count under way ends, or not. */
  const atOnce = () => Promise.race([ask(), new Promise((resolve) => { setImmediate(resolve, 'waits'); })]);

  const [one, other] = [ask(), ask()];
  at = 50;
  const third = ask();
  expect(counts).toHaveLength(1);
  counts[0]!.resolve('first');
  // As old as its beginning, however long it took.
  expect(await Promise.all([one, other, third])).toEqual(['first', 'first', 'first']);
  expect([await atOnce(), await atOnce()]).toEqual(['first', 'first']);
  expect(counts).toHaveLength(2);
  at = 100;
  expect(await atOnce()).toBe('waits');
  const waiting = ask();
  expect(counts).toHaveLength(2);
  counts[1]!.resolve('second');
  expect(await waiting).toBe('second');
  expect(await atOnce()).toBe('second');

  // What failed is counted again by the next who asks; only who had nothing else learns of it. That count began at 50.
  counts[2]!.reject(new Error('no connection'));
  await new Promise(setImmediate);
  expect(warn).toHaveBeenCalledExactlyOnceWith({ err: new Error('no connection'), key: 'shop' }, 'counting again failed');
  expect(await atOnce()).toBe('second');
  expect(counts).toHaveLength(4);
  at = 150;
  const refused = ask();
  counts[3]!.reject(new Error('no connection'));
  await expect(refused).rejects.toThrow('no connection');
  expect(counts).toHaveLength(4);
});
