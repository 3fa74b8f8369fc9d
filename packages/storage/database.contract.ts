import { sql } from 'drizzle-orm';
import { Socket } from 'node:net';
import type { Writable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { timer } from './schema.ts';
import type { Database } from './types.ts';

/** What holds for every PostgreSQL we run on; the tests give it the embedded one and one reached by URL. */
export function databaseContract(open: () => Promise<{ database: Database; close(): Promise<void> }>): void {
  let database: Database;
  let close: () => Promise<void>;
  beforeAll(async () => ({ database, close } = await open()));
  afterAll(() => close());

  const insert = `INSERT INTO timer (brand_id, name, key, due_at, payload) VALUES ($1, 'wait', $2, '2026-01-01Z', '{}')`;

  describe('a brand sees and writes only its own rows', () => {
    it('whatever the SQL says', async () => {
      await database.forBrand(1).query(insert, [1, 'own']);
      expect(await database.forBrand(1).query('SELECT key FROM timer')).toEqual([{ key: 'own' }]);
      expect(await database.forBrand(2).query('SELECT key FROM timer WHERE brand_id = 1')).toEqual([]);
      expect(await database.forBrand(2).query('DELETE FROM timer RETURNING key')).toEqual([]);
      await expect(database.forBrand(2).query(insert, [1, 'foreign'])).rejects.toThrow(/row-level security/);
      await expect(database.forBrand(1).query('UPDATE timer SET brand_id = 2')).rejects.toThrow(/row-level security/);
      expect(await database.system.query('SELECT brand_id, key FROM timer')).toEqual([{ brand_id: 1, key: 'own' }]);
    });

    it('on a connection that served another brand or failed before', async () => {
      const brands = [1, 2, 1, 2, 1, 2].map((id) => database.forBrand(id));
      for (let round = 0; round < 10; round++) {
        const seen = await Promise.all(
          brands.flatMap((brand) => [
            brand.query('SELECT 1 / 0').catch(() => null),
            brand.tx((tx) => tx.query(`SELECT current_setting('qingniao.brand') AS brand`)).then(([row]) => [brand.brandId, row!['brand']]),
          ]),
        );
        for (const pair of seen) if (pair) expect((pair as [number, string])[1]).toBe(String((pair as [number, string])[0]));
      }
    });

    it('every table with a brand_id is guarded', async () => {
      const open = await database.system.query(`
        SELECT c.relname FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'brand_id'
         WHERE c.relkind IN ('r', 'p') AND NOT (c.relrowsecurity AND c.relforcerowsecurity)`);
      expect(open).toEqual([]);
    });

    it.each([0, -1, 1.5, Number.NaN, '1; DROP TABLE timer' as unknown as number])('refuses %s as a brand', (id) => {
      expect(() => database.forBrand(id)).toThrow(RangeError);
    });
  });

  describe('a transaction', () => {
    it('waits for the disk, unless what it writes can be made again; and that is on disk when it has been made', async () => {
      const waits = async () => (await database.forBrand(7).tx((tx) => tx.query('SHOW synchronous_commit')))[0]!['synchronous_commit'];
      const written = async () => (await database.system.query<{ at: string }>('SELECT pg_current_wal_insert_lsn()::text AS at'))[0]!.at;
      const isOnDisk = async (at: string) => (await database.system.query('SELECT pg_current_wal_flush_lsn() >= $1::pg_lsn AS yes', [at]))[0]!['yes'];
      const before = await waits();
      const end = await database.withoutWaitingForDisk(async (onDisk) => {
        expect(await waits()).toBe('off');
        await database.forBrand(7).query(insert, [7, 'again']);
        const middle = await written();
        await onDisk();
        expect(await isOnDisk(middle)).toBe(true);
        await database.forBrand(7).query('DELETE FROM timer');
        return written();
      });
      expect(await isOnDisk(end)).toBe(true);
      expect(await waits()).toBe(before);
    });

    it('costs one system call where the process need not wait for an answer', async () => {
      await database.forBrand(4).query('SELECT 1');
      const write = vi.spyOn(Socket.prototype as Required<Writable>, '_write');
      const writeTogether = vi.spyOn(Socket.prototype as Required<Writable>, '_writev');
      const calls = () => write.mock.calls.length + writeTogether.mock.calls.length;
      await database.forBrand(4).query('SELECT 1');
      expect(calls()).toBe(1);
      await database.forBrand(4).tx((tx) => tx.query('SELECT 1'));
      expect(calls()).toBe(1 + 2);
      vi.restoreAllMocks();
    });

    it('is rolled back when the work throws', async () => {
      const work = database.forBrand(3).tx(async (tx) => {
        await tx.query(insert, [3, 'gone']);
        throw new Error('changed my mind');
      });
      await expect(work).rejects.toThrow('changed my mind');
      expect(await database.forBrand(3).query('SELECT 1 FROM timer')).toEqual([]);
    });

    it('does not pretend to have committed after a swallowed error', async () => {
      const work = database.forBrand(3).tx(async (tx) => {
        await tx.query(insert, [3, 'gone']);
        await tx.query('SELECT 1 / 0').catch(() => undefined);
      });
      await expect(work).rejects.toThrow(/rolled back/);
    });

    it('is no use once it has ended', async () => {
      const kept = await database.forBrand(3).tx(async (tx) => tx);
      await expect(kept.query('SELECT 1')).rejects.toThrow(/has ended/);
    });

    it('gives Drizzle on the same connection', async () => {
      await database.forBrand(4).tx(async (tx) => {
        await tx.query(insert, [4, 'both']);
        const rows = await tx.orm.select({ key: timer.key, dueAt: timer.dueAt }).from(timer).where(sql`${timer.brandId} = 4`);
        expect(rows).toEqual([{ key: 'both', dueAt: new Date('2026-01-01T00:00:00Z') }]);
      });
    });

    it('keeps its statement error and the next transaction is unharmed', async () => {
      await expect(database.forBrand(1).query('SELECT nonsense')).rejects.toMatchObject({ code: '42703' });
      expect(await database.forBrand(1).query('SELECT 1 AS one')).toEqual([{ one: 1 }]);
    });

    it('hides the values of rows in its errors', async () => {
      await database.forBrand(5).query(insert, [5, 'openid-of-somebody']);
      const error: unknown = await database.forBrand(5).query(insert, [5, 'openid-of-somebody']).catch((thrown: unknown) => thrown);
      expect(error).toMatchObject({ code: '23505' });
      expect(JSON.stringify({ ...(error as object) })).not.toContain('openid-of-somebody');
    });
  });

  it('reads bigint as an exact number, date as text, numeric as text', async () => {
    const [row] = await database.system.query(`
      SELECT 9007199254740991::bigint AS big, '{1,2}'::bigint[] AS list, DATE '2026-02-28' AS day, 0.1::numeric AS share, count(*) AS n FROM timer WHERE false`);
    expect(row).toEqual({ big: 9007199254740991, list: [1, 2], day: '2026-02-28', share: '0.1', n: 0 });
    await expect(database.system.query('SELECT 9007199254740992::bigint')).rejects.toThrow(RangeError);
  });

  it('hears what other sessions notify', async () => {
    const heard: string[] = [];
    const first = new Promise<void>((resolve) => {
      void database.listen('news', (payload) => {
        heard.push(payload);
        resolve();
      }).then(() => database.system.query(`SELECT pg_notify('news', 'hello')`));
    });
    await first;
    expect(heard).toEqual(['hello']);
  });
}
