import { testActor } from '@qingniao/access/testing';
import type { Mail } from '@qingniao/access';
import { followClock } from '@qingniao/kernel';
import type { BrandDatabase, Stores } from '@qingniao/storage';
import { silentLog, testStores } from '@qingniao/storage/testing';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createArticle } from '../articles/save.ts';
import { readText } from '../articles/text.ts';
import { decideApproval, requestApproval } from './approvals.ts';
import { startApprovalReminders } from './reminders.ts';

const START = Date.parse('2026-05-04T04:00:00Z');
const HOUR = 3_600_000;
let stores: Stores;
let brand: BrandDatabase;
let close: () => Promise<void>;
let restoreClock: () => void;
let at = START;
const mails: Mail[] = [];
/** Addresses the server does not take just now. */
const busy = new Set<string>();

beforeAll(async () => {
  restoreClock = followClock(() => at);
  ({ stores, close } = await testStores());
  brand = stores.database.forBrand(1);
  const { system } = stores.database;
  await system.query(`insert into brand (id, organisation_id, name, zone, created_at) overriding system value values (1, 'maison', 'Maison', 'Asia/Shanghai', now())`);
  const people: [id: string, role: string, region: string | null, signedIn: boolean][] = [
    ['paris', 'approver', 'paris', true], ['shanghai', 'approver', 'shanghai', true], ['everywhere', 'owner', null, true],
    ['test-owner', 'owner', null, true], ['invited', 'approver', 'shanghai', false], ['marketer', 'marketer', null, true],
  ];
  for (const [id, role, region, signedIn] of people) {
    await system.query(`insert into user_account (id, email, name, password_hash, language, created_at) values ($1, $1 || '@example.com', $1, $2, 'zh', now())`, [id, signedIn ? 'x' : null]);
    await system.query('insert into brand_role (brand_id, user_id, role, region, created_at) values (1, $1, $2, $3, now())', [id, role, region]);
  }
  startApprovalReminders({
    stores, baseUrl: () => 'https://crm.example.com', log: silentLog,
    mailer: {
      works: true, check: async () => undefined,
      async send(mail) {
        if (busy.delete(mail.to)) throw Object.assign(new Error('try later'), { responseCode: 450 });
        mails.push(mail);
      },
    },
  });
});
afterAll(async () => {
  restoreClock();
  await close();
});

const ask = (deadline: Date, regions: string[]) => brand.tx(async (tx) => {
  const { text } = readText({ title: '新包到店' }, { pictureOrigins: [] });
  const id = await createArticle(tx, 1, text, {}, testActor('owner'));
  return requestApproval(tx, stores.timers, 1, id, { regions, deadline }, testActor('owner'));
});

async function recipients(): Promise<string[]> {
  await stores.timers.runDue();
  await stores.jobs.idle();
  return mails.splice(0).map(({ to }) => to.split('@')[0]!).sort();
}

it('reminds once, a day before the deadline, who may answer for a region that has not', async () => {
  const { id } = await ask(new Date(START + 72 * HOUR), ['paris', 'shanghai']);
  await brand.tx((tx) => decideApproval(tx, 1, id, { region: 'paris', decision: 'approved', comment: '' }, { ...testActor('approver'), id: 'paris', regions: ['paris'] }));
  at = START + 48 * HOUR - 1;
  expect(await recipients()).toEqual([]);
  at += 1;
  // One address is taken at the second try, and nobody is mailed twice for it.
  busy.add('shanghai@example.com');
  await stores.timers.runDue();
  await stores.jobs.idle();
  expect(mails.map(({ to }) => to).sort()).toEqual(['everywhere@example.com', 'shanghai@example.com']);
  expect(mails.splice(0)[0]).toMatchObject({ subject: expect.stringContaining('2026-05-07 12:00'), text: expect.stringMatching(/新包到店[^]*shanghai[^]*https:\/\/crm\.example\.com\/b\/1\/content\/articles\//) });
  at = START + 80 * HOUR;
  expect(await recipients()).toEqual([]);
});

it('reminds half-way to a near deadline, and nobody of what was answered', async () => {
  const begun = at;
  const open = await ask(new Date(begun + 10 * HOUR), ['paris']);
  const answered = await ask(new Date(begun + 10 * HOUR), ['paris']);
  await brand.tx((tx) => decideApproval(tx, 1, answered.id, { region: 'paris', decision: 'approved', comment: '' }, { ...testActor('approver'), id: 'paris' }));
  at = begun + 5 * HOUR - 1;
  expect(await recipients()).toEqual([]);
  at += 1;
  expect(await recipients()).toEqual(['everywhere', 'paris']);
  expect(open.version).toBe(1);
});
