import { createBrand, createMailer, createOrganisation, type Mailer, systemActor } from '@qingniao/access';
import { testApp } from '@qingniao/access/testing';
import { createSecrets, followClock } from '@qingniao/kernel';
import type { Stores } from '@qingniao/storage';
import { silentLog, testStores } from '@qingniao/storage/testing';
import { randomBytes } from 'node:crypto';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { createPdfPrinter } from '../report/chromium.ts';
import { emptyCommunity, makeTables, settle } from '../testing.ts';
import { SCHEDULED } from './deliveries.ts';
import { createReportSender } from './report-sender.ts';
import { mailedReportRoutes } from './routes.ts';
import { daysOf, lastDue, monthCovered, nextDue, writeSchedule } from './schedule.ts';
import { sendRun } from './send-run.ts';
import { testMailServer, type TestMailServer } from './testing.ts';

const secrets = createSecrets(randomBytes(32));
const noChromium = '/no/chromium/here';
const baseUrl = () => 'https://crm.example';
const base = '/api/brands/1/insights/report';
const shanghai = (at: string) => new Date(`${at}+08:00`);

let clock = 0;
const restore = followClock(() => clock);
const at = (time: string) => (clock = shanghai(time).getTime());

let opened: Awaited<ReturnType<typeof testStores>>;
let stores: Stores;
let server: TestMailServer;
const closing: (() => Promise<unknown>)[] = [];

beforeAll(async () => {
  at('2026-10-20T12:00:00');
  opened = await testStores({ warehouse: true });
  stores = opened.stores;
  await makeTables(stores);
  await stores.database.system.tx(async (tx) => createBrand(tx, systemActor('test'), await createOrganisation(tx, systemActor('test'), 'House'), { name: 'Maison' }));
  await settle(stores, 1, {
    ...emptyCommunity(), accounts: [{ id: 'oa', observedSince: shanghai('2025-01-01T00:00:00') }],
    follows: Array.from({ length: 40 }, (_, each) => ({ identity: each + 1, asset: 'oa', source: each < 4 ? 'ads' : 'qr', observed: true, followedAt: shanghai('2026-10-10T00:00:00'), unfollowedAt: null })),
  });
}, 60_000);
afterAll(async () => {
  await opened.close();
  restore();
});

beforeEach(async () => {
  at('2026-10-20T12:00:00');
  server = await testMailServer();
});
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
  await server.close();
  for (const table of ['timer', 'job', 'report_schedule', 'report_delivery']) await stores.database.system.query(`delete from ${table}`);
});

/** The room at work, with a mail server or without. */
async function open(smtpUrl: string | null) {
  const sender = createReportSender({ stores, secrets, mailer: createMailer(smtpUrl, 'Qingniao <crm@brand.example>'), chromium: noChromium, baseUrl, log: silentLog });
  const app = await testApp(stores.database, (routes) => routes.register(mailedReportRoutes, { prefix: '/api/brands/:brandId', sender }));
  closing.push(app.close);
  return app.call;
}

const schedule = { enabled: true, recipients: ['anna@brand.example', 'Ben@House.example'], language: 'en', aggregatesOnly: false, day: 5, hour: 9 };

/** Fires what is due and waits for the jobs that come of it. */
async function work() {
  const fired = await stores.timers.runDue();
  await stores.jobs.idle();
  return fired;
}

type Call = Awaited<ReturnType<typeof open>>;
const deliveries = async (call: Call): Promise<{ month: string; scheduled: boolean; recipient: string; state: string; error: { en: string } | null }[]> =>
  (await call('viewer', 'GET', `${base}/deliveries`)).body.items;
const states = async (call: Call) => (await deliveries(call)).map(({ month, recipient, state }) => `${month} ${recipient} ${state}`).sort();
const taken = () => server.taken.map(({ to }) => to).sort();

