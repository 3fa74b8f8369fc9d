import { appendFileSync, chmodSync, cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { allSettings } from '@qingniao/kernel';
import { openStores } from '@qingniao/storage';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { commandLine } from '../../apps/server/cli.ts';
import { silentLog } from '../../packages/storage/testing.ts';
import { digestOfDatabase } from './digest.ts';
import { fillBrand } from './fill.ts';
import { lookInside, qingniao } from './installation.ts';

const MINUTES = 60_000;
const folder = mkdtempSync(join(tmpdir(), 'qn-upgrade-'));
chmodSync(folder, 0o755);
const dataDir = join(folder, 'data');
const settings = { QINGNIAO_DATA: dataDir };
let maison: number;

beforeAll(async () => {
  const made = await qingniao(['migrate'], settings);
  expect(made, made.err).toMatchObject({ code: 0, out: expect.stringMatching(/Applied: 0000_\w+\n.*Done: \d+ migrations/s) });
  maison = await lookInside(settings, fillBrand);
}, 2 * MINUTES);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('an older data folder', () => {
  it('is upgraded with its data in it by a newer version, and refused by the older one from then on', async () => {
    const newer = join(folder, 'migrations');
    cpSync(join(import.meta.dirname, '../../migrations'), newer, { recursive: true });
    const journal = JSON.parse(readFileSync(join(newer, 'meta/_journal.json'), 'utf8')) as { entries: { idx: number; when: number; tag: string }[] };
    journal.entries.push({ ...journal.entries.at(-1)!, idx: journal.entries.length, tag: '9000_wishes' });
    writeFileSync(join(newer, 'meta/_journal.json'), JSON.stringify(journal));
    appendFileSync(join(newer, '9000_wishes.sql'), `create table wish (brand_id integer not null, id text not null, primary key (brand_id, id));
--> statement-breakpoint
alter table contact add column wishes integer not null default 0;`);
    const before = await lookInside(settings, ({ stores }) => digestOfDatabase(stores.database));
    const open = () => openStores({ dataDir, databaseUrl: null, clickhouseUrl: null, migrationsDir: newer, log: silentLog });

    expect(await qingniao(['migrate'], settings)).toMatchObject({ code: 0, out: expect.stringContaining('is up to date') });
    const upgraded = await open();
    const { database } = upgraded;
    await database.forBrand(maison).query(`insert into wish values ($1, 'scarf')`, [maison]);
    expect(await database.forBrand(maison + 1).query('select * from wish')).toEqual([]);
    expect(await database.system.query('select distinct wishes from contact')).toEqual([{ wishes: 0 }]);
    await upgraded.close();
    const again = await open();
    expect(await again.database.system.query('select * from wish')).toEqual([{ brand_id: maison, id: 'scarf' }]);
    await again.database.system.query('alter table contact drop column wishes');
    const { wish: _wish, ...after } = await digestOfDatabase(again.database);
    await again.close();
    expect(after).toEqual(before);

    for (const words of [['migrate'], ['serve']]) {
      expect(await qingniao(words, settings), words[0]).toMatchObject({ code: 1, err: expect.stringMatching(/^.*Migration 9000_wishes in the database is not the one of this version.*\n$/) });
    }
  }, 2 * MINUTES);
});

describe('the command line', () => {
  it('explains every command and every setting in both languages', () => {
    const commands = commandLine().commands;
    expect(commands.map((command) => command.name())).toEqual(expect.arrayContaining(
      ['serve', 'demo', 'migrate', 'import', 'rebuild', 'backup', 'restore', 'doctor', 'reset-password', 'remove-demo']));
    for (const command of commands) {
      let help = '';
      command.configureOutput({ writeOut: (text) => (help += text) }).outputHelp();
      expect(help, command.name()).toMatch(/\p{Script=Han}.* · [a-z]/su);
    }
    // Also those only one room reads.
    expect(allSettings().map(({ name }) => name)).toContain('QINGNIAO_RELAY_HOSTS');
    for (const { name, help } of allSettings()) expect(help, name).toMatch(/\p{Script=Han}.* · [A-Za-z]/su);
  });

  it('says in a line what it cannot take', async () => {
    writeFileSync(join(folder, 'file'), '');
    for (const [words, said, more] of [
      [['demo', '--until', '2026-02-31'], 'a day such as 2026-03-31'],
      [['backup', join(folder, 'file/backup')], `The backup folder ${join(folder, 'file/backup')} cannot be written`],
      [['serve'], 'QINGNIAO_LOG_LEVEL: “loud”', { QINGNIAO_LOG_LEVEL: 'loud' }],
    ] as [string[], string, Record<string, string>?][]) {
      const { code, err } = await qingniao(words, { ...settings, ...more });
      expect([code, err.includes(said), /^ +at /m.test(err)], err).toEqual([1, true, false]);
    }
  }, MINUTES);

  it('names what is missing', async () => {
    expect(await qingniao(['import', 'x.csv'], settings)).toMatchObject({ code: 1, out: '', err: expect.stringContaining("'--brand <id>' not specified") });
  }, MINUTES);
});
