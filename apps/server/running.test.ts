import { platformUrls } from '@qingniao/wechat';
import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { noteRunning, readRunning } from './running.ts';

const folder = mkdtempSync(join(tmpdir(), 'qingniao-running-'));
const file = join(folder, 'running.json');
const note = { pid: process.pid, address: 'http://127.0.0.1:3000', databaseUrl: 'postgresql://x', warehouseUrl: 'http://x', wechat: platformUrls };
afterAll(() => rmSync(folder, { recursive: true }));

it('tells of a product as long as it runs, and of one at a time', async () => {
  expect(await readRunning(folder)).toBeNull();
  const stop = await noteRunning(folder, note);
  expect(await readRunning(folder)).toEqual(note);
  expect(statSync(file).mode & 0o077).toBe(0);
  await expect(noteRunning(folder, note)).rejects.toMatchObject({ code: 'data_folder_in_use' });
  expect(await readRunning(folder)).toEqual(note);
  await stop();
  expect([await readRunning(folder), readdirSync(folder)]).toEqual([null, []]);
});

it('takes a note that outlived its process for none, whoever has its number now, and an unreadable one too', async () => {
  writeFileSync(file, JSON.stringify(note));
  expect(await readRunning(folder)).toBeNull();
  writeFileSync(file, '');
  expect(await readRunning(folder)).toBeNull();
  const stop = await noteRunning(folder, note);
  writeFileSync(file, '{"pid":');
  expect(await readRunning(folder)).toBeNull();
  await stop();
});
