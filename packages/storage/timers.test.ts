import { clockMoved, followClock } from '@qingniao/kernel';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createTimers } from './timers.ts';
import { silentLog, testDatabase } from './testing.ts';
import type { Database, DueTimer, Timers } from './types.ts';

let database: Database;
let close: () => Promise<void>;
let timers: Timers;
let clock = Date.parse('2026-03-01T00:00:00Z');
const stopClock = followClock(() => clock);
const made: Timers[] = [];

const newTimers = () => {
  const fresh = createTimers({ database, log: silentLog });
  made.push(fresh);
  return fresh;
};
beforeAll(async () => ({ database, close } = await testDatabase()));
beforeEach(() => (timers = newTimers()));
afterEach(async () => {
  await Promise.all(made.splice(0).map((each) => each.stop()));
  await database.system.query('DELETE FROM timer');
});
afterAll(async () => {
  stopClock();
  await close();
});

const set = (key: string, dueInMs: number, by = timers, brandId = 1) =>
  database.forBrand(brandId).tx((tx) => by.set(tx, { brandId, name: 'wait', key, dueAt: new Date(clock + dueInMs), payload: { key } }));

describe('runDue', () => {
  it('fires what is due, in due order, once, on the millisecond', async () => {
    const fired: string[] = [];
    timers.register('wait', async ({ key }) => void fired.push(key));
    await set('later', 1001);
    await set('second', 1000);
    await set('first', 10, timers, 2);
    clock += 999;
    expect(await timers.runDue()).toBe(1);
    clock += 1;
    expect(await timers.runDue()).toBe(1);
    expect(await timers.runDue()).toBe(0);
    expect(fired).toEqual(['first', 'second']);
    clock += 1;
    await timers.runDue();
    expect(fired).toEqual(['first', 'second', 'later']);
    expect(await database.system.query('SELECT 1 FROM timer')).toEqual([]);
  });

  it('up to an instant, leaves what has fallen due since, and what fires is not late by how far the clock ran on', async () => {
    const fired: string[] = [];
    const late: number[] = [];
    timers.register('wait', async ({ key, dueAt, foundAt }) => {
      fired.push(key);
      late.push(foundAt.getTime() - dueAt.getTime());
    });
    const release = timers.hold();
    await set('at', 10);
    await set('after', 11);
    const until = clock + 10;
    clock += 20;
    expect(await timers.runDue(until)).toBe(1);
    expect(fired).toEqual(['at']);
    expect(await timers.runDue()).toBe(1);
    expect(late).toEqual([0, 9]);
    release();
  });
  it('but for what asks one other system, leaves that for the next, though what fired has only now set it', async () => {
    const fired: string[] = [];
    const note = async ({ key }: { key: string }) => void fired.push(key);
    timers.register('pays', note, { asks: 'pay' });
    timers.register('tells', note, { asks: 'wechat' });
    timers.register('wait', async (timer) => {
      await database.forBrand(1).tx(async (tx) => {
        for (const name of ['pays', 'tells']) await timers.set(tx, { brandId: 1, name, key: name, dueAt: new Date(clock), payload: null });
      });
      await note(timer);
    });
    const release = timers.hold();
    await set('gift', 0);
    expect(await timers.runDue(clock, 'pay')).toBe(2);
    expect(fired).toEqual(['gift', 'tells']);
    expect(await timers.runDue()).toBe(1);
    expect(fired).toEqual(['gift', 'tells', 'pays']);
    release();
  });


  it('held, fires only when told; released, by itself again', async () => {
    const fired: string[] = [];
    timers.register('wait', async ({ key }) => void fired.push(key));
    const release = timers.hold();
    await set('told', 10);
    clock += 10;
    clockMoved();
    // One that had fired by itself would not be left.
    expect(await timers.runDue()).toBe(1);
    await set('by itself', 10);
    clock += 10;
    release();
    await expect.poll(() => fired, { timeout: 20_000 }).toEqual(['told', 'by itself']);
  });

  it('sees a timer whose transaction committed while it was looking', async () => {
    const fired: string[] = [];
    timers.register('wait', async ({ key }) => void fired.push(key));
    await database.forBrand(1).tx(async (tx) => {
      await timers.set(tx, { brandId: 1, name: 'wait', key: 'slow', dueAt: new Date(clock), payload: null });
      expect(await timers.runDue()).toBe(0);
    });
    expect(await timers.runDue()).toBe(1);
    expect(fired).toEqual(['slow']);
  });

  it('a timer may set itself anew, and moving one moves it', async () => {
    const due: number[] = [];
    timers.register('wait', async ({ key, dueAt }: DueTimer) => {
      due.push(dueAt.getTime() - clock);
      if (due.length < 3) await set(key, 500 * due.length);
    });
    await set('again', 100);
    await set('again', 200);
    clock += 200;
    expect(await timers.runDue()).toBe(1);
    clock += 500;
    expect(await timers.runDue()).toBe(1);
    clock += 1000;
    expect(await timers.runDue()).toBe(1);
    expect(due).toEqual([0, 0, 0]);
    expect(await database.system.query('SELECT 1 FROM timer')).toEqual([]);
  });

  it('a cancelled one does not fire', async () => {
    timers.register('wait', () => Promise.reject(new Error('must not fire')));
    await set('off', 0);
    await database.forBrand(1).tx((tx) => timers.cancel(tx, 1, 'wait', 'off'));
    expect(await timers.runDue()).toBe(0);
  });

  it('does not fire from a claim that fell: cancelled, moved, or claimed by another process while it waited its turn', async () => {
    const fired: string[] = [];
    timers.register('wait', async ({ key }) => {
      fired.push(key);
      if (key !== 'first') return;
      await database.forBrand(1).tx(async (tx) => {
        for (const gone of ['cancelled', 'moved']) await timers.cancel(tx, 1, 'wait', gone);
        await timers.set(tx, { brandId: 1, name: 'wait', key: 'moved', dueAt: new Date(clock + 1000), payload: null });
        await tx.query(`UPDATE timer SET attempts = attempts + 1 WHERE key = 'claimed again'`);
      });
    });
    await set('first', 0);
    for (const key of ['cancelled', 'moved', 'claimed again', 'last']) await set(key, 1);
    clock += 1;
    expect(await timers.runDue()).toBe(2);
    expect(fired).toEqual(['first', 'last']);
    clock += 1000;
    expect(await timers.runDue()).toBe(1);
    expect(fired.at(-1)).toBe('moved');
  });

  it('a claim lasts as long for the last of a batch as for the first', async () => {
    const left: number[] = [];
    timers.register('wait', async ({ key }) => {
      const [row] = await database.system.query<{ seconds: number }>(
        `SELECT extract(epoch FROM held_until - clock_timestamp())::float8 AS seconds FROM timer WHERE key = $1`, [key]);
      left.push(row!.seconds);
      // As after a minute and a half of others.
      await database.system.query(`UPDATE timer SET held_until = held_until - interval '90 s'`);
    });
    await set('one', 0);
    await set('two', 0);
    await timers.runDue();
    for (const seconds of left) expect(seconds).toBeGreaterThan(100);
    expect(left).toHaveLength(2);
  });

  it('one that throws is kept with its error and tried again in real time, without holding up the others', async () => {
    let recovered: () => void;
    const done = new Promise<void>((resolve) => (recovered = resolve));
    let failures = 1;
    timers.register('wait', async ({ key }) => {
      if (key === 'good') return;
      if (failures-- > 0) throw new Error('shop is closed');
      recovered();
    });
    await set('bad', 0);
    await set('good', 1);
    clock += 1;
    expect(await timers.runDue()).toBe(1);
    expect(await database.system.query('SELECT key, last_error, attempts FROM timer')).toEqual([
      { key: 'bad', last_error: 'shop is closed', attempts: 1 },
    ]);
    await done;
  });

  it('one that waits for another system does not hold up the others', async () => {
    let answer!: () => void;
    const answered = new Promise<void>((resolve) => { answer = resolve; });
    const fired: string[] = [];
    timers.register('asks', async ({ key }) => {
      await answered;
      fired.push(key);
    }, { asks: 'wechat' });
    for (const asks of ['pay', 'bills', undefined] as const) timers.register(asks ?? 'wait', async ({ key }) => void fired.push(key), { asks });
    await database.forBrand(1).tx((tx) => timers.set(tx, { brandId: 1, name: 'asks', key: 'morning', dueAt: new Date(clock), payload: null }));
    clockMoved();
    await expect.poll(() => database.system.query('SELECT attempts FROM timer')).toEqual([{ attempts: 1 }]);
    await set('push', 10);
    await database.forBrand(1).tx(async (tx) => {
      for (const name of ['pay', 'bills']) await timers.set(tx, { brandId: 1, name, key: name, dueAt: new Date(clock + 10), payload: null });
    });
    clock += 10;
    clockMoved();
    await expect.poll(() => fired.toSorted()).toEqual(['bills', 'pay', 'push']);
    answer();
    // Whoever steps the clock waits for both.
    await timers.runDue();
    expect(fired.at(-1)).toBe('morning');
  });

  it('two processes fire each timer once, also those the other one set', async () => {
    const other = newTimers();
    const fired: string[] = [];
    for (const each of [timers, other]) each.register('wait', async ({ key }) => void fired.push(key));
    await database.forBrand(1).tx(async (tx) => {
      for (let n = 0; n < 250; n++) await timers.set(tx, { brandId: 1, name: 'wait', key: `k${n}`, dueAt: new Date(clock), payload: null });
    });
    const [mine, theirs] = await Promise.all([timers.runDue(), other.runDue()]);
    expect(mine + theirs).toBe(250);
    expect(new Set(fired).size).toBe(250);
    expect(fired.length).toBe(250);
  });
});