const bytesOf = (quoted: string) => Buffer.from(quoted.replaceAll('_', ' ').replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16))), 'latin1');
const subjectOf = (message: string) => /^Subject: (.*(?:\r\n .*)*)/m.exec(message)![1]!.replace(/=\?UTF-8\?Q\?(.*?)\?=\s*/g, (_, quoted: string) => bytesOf(quoted).toString('utf8'));
const pageIn = (message: string) => Buffer.from(/filename=report-2026-10\.html\r\n\r\n([\w+/=\r\n]+)/.exec(message)![1]!, 'base64').toString('utf8');

it('is due on the day and hour of Shanghai, for the month before', () => {
  const when = { day: 5, hour: 9 };
  expect(nextDue(when, shanghai('2026-11-05T08:59:59'))).toEqual(shanghai('2026-11-05T09:00:00'));
  expect(nextDue(when, shanghai('2026-11-05T09:00:00'))).toEqual(shanghai('2026-12-05T09:00:00'));
  expect(nextDue({ day: 1, hour: 0 }, shanghai('2026-12-31T23:59:59'))).toEqual(shanghai('2027-01-01T00:00:00'));
  expect(lastDue(when, shanghai('2026-11-05T09:00:00'))).toEqual(shanghai('2026-11-05T09:00:00'));
  expect(lastDue(when, shanghai('2027-01-04T09:00:00'))).toEqual(shanghai('2026-12-05T09:00:00'));
  expect(['2027-01-01T00:00:00', '2028-03-28T23:00:00'].map((day) => monthCovered(shanghai(day)))).toEqual(['2026-12', '2028-02']);
  expect(daysOf('2028-02')).toEqual({ from: '2028-02-01', to: '2028-02-29' });
  expect(daysOf('2026-12')).toEqual({ from: '2026-12-01', to: '2026-12-31' });
});

it('mails the month before once to each recipient, every month', async () => {
  const call = await open(server.url);
  const { body } = await call('owner', 'PUT', `${base}/schedule`, schedule);
  expect([body.nextAt, body.mailMissing, body.withCosts]).toEqual([shanghai('2026-11-05T09:00:00').toISOString(), null, true]);

  at('2026-11-05T08:59:59');
  expect(await work()).toBe(0);
  at('2026-11-05T09:00:00');
  expect(await work()).toBe(1);
  expect(taken()).toEqual(['anna@brand.example', 'ben@house.example']);
  const { message } = server.taken[0]!;
  expect(subjectOf(message)).toBe('Maison · WeChat Community Index · October 2026');
  expect(pageIn(message)).toContain('>4 / 40');
  expect(pageIn(message)).toContain('Cost per kept follower');
  expect(message.replaceAll('=\r\n', '')).toContain('https://crm.example/b/1/insights/settings');

  expect(await work()).toBe(0);
  at('2026-12-05T09:00:00');
  await work();
  expect(await states(call)).toEqual(['2026-10 a***@brand.example sent', '2026-10 b***@house.example sent', '2026-11 a***@brand.example sent', '2026-11 b***@house.example sent']);
  expect(taken()).toHaveLength(4);

  // Stopped for months: the latest one only.
  at('2027-03-20T00:00:00');
  await work();
  expect((await states(call)).filter((one) => one > '2026-12')).toEqual(['2027-02 a***@brand.example sent', '2027-02 b***@house.example sent']);

  await call('owner', 'PUT', `${base}/schedule`, { ...schedule, enabled: false });
  at('2027-04-05T09:00:00');
  expect(await work()).toBe(0);
  const log = await stores.database.forBrand(1).query<{ line: string }>(`select action || ' ' || coalesce(before::text, '') || after::text line from audit_entry where brand_id = 1`);
  expect(log.filter(({ line }) => line.startsWith('report.mailed'))).toHaveLength(6);
  expect(log.filter(({ line }) => /anna|ben@/i.test(line))).toEqual([]);
}, 60_000);

