import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { lockLog } from './log-lock.ts';
import { createProjectionRunner } from './projections.ts';
import { silentLog, testDatabase } from './testing.ts';
import type { Database, LogSource, Projection, ProjectionRunner } from './types.ts';
import { untilApplied } from './until-applied.ts';

interface Entry {
  id: number;
  word: string;
}

let database: Database;
let close: () => Promise<void>;
const running: ProjectionRunner[] = [];

beforeAll(async () => {
  ({ database, close } = await testDatabase());
  await database.system.query(`
    CREATE TABLE toy_log (id bigserial PRIMARY KEY, word text NOT NULL);
    CREATE TABLE toy_effect (projection text, id bigint, PRIMARY KEY (projection, id))`);
});
afterEach(async () => {
  await Promise.all(running.splice(0).map((runner) => runner.stop()));
  await database.system.query('TRUNCATE toy_log, toy_effect RESTART IDENTITY; TRUNCATE projection_cursor');
});
afterAll(() => close());

const source: LogSource<Entry> = {
  read: (tx, after, limit) => tx.query<Row>('SELECT id, word FROM toy_log WHERE id > $1 ORDER BY id LIMIT $2', [after, limit]),
  newest: 'max(id) FROM toy_log',
};
type Row = Entry & Record<string, unknown>;

/** Each event leaves a row; the primary key makes counting one twice an error. */
const recording = (name: string, extra: Partial<Projection<Entry>> = {}): Projection<Entry> => ({
  name,
  async apply(tx, events) {
    await tx.query('INSERT INTO toy_effect SELECT $1, unnest($2::bigint[])', [name, events.map(({ id }) => id)]);
  },
  async reset(tx) {
    await tx.query('DELETE FROM toy_effect WHERE projection = $1', [name]);
  },
  ...extra,
});

const run = (...projections: Projection<Entry>[]) => {
  const runner = createProjectionRunner({ database, source, projections, log: silentLog });
  running.push(runner);
  return runner;
};

const write = (count: number) =>
  database.system.tx(async (tx) => {
    await lockLog(tx);
    await tx.query(`INSERT INTO toy_log (word) SELECT 'w' || n FROM generate_series(1, $1::integer) n`, [count]);
  });

const seenBy = async (name: string) =>
  (await database.system.query<{ id: number }>('SELECT id FROM toy_effect WHERE projection = $1 ORDER BY id', [name])).map(({ id }) => id);
const oneTo = (last: number) => Array.from({ length: last }, (_, index) => index + 1);

describe('drain', () => {
  it('resolves when every projection has everything, in batches small and large', async () => {
    const runner = run(recording('a'), recording('b', { batch: 7 }), recording('c', { alone: true }));
    await runner.drain();
    await write(3);
    await runner.drain();
    expect(await seenBy('a')).toEqual([1, 2, 3]);
    await write(500);
    await runner.drain();
    for (const name of ['a', 'b', 'c']) expect(await seenBy(name)).toEqual(oneTo(503));
    expect(await runner.lag()).toEqual(
      ['a', 'b', 'c'].map((name) => ({ name, cursor: 503, head: 503, behind: 0, error: null })),
    );
  });

  it('resolves when what it was asked for has moved on in the log meanwhile, and loses nothing of it', async () => {
    await write(3);
    let moved = false;
    // What was the newest when the log was looked at is changed once more before it is read.
    const moving: LogSource<Entry> = { ...source, async read(tx, after, limit) {
      if (!moved) await database.system.query('UPDATE toy_log SET id = id + 10 WHERE id >= 2');
      moved = true;
      return source.read(tx, after, limit);
    } };
    const runner = createProjectionRunner({ database, source: moving, projections: [recording('a')], log: silentLog });
    running.push(runner);
    await runner.drain();
    expect(moved).toBe(true);
    await runner.drain();
    expect(await seenBy('a')).toEqual([1, 12, 13]);
  });

  it('resolves when what it was asked for is gone from the log, and goes on with what comes', async () => {
    await write(3);
    const losing: LogSource<Entry> = { ...source, async read(tx, after, limit) {
      if (after === 0) await database.system.query('DELETE FROM toy_log WHERE id <= 3');
      return source.read(tx, after, limit);
    } };
    const runner = createProjectionRunner({ database, source: losing, projections: [recording('a')], log: silentLog });
    running.push(runner);
    await runner.drain();
    await write(2);
    await runner.drain();
    expect(await seenBy('a')).toEqual([4, 5]);
  });

  it('rejects with the cause when a projection keeps failing; the others have gone on', async () => {
    const broken = recording('broken', { apply: () => Promise.reject(new Error('no such column')) });
    const runner = run(broken, recording('sound'));
    await write(5);
    await expect(runner.drain()).rejects.toMatchObject({ code: 'projection_failed', text: { en: expect.stringContaining('no such column') } });
    expect(await seenBy('sound')).toEqual(oneTo(5));
    expect(await runner.lag()).toEqual([
      { name: 'broken', cursor: 0, head: 5, behind: 5, error: 'no such column' },
      { name: 'sound', cursor: 5, head: 5, behind: 0, error: null },
    ]);
  });
});

