import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { connect, createServer, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { backup, restore } from './backup.ts';
import { createJobs } from './jobs.ts';
import { type Migration, migrate, readMigrations } from './migrate.ts';
import { silentLog, testDatabase } from './testing.ts';
import type { Database } from './types.ts';

/** PostgreSQL's message that the rows of a COPY are over. */
const COPY_DONE = Buffer.from([0x63, 0, 0, 0, 4]);

const folder = mkdtempSync(join(tmpdir(), 'qingniao-backup-'));
const migrations = readMigrations(join(import.meta.dirname, '../../migrations'));
let source: Database;
const closing: (() => Promise<void>)[] = [];
const newDatabase = async () => {
  const { database, close } = await testDatabase();
  closing.push(close);
  return database;
};

beforeAll(async () => {
  source = await newDatabase();
  await source.system.query(`
    INSERT INTO timer (brand_id, name, key, due_at, payload)
    SELECT b, 'wait', 'k' || n, '2026-01-01T00:00:00.123456Z', jsonb_build_object('text', E'它\\t说\\n\\\\N "x"', 'n', n)
      FROM generate_series(1, 2) b, generate_series(1, 5000) n`);
  await source.system.query(`INSERT INTO projection_cursor (name, cursor) VALUES ('contacts', 42)`);
});
afterAll(async () => {
  await Promise.all(closing.map((close) => close()));
  rmSync(folder, { recursive: true, force: true });
});

/** Every row of every table as text, whatever tables there are. */
async function contentOf(database: Database): Promise<Record<string, string[]>> {
  const tables = await database.system.query<{ name: string }>(
    `SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public' AND tablename <> 'migration' ORDER BY 1`);
  const content: Record<string, string[]> = {};
  for (const { name } of tables) {
    const rows = await database.system.query<{ row: string }>(`SELECT t::text AS row FROM "${name}" t ORDER BY 1`);
    content[name] = rows.map(({ row }) => row);
  }
  return content;
}

describe('a backup', () => {
  it('restores every row of every table into an empty database, brand walls included', async () => {
    const manifest = await backup(source, join(folder, 'whole'));
    expect(manifest.tables.find(({ name }) => name === 'timer')!.rows).toBe(10_000);
    const target = await newDatabase();
    await restore(target, migrations, join(folder, 'whole'));
    expect(await contentOf(target)).toEqual(await contentOf(source));
    expect(await target.forBrand(1).query('SELECT count(*) AS n FROM timer')).toEqual([{ n: 5000 }]);
    await expect(restore(target, migrations, join(folder, 'whole'))).rejects.toMatchObject({ code: 'restore_not_empty' });
  });

  it('is one moment: what is written meanwhile is not half in it', async () => {
    let going = true;
    const writing = (async () => {
      for (let n = 0; going; n++) {
        await source.system.tx(async (tx) => {
          await tx.query(`INSERT INTO timer (brand_id, name, key, due_at, payload) VALUES (3, 'pair', $1, '2026-01-01Z', '{}')`, [`a${n}`]);
          await tx.query(`INSERT INTO projection_cursor (name) VALUES ($1)`, [`a${n}`]);
        });
      }
    })();
    const manifest = await backup(source, join(folder, 'moment'));
    going = false;
    await writing;
    const rows = (name: string) => manifest.tables.find((table) => table.name === name)!.rows;
    expect(rows('timer') - 10_000).toBe(rows('projection_cursor') - 1);
    await expect(backup(source, join(folder, 'moment'))).rejects.toMatchObject({ code: 'backup_folder_not_empty' });
  });

  it('knows how many rows a table has, though the server says so a moment after the last of them', async () => {
    const home = new URLSearchParams(source.url.split('?')[1]).get('host')!;
    const slow = mkdtempSync(join(tmpdir(), 'qn-slow-'));
    const open = new Set<Socket>();
    const server = createServer((client) => {
      const database = connect(join(home, '.s.PGSQL.5432'));
      for (const socket of [client, database]) open.add(socket.on('error', () => undefined));
      client.pipe(database);
      database.on('data', (chunk) => {
        const done = chunk.indexOf(COPY_DONE);
        if (done === -1) return void client.write(chunk);
        const end = done + COPY_DONE.length;
        client.write(chunk.subarray(0, end));
        database.pause();
        setTimeout(() => {
          client.write(chunk.subarray(end));
          database.resume();
        }, 10);
      });
    });
    await new Promise<void>((resolve) => server.listen(join(slow, '.s.PGSQL.5432'), resolve));
    try {
      const url = source.url.replace(encodeURIComponent(home), encodeURIComponent(slow));
      const manifest = await backup({ ...source, url }, join(folder, 'slow'));
      expect(manifest.tables.find(({ name }) => name === 'timer')!.rows).toBeGreaterThanOrEqual(10_000);
      await restore(await newDatabase(), migrations, join(folder, 'slow'));
    } finally {
      for (const socket of open) socket.destroy();
      server.close();
      rmSync(slow, { recursive: true, force: true });
    }
  });

  it('of an older schema is migrated with its data in it', async () => {
    const later: Migration = {
      tag: '9000_later', hash: 'later',
      statements: [`ALTER TABLE timer ADD COLUMN note text NOT NULL DEFAULT 'migrated'`, 'CREATE TABLE fresh (brand_id integer PRIMARY KEY)'],
    };
    const target = await newDatabase();
    await restore(target, [...migrations, later], join(folder, 'whole'));
    expect(await target.system.query('SELECT DISTINCT note FROM timer')).toEqual([{ note: 'migrated' }]);
    await target.system.query('INSERT INTO fresh VALUES (1)');
    expect(await target.forBrand(2).query('SELECT * FROM fresh')).toEqual([]);
  });

  it('that is newer, damaged or none is refused and leaves the database as it was', async () => {
    const target = await newDatabase();
    const before = await contentOf(target);
    await expect(restore(target, migrations.slice(0, -1), join(folder, 'whole'))).rejects.toMatchObject({ code: 'restore_newer' });
    await expect(restore(target, migrations, tmpdir())).rejects.toMatchObject({ code: 'restore_not_a_backup' });
    const damaged = join(folder, 'damaged');
    await backup(source, damaged);
    const file = join(damaged, 'timer.copy.gz');
    writeFileSync(file, readFileSync(file).subarray(0, -2000));
    await expect(restore(target, migrations, damaged)).rejects.toThrow();
    expect(await contentOf(target)).toEqual(before);
  });

  it('carries sequences and jobs on: new ids do not collide, open jobs run', async () => {
    const counted: Migration = { tag: '9000_counted', hash: 'counted', statements: ['CREATE TABLE counted (id bigserial PRIMARY KEY)'] };
    const withJobs = await newDatabase();
    await migrate(withJobs, [...migrations, counted]);
    await withJobs.system.query('INSERT INTO counted SELECT FROM generate_series(1, 7)');
    await withJobs.system.query(`
      INSERT INTO job (brand_id, id, kind, lane, state, attempt, input, created_at)
      SELECT 1, gen_random_uuid()::text, 'sync', 'live', state, 0, to_jsonb(state), now() FROM unnest('{queued,running}'::text[]) state`);
    await backup(withJobs, join(folder, 'jobs'));
    const target = await newDatabase();
    await restore(target, [...migrations, counted], join(folder, 'jobs'));
    expect(await target.system.query('INSERT INTO counted DEFAULT VALUES RETURNING id')).toEqual([{ id: 8 }]);
    const ran: unknown[] = [];
    const jobs = createJobs({ database: target, url: target.url, log: silentLog });
    jobs.register({ kind: 'sync', lane: 'live', run: async ({ input }) => void ran.push(input) });
    await jobs.idle();
    await jobs.stop();
    expect(ran.sort()).toEqual(['queued', 'running']);
  });
});