it('gives head office the version without small cells and without costs', async () => {
  const call = await open(server.url);
  await call('owner', 'PUT', `${base}/schedule`, { ...schedule, recipients: ['ho@house.example'], aggregatesOnly: true });
  at('2026-11-05T09:00:00');
  await work();
  const page = pageIn(server.taken[0]!.message);
  expect(page).not.toContain('>4 / 40');
  expect(page).toContain('&lt;10');
  expect(page).not.toContain('Cost per kept follower');
}, 60_000);

it('tries again what a server does not take for now, and never what it refuses', async () => {
  const call = await open(server.url);
  await call('owner', 'PUT', `${base}/schedule`, schedule);
  server.answerTo = (recipient) => (recipient.startsWith('anna') ? '450' : '550');
  at('2026-11-05T09:00:00');
  await work();
  expect(await states(call)).toEqual(['2026-10 a***@brand.example waiting', '2026-10 b***@house.example failed']);
  expect((await deliveries(call)).map(({ error }) => error!.en).join()).toContain('did not take it: 450 <a***@brand.example> is not taken here');
  expect(JSON.stringify(await deliveries(call))).not.toMatch(/anna|ben@/);

  server.answerTo = () => '250';
  at('2026-11-05T09:29:59');
  await work();
  expect(taken()).toEqual([]);
  at('2026-11-05T09:30:00');
  await work();
  at('2026-11-06T09:30:00');
  await work();
  expect(taken()).toEqual(['anna@brand.example']);
}, 60_000);

it('never mails again what may have arrived: the connection broke after the message', async () => {
  const call = await open(server.url);
  await call('owner', 'PUT', `${base}/schedule`, schedule);
  server.hangsUpOn = 'anna@brand.example';
  at('2026-11-05T09:00:00');
  await work();
  server.hangsUpOn = null;
  at('2026-11-06T09:00:00');
  await work();
  expect(await states(call)).toEqual(['2026-10 a***@brand.example unknown', '2026-10 b***@house.example sent']);
  expect(taken()).toEqual(['ben@house.example']);
}, 60_000);

it('never mails again what was marked when the process ended', async () => {
  const call = await open(server.url);
  const db = stores.database.forBrand(1);
  await db.tx((tx) => writeSchedule(tx, 1, secrets, { ...schedule, language: 'zh', recipients: ['anna@brand.example', 'ben@house.example'], withCosts: true }, 'test'));
  const real = createMailer(server.url, 'crm@brand.example');
  const parts = { warehouse: stores.warehouse, secrets, printer: createPdfPrinter(noChromium), baseUrl, log: silentLog };
  const run = { month: '2026-09', run: SCHEDULED };
  const go = { lastTry: false, signal: new AbortController().signal };
  // A process that ends between its mark and the mail: nothing after this call happens.
  const marked = new Promise<string>((resolve) => {
    const dying: Mailer = { works: true, check: real.check, send: ({ to }) => (resolve(to), new Promise(() => undefined)) };
    void sendRun({ ...parts, mailer: dying }, db, run, go);
  });
  const victim = await marked;
  expect((await states(call)).filter((one) => one.endsWith(' sending'))).toHaveLength(1);

  expect(await sendRun({ ...parts, mailer: real }, db, run, go)).toBe(false);
  expect(await sendRun({ ...parts, mailer: real }, db, run, go)).toBe(false);
  const other = victim === 'anna@brand.example' ? 'ben@house.example' : 'anna@brand.example';
  expect(taken()).toEqual([other]);
  const unknown = (await deliveries(call)).find(({ state }) => state === 'unknown')!;
  expect(unknown.recipient[0]).toBe(victim[0]);
  expect(unknown.error!.en).toContain('may or may not have arrived');
}, 60_000);