it('a batch that fails leaves no trace and is tried again', async () => {
  let failures = 2;
  const shaky = recording('shaky', {
    async apply(tx, events) {
      await recording('shaky').apply(tx, events);
      if (failures-- > 0) throw new Error('not yet');
    },
  });
  const runner = run(shaky, recording('neighbour'));
  await write(4);
  await runner.drain();
  expect(await seenBy('shaky')).toEqual(oneTo(4));
  expect((await runner.lag())[1]).toMatchObject({ name: 'shaky', error: null });
});

it('is woken by what another process wrote', async () => {
  const applied = new Promise<void>((resolve) => {
    run(recording('listener', { apply: async () => resolve() }));
  });
  await running[0]!.drain();
  await write(1);
  await applied;
});

it('two processes share the work and count each event once', async () => {
  const projections = () => [recording('a', { batch: 10 }), recording('b', { batch: 10 })];
  const [one, two] = [run(...projections()), run(...projections())];
  for (let round = 0; round < 10; round++) {
    await write(25);
    await Promise.all([one.drain(), two.drain()]);
  }
  expect(await seenBy('a')).toEqual(oneTo(250));
  expect(await seenBy('b')).toEqual(oneTo(250));
});

it('rebuild replays from the start, and only what was asked for', async () => {
  const runner = run(recording('a'), recording('b'));
  await write(30);
  await runner.drain();
  await database.system.query('DELETE FROM toy_effect');
  await runner.rebuild('a');
  expect(await seenBy('a')).toEqual(oneTo(30));
  expect(await seenBy('b')).toEqual([]);
  await expect(runner.rebuild('nobody')).rejects.toThrow(RangeError);
});

it('a cursor never skips a slow writer: ids appear in commit order', async () => {
  const runner = run(recording('a'));
  const insert = `INSERT INTO toy_log (word) VALUES ('x'), ('y')`;
  let quick: Promise<unknown> = Promise.resolve();
  await database.system.tx(async (slow) => {
    await lockLog(slow);
    await slow.query(insert);
    let committed = false;
    quick = database.system.tx(async (tx) => {
      await lockLog(tx);
      await tx.query(insert);
    }).then(() => (committed = true));
    // The quick one either waits for the slow one or overtakes it; then the reader looks.
    const waits = () => database.system.query(`SELECT 1 FROM pg_locks WHERE locktype = 'advisory' AND NOT granted`);
    while (!committed && (await waits()).length === 0);
    await runner.drain();
  });
  await quick;
  await runner.drain();
  expect(await seenBy('a')).toEqual(oneTo(4));
});

describe('a runner that gathers for minutes', () => {
  const slowly = { least: 600_000, share: 1, most: 600_000 };
  let commits = 0;
  const gathering = (...projections: Projection<Entry>[]) => {
    const counted = { ...database, system: { ...database.system, tx: ((work) => (commits++, database.system.tx(work))) as Database['system']['tx'] } };
    const runner = createProjectionRunner({ database: counted, source, projections, log: silentLog, pace: slowly });
    running.push(runner);
    return runner;
  };

  it('drains at once, and few events go through all projections in one transaction', async () => {
    const runner = gathering(...oneTo(12).map((n) => recording(`p${n}`)));
    await runner.drain();
    commits = 0;
    for (let step = 0; step < 20; step++) {
      if (step % 2 === 0) await write(3);
      await runner.drain();
    }
    expect(commits).toBe(10);
    expect(await seenBy('p12')).toEqual(oneTo(30));
  });

  it('looks at once when somebody waits for what one of its projections has not applied', async () => {
    await gathering(recording('a'), recording('b')).drain();
    await write(2);
    expect(await untilApplied(database, source, ['b'], performance.now() + 15_000)).toBe(true);
    expect(await seenBy('b')).toEqual([1, 2]);
  });
});

it('what was emptied in the log is soon not known to its projections either', async () => {
  const words: string[] = [];
  const hearing = recording('a', { apply: async (_tx, entries) => void words.push(...entries.map(({ word }) => word)) });
  const runner = run(hearing, recording('b'));
  await write(2);
  await runner.drain();
  await database.system.query(`UPDATE toy_log SET word = '' WHERE id = 1`);
  const present = performance.now.bind(performance);
  const clock = vi.spyOn(performance, 'now').mockImplementation(() => present() + 60_000);
  await runner.rebuild('a').finally(() => clock.mockRestore());
  expect(words).toEqual(['w1', 'w2', '', 'w2']);
});
