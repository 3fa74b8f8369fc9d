import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { silentLog } from '../testing.ts';
import type { Warehouse, WarehouseTable } from '../types.ts';
import { type ChdbServer, startChdb } from './chdb-server.ts';
import { openWarehouse } from './open-warehouse.ts';

const folder = mkdtempSync(join(tmpdir(), 'qingniao-warehouse-'));
let server: ChdbServer;
beforeAll(async () => {
  server = await startChdb({ folder: join(folder, 'server'), log: silentLog, memoryBytes: 1024 ** 3 });
});
afterAll(async () => {
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
});

const EVENTS: WarehouseTable = {
  name: 'events',
  columns: { brand_id: 'UInt32', id: 'UInt64', at: "DateTime64(3, 'UTC')", day: 'Date', word: 'LowCardinality(String)', share: 'Nullable(Float64)' },
  engine: 'MergeTree',
  orderBy: ['brand_id', 'id'],
  partitionBy: 'toYYYYMM(at)',
};
const row = (id: number, word = 'w') => ({ brand_id: 1, id, at: new Date('2026-03-01T00:00:00.123Z'), day: '2026-03-01', word, share: null });

// The HTTP path of an embedded child also stands for a server reached by CLICKHOUSE_URL.
describe.each([['embedded', false], ['by URL', true]])('the warehouse, %s', (_, external) => {
  let warehouse: Warehouse;
  beforeAll(async () => {
    ({ warehouse } = await openWarehouse({ folder: join(folder, 'own'), url: external ? await server.url() : null, log: silentLog }));
    await warehouse.createTable(EVENTS);
    await warehouse.createTable(EVENTS);
  });
  afterAll(() => warehouse.close());

  it('keeps values exactly', async () => {
    await warehouse.insert('events', [row(1), { ...row(2, '它说：\t"it\'s\\n" 😀'), share: 0.5 }]);
    expect(await warehouse.query('SELECT * FROM events ORDER BY id')).toEqual([
      { brand_id: 1, id: 1, at: '2026-03-01T00:00:00.123Z', day: '2026-03-01', word: 'w', share: null },
      { brand_id: 1, id: 2, at: '2026-03-01T00:00:00.123Z', day: '2026-03-01', word: '它说：\t"it\'s\\n" 😀', share: 0.5 },
    ]);
    expect(await warehouse.query('SELECT 9007199254740991::UInt64 AS big, count() AS n FROM events')).toEqual([{ big: 9007199254740991, n: 2 }]);
  });

  it('binds parameters as values, never as SQL', async () => {
    const params = { text: `it's\t\\ "x" {n:Int8}\n; DROP TABLE events`, list: ["a'b", '中文', 'c\\d'], n: 7, at: new Date('2026-03-01T00:00:00.123Z'), nothing: null };
    const [found] = await warehouse.query(
      `SELECT {text:String} AS text, {list:Array(String)} AS list, {n:UInt32} AS n, {at:DateTime64(3, 'UTC')} AS at, {nothing:Nullable(String)} AS nothing`,
      { params },
    );
    expect(found).toEqual({ ...params, at: '2026-03-01T00:00:00.123Z' });
    const many = Array.from({ length: 20_000 }, (__, index) => index);
    expect(await warehouse.query('SELECT length({many:Array(UInt64)}) AS n', { params: { many } })).toEqual([{ n: 20_000 }]);
  });

  it('a parameter of an earlier query does not stand in for a missing one', async () => {
    for (let n = 0; n < 6; n++) await warehouse.query('SELECT {brand:UInt32}', { params: { brand: 1 } });
    await expect(warehouse.query('SELECT {brand:UInt32}')).rejects.toMatchObject({ code: '456' });
  });

  it('the same token inserts once, another one again', async () => {
    await warehouse.truncate('events');
    for (const token of ['a', 'a', 'b']) await warehouse.insert('events', [row(10)], token);
    await warehouse.insert('events', [row(10)]);
    expect(await warehouse.query('SELECT count() AS n FROM events')).toEqual([{ n: 3 }]);
  });

  it('takes a batch that spans more than a hundred months', async () => {
    await warehouse.truncate('events');
    await warehouse.insert('events', Array.from({ length: 130 }, (_, month) => ({ ...row(month), at: new Date(Date.UTC(2015, month, 1)) })), 'years');
    expect(await warehouse.query('SELECT count() AS n FROM events')).toEqual([{ n: 130 }]);
  });

  it('deletes by condition and is done when it says so', async () => {
    await warehouse.truncate('events');
    await warehouse.insert('events', [row(1), row(2), row(3)]);
    await warehouse.deleteRows('events', 'id = {id:UInt64}', { id: 2 });
    expect(await warehouse.query('SELECT id FROM events ORDER BY id')).toEqual([{ id: 1 }, { id: 3 }]);
  });

  it('names what is wrong', async () => {
    await expect(warehouse.query('SELECT * FROM nowhere')).rejects.toMatchObject({ code: '60', type: 'UNKNOWN_TABLE' });
    await expect(warehouse.query('SELEC 1')).rejects.toMatchObject({ type: 'SYNTAX_ERROR' });
    await expect(warehouse.insert('events', [{ nonsense: 1 }])).rejects.toThrow(/nonsense/);
    await expect(warehouse.query('SELECT sleepEachRow(0.1) FROM numbers(100) SETTINGS max_block_size = 1', { timeout: 1 })).rejects.toMatchObject({ code: 'warehouse_timeout' });
    await expect(warehouse.query('SELECT length(groupArray(number)) FROM numbers(1e9) SETTINGS max_memory_usage = 50000000')).rejects.toMatchObject({ code: 'warehouse_memory' });
    expect(await warehouse.ping()).toBe(true);
  });

  it('streams what is too large to hold, and stopping early ends it', async () => {
    let rows = 0;
    let largest = 0;
    for await (const block of warehouse.stream('SELECT number AS n FROM numbers(500000)')) {
      rows += block.length;
      largest = Math.max(largest, block.length);
    }
    expect(rows).toBe(500_000);
    expect(largest).toBeLessThan(200_000);
    for await (const block of warehouse.stream('SELECT number AS n FROM numbers(1000000000)')) if (block.length > 0) break;
    await runningQueries(warehouse, 0);
    await expect((async () => {
      for await (const block of warehouse.stream('SELECT * FROM nowhere')) rows += block.length;
    })()).rejects.toMatchObject({ code: '60' });
  });

  it('a query given up is killed', async () => {
    const stop = new AbortController();
    const endless = warehouse.query('SELECT max(sipHash64(number)) FROM numbers(1e12)', { signal: stop.signal });
    await runningQueries(warehouse, 1);
    stop.abort();
    await expect(endless).rejects.toThrow(/aborted/i);
    await runningQueries(warehouse, 0);
  });

  it('bulk work leaves room for somebody who waits', async () => {
    const stop = new AbortController();
    const heavy = Array.from({ length: 6 }, () =>
      warehouse.query('SELECT max(sipHash64(number)) FROM numbers(1e12)', { lane: 'bulk', signal: stop.signal }).catch(() => null),
    );
    await runningQueries(warehouse, 2);
    expect(await warehouse.query('SELECT 1 AS one')).toEqual([{ one: 1 }]);
    stop.abort();
    await Promise.all(heavy);
    await runningQueries(warehouse, 0);
  });
});

