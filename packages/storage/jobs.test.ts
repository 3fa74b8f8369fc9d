import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { badRequest } from '@qingniao/kernel';
import { findJobs, pruneJobs } from './job-history.ts';
import { createJobs } from './jobs.ts';
import { silentLog, testDatabase } from './testing.ts';
import type { Database, JobContext, Jobs } from './types.ts';

let database: Database;
let close: () => Promise<void>;
let jobs: Jobs;
const made: Jobs[] = [];
const newJobs = () => {
  const fresh = createJobs({ database, url: database.url, log: silentLog });
  made.push(fresh);
  return fresh;
};

beforeAll(async () => ({ database, close } = await testDatabase()));
beforeEach(() => (jobs = newJobs()));
afterEach(async () => {
  await Promise.all(made.splice(0).map((each) => each.stop()));
  await database.system.query('DELETE FROM job; DELETE FROM pgboss.job');
});
afterAll(() => close());

const only = async () => (await jobs.list(1))[0]!;

describe('a job', () => {
  it('runs once with its input, shows its progress and ends', async () => {
    const inputs: unknown[] = [];
    jobs.register<{ pages: number }>({
      kind: 'count', lane: 'live',
      async run({ input, progress }) {
        inputs.push(input);
        await progress(1, 2, { page: 1 });
      },
    });
    const id = await jobs.start(1, 'count', { pages: 2 });
    await jobs.idle();
    expect(inputs).toEqual([{ pages: 2 }]);
    expect(await only()).toMatchObject({ id, state: 'done', done: 1, total: 2, cursor: { page: 1 }, lastError: null });
    expect(await jobs.list(2)).toEqual([]);
  });

  it('resumes from its cursor after a failure, with the error in plain words meanwhile', async () => {
    const cursors: unknown[] = [];
    let seen: unknown;
    jobs.register({
      kind: 'shaky', lane: 'bulk',
      async run({ cursor, progress }: JobContext<unknown>) {
        cursors.push(cursor);
        if (cursors.length === 2) seen = (await only()).lastError;
        if (cursors.length === 1) {
          await progress(10, 20, { after: 10 });
          throw badRequest('quota', { zh: '额度已用完。', en: 'The quota is used up.' });
        }
      },
    });
    await jobs.start(1, 'shaky', null);
    await jobs.idle();
    expect(cursors).toEqual([null, { after: 10 }]);
    expect(seen).toEqual({ zh: '额度已用完。', en: 'The quota is used up.' });
    expect(await only()).toMatchObject({ state: 'done', done: 10, lastError: null });
  });

  it('fails when its retries are used up', async () => {
    let runs = 0;
    jobs.register({ kind: 'broken', lane: 'live', retries: 1, run: () => Promise.reject(new Error(`run ${++runs}`)) });
    await jobs.start(1, 'broken', null);
    await jobs.idle();
    expect(await only()).toMatchObject({ state: 'failed', lastError: { en: expect.stringContaining('run 2') } });
  });

  it('with a key is single while open', async () => {
    let release: () => void = () => undefined;
    const held = new Promise<void>((resolve) => (release = resolve));
    jobs.register({ kind: 'sync', lane: 'live', run: () => held });
    const ids = await Promise.all([1, 2, 3].map(() => jobs.start(1, 'sync', null, 'asset-1')));
    expect(new Set(ids).size).toBe(1);
    expect(await jobs.start(1, 'sync', null, 'asset-2')).not.toBe(ids[0]);
    expect(await jobs.start(2, 'sync', null, 'asset-1')).not.toBe(ids[0]);
    release();
    await jobs.idle();
    expect(await jobs.start(1, 'sync', null, 'asset-1')).not.toBe(ids[0]);
    await jobs.idle();
  });

  it('cancelled while it runs, is told so and stays cancelled', async () => {
    let begun: (signal: AbortSignal) => void;
    const running = new Promise<AbortSignal>((resolve) => (begun = resolve));
    let refused: unknown;
    jobs.register({
      kind: 'long', lane: 'bulk',
      async run({ signal, progress }) {
        begun(signal);
        await new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve()));
        refused = await progress(1, 1).catch((error: unknown) => error);
        throw refused;
      },
    });
    const id = await jobs.start(1, 'long', null);
    await running;
    await jobs.cancel(1, id);
    await jobs.idle();
    await expect.poll(() => refused).toMatchObject({ code: 'job_cancelled' });
    expect((await only()).state).toBe('cancelled');
    await expect(jobs.cancel(2, id)).rejects.toMatchObject({ code: 'not_found' });
  });

  it('is not there when the transaction that started it is rolled back', async () => {
    let runs = 0;
    jobs.register({ kind: 'never', lane: 'live', run: async () => void runs++ });
    const work = database.forBrand(1).tx(async (tx) => {
      await jobs.startIn(tx, 1, 'never', null);
      throw new Error('no');
    });
    await expect(work).rejects.toThrow('no');
    await jobs.idle();
    expect(runs).toBe(0);
  });

  // What a kill -9 leaves: the job's row, an active ticket, and nobody who holds the lock.
  it.each([
    ['while it ran', 'running'],
    ['before it began', 'queued'],
  ])('abandoned %s by a killed process is run again from its cursor', async (_, state) => {
    jobs.register({ kind: 'import', lane: 'bulk', run: () => Promise.resolve() });
    const id = await jobs.start(1, 'import', null);
    await jobs.idle();
    await made.pop()!.stop();
    await database.system.query(`UPDATE job SET state = $2, cursor = '{"row": 7}', finished_at = NULL WHERE id = $1`, [id, state]);
    await database.system.query(
      `UPDATE pgboss.job SET state = 'active', completed_on = NULL, started_on = now() - interval '1 minute' WHERE id = $1::uuid`, [id]);
    const cursors: unknown[] = [];
    const next = newJobs();
    next.register({ kind: 'import', lane: 'bulk', run: async ({ cursor }) => void cursors.push(cursor) });
    await next.idle();
    expect(cursors).toEqual([{ row: 7 }]);
    expect((await only()).state).toBe('done');
  });
});