it('says what to set where no mail server is, keeps the schedule, and gives up after a day', async () => {
  const call = await open(null);
  const saved = await call('owner', 'PUT', `${base}/schedule`, schedule);
  expect([saved.status, saved.body.enabled, saved.body.mailMissing.zh]).toEqual([200, true, expect.stringContaining('SMTP_URL')]);
  const now = await call('owner', 'POST', `${base}/schedule/send`);
  expect([now.status, now.body.error.code]).toEqual([409, 'no_mail']);
  at('2026-11-05T09:00:00');
  await work();
  expect(await states(call)).toEqual(['2026-10 a***@brand.example waiting', '2026-10 b***@house.example waiting']);
  expect((await deliveries(call))[0]!.error!.en).toContain('SMTP_URL');
  for (let hours = 1; hours <= 24; hours += 1) {
    clock += 3_600_000;
    await work();
  }
  expect(await states(call)).toEqual(['2026-10 a***@brand.example failed', '2026-10 b***@house.example failed']);
}, 60_000);

it('sends now to the recipients, again if asked again, and to nobody removed meanwhile', async () => {
  const call = await open(server.url);
  expect((await call('owner', 'POST', `${base}/schedule/send`)).body.error.code).toBe('no_recipients');
  await call('owner', 'PUT', `${base}/schedule`, { ...schedule, enabled: false });
  const [first, second] = await Promise.all([call('marketer', 'POST', `${base}/schedule/send`), call('marketer', 'POST', `${base}/schedule/send`)]);
  expect([first.status, second.status].sort()).toEqual([202, 409]);
  await stores.jobs.idle();
  expect(taken()).toEqual(['anna@brand.example', 'ben@house.example']);
  expect((await deliveries(call)).every(({ scheduled, month }) => !scheduled && month === '2026-09')).toBe(true);

  server.answerTo = () => '450';
  await call('owner', 'POST', `${base}/schedule/send`);
  await stores.jobs.idle();
  await call('owner', 'PUT', `${base}/schedule`, { ...schedule, enabled: false, recipients: ['anna@brand.example'] });
  server.answerTo = () => '250';
  at('2026-10-20T12:30:00');
  await work();
  expect(taken()).toEqual(['anna@brand.example', 'anna@brand.example', 'ben@house.example']);
}, 60_000);

it('lets those go who wait for a run that somebody stopped', async () => {
  const call = await open(server.url);
  await call('owner', 'PUT', `${base}/schedule`, { ...schedule, recipients: ['anna@brand.example'] });
  server.answerTo = () => '450';
  at('2026-11-05T09:00:00');
  await work();
  await stores.database.forBrand(1).query(`update job set state = 'cancelled' where brand_id = 1`);
  server.answerTo = () => '250';
  at('2026-11-06T09:00:00');
  await work();
  expect(await states(call)).toEqual(['2026-10 a***@brand.example failed']);
  expect(taken()).toEqual([]);
}, 60_000);

it('shows addresses to those who may change them, and belongs to one brand', async () => {
  const call = await open(server.url);
  await call('marketer', 'PUT', `${base}/schedule`, schedule);
  expect((await call('marketer', 'GET', `${base}/schedule`)).body.recipients).toEqual(['anna@brand.example', 'ben@house.example']);
  expect((await call('head_office', 'GET', `${base}/schedule`)).body.recipients).toEqual(['a***@brand.example', 'b***@house.example']);
  expect((await call('analyst', 'PUT', `${base}/schedule`, schedule)).status).toBe(403);
  expect((await call('analyst', 'POST', `${base}/schedule/send`)).status).toBe(403);
  expect((await call('associate', 'GET', `${base}/schedule`)).status).toBe(403);
  expect((await call('owner', 'GET', '/api/brands/10/insights/report/schedule')).status).toBe(404);
  expect((await call('owner', 'GET', '/api/brands/2/insights/report/schedule')).body).toMatchObject({ enabled: false, recipients: [], nextAt: null });

  const wrong = async (change: object) => (await call('owner', 'PUT', `${base}/schedule`, { ...schedule, ...change })).body.error.field;
  expect(await wrong({ recipients: [] })).toBe('recipients');
  expect(await wrong({ recipients: ['anna'] })).toBe('recipients.0');
  expect(await wrong({ day: 29 })).toBe('day');
  expect(await wrong({ hour: 24 })).toBe('hour');
});