/** Waits until so many heavy queries are running; the test's own time limit is the other end. */
async function runningQueries(warehouse: Warehouse, wanted: number): Promise<void> {
  await expect.poll(async () => {
    const rows = await warehouse.query(`SELECT query FROM system.processes WHERE query LIKE '%FROM numbers(1%' AND query NOT LIKE '%system.processes%'`);
    return rows.length;
  }).toBe(wanted);
}

it('killed, it comes back with everything acknowledged, and callers hardly notice', async () => {
  const { warehouse, embedded } = await openWarehouse({ folder: join(folder, 'crash'), url: null, log: silentLog });
  await warehouse.createTable(EVENTS);
  let acknowledged = 0;
  const writing = (async () => {
    for (let batch = 0; batch < 60; batch++) {
      await warehouse.insert('events', [row(batch * 2), row(batch * 2 + 1)], `batch-${batch}`);
      acknowledged += 2;
      if (batch === 20) process.kill(embedded!.pid()!, 'SIGKILL');
    }
  })();
  const reading = (async () => {
    for (let n = 0; n < 30; n++) await warehouse.query('SELECT count() FROM events');
  })();
  await Promise.all([writing, reading]);
  expect(embedded!.restarts()).toBe(1);
  expect(acknowledged).toBe(120);
  expect(await warehouse.query('SELECT count() AS n, uniqExact(id) AS ids FROM events')).toEqual([{ n: 120, ids: 120 }]);
  await warehouse.close();
});

it('says clearly that a URL leads nowhere', async () => {
  await expect(openWarehouse({ folder, url: 'http://default:secret@127.0.0.1:1', log: silentLog })).rejects.toMatchObject({ code: 'warehouse_unreachable' });
  const wrong = (await server.url()).replace(/:[^:@]+@/, ':wrong@');
  await expect(openWarehouse({ folder, url: wrong, log: silentLog })).rejects.toMatchObject({ code: 'warehouse_unreachable' });
});