it('forgets what ended long ago, but for the latest of its kind and key', async () => {
  const add = (id: string, key: string | null, state: string, daysAgo: number) => database.system.query(
    `INSERT INTO job (brand_id, id, kind, lane, key, state, input, created_at, finished_at)
     VALUES (7, $1, 'old', 'bulk', $2, $3, '{}', $4::timestamptz, CASE WHEN $3 <> 'running' THEN $4::timestamptz END)`,
    [id, key, state, new Date(Date.now() - daysAgo * 86_400_000)]);
  await add('a-first', 'a', 'done', 200);
  await add('a-latest', 'a', 'failed', 100);
  await add('b-old', 'b', 'cancelled', 91);
  await add('b-new', 'b', 'done', 89);
  await add('c-yesterday', 'c', 'done', 1);
  await pruneJobs(database);
  expect((await findJobs(database.forBrand(7), ['a-first', 'a-latest', 'b-old', 'b-new', 'c-yesterday'])).map(({ id }) => id).sort())
    .toEqual(['a-latest', 'b-new', 'c-yesterday']);
});

it('bulk work never keeps a live job waiting', async () => {
  let release: () => void = () => undefined;
  const held = new Promise<void>((resolve) => (release = resolve));
  jobs.register({ kind: 'heavy', lane: 'bulk', run: () => held });
  let answered: () => void;
  const live = new Promise<void>((resolve) => (answered = resolve));
  jobs.register({ kind: 'quick', lane: 'live', run: async () => answered() });
  for (let n = 0; n < 10; n++) await jobs.start(1, 'heavy', null);
  await jobs.start(1, 'quick', null);
  await live;
  release();
  await jobs.idle();
});

it('hundred small jobs wait for no interval of looking', async () => {
  let runs = 0;
  jobs.register({ kind: 'tiny', lane: 'live', run: async () => void runs++ });
  await jobs.start(1, 'tiny', null);
  await jobs.idle();
  const started = performance.now();
  for (let n = 0; n < 100; n++) {
    await jobs.start(1, 'tiny', null);
    await jobs.idle();
  }
  expect(runs).toBe(101);
  // By itself the queue looks far less often; a busy machine is slow, but not that slow.
  expect((performance.now() - started) / 100).toBeLessThan(250);
});
