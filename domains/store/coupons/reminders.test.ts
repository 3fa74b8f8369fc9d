import { mergeContacts, platformSources } from '@qingniao/people';
import { silentLog } from '@qingniao/storage/testing';
import { WechatError } from '@qingniao/wechat';
import { afterAll, beforeEach, expect, it } from 'vitest';
import { inOwnDatabase, testShop } from '../testing.ts';
import { remindOfCoupons, type ReminderDeps } from './reminders.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** Ten in the morning of Beijing. */
const TEN = Date.parse('2026-08-19T02:00:00Z');
const url = '/api/brands/1/store';
const setting = { templateId: 'tmpl-coupon', nameKey: 'thing1', timeKey: 'time2', daysBefore: 3 };
let at = TEN;
let serial = 0;
const sent: { touser: string; lang?: string; data: Record<string, { value: string }> }[] = [];
let answer: () => void = () => undefined;

const { stores, brand, shop, close } = await inOwnDatabase(testShop, { now: () => at });
afterAll(close);
const client = { messages: { sendSubscription: async (message: (typeof sent)[number]) => {
  sent.push(message);
  answer();
} } };
const deps: ReminderDeps = { database: stores.database, timers: stores.timers, log: silentLog, miniPrograms: { clientOf: async () => client, close: async () => undefined } as never };
await shop.call('owner', 'PUT', `${url}/coupon-reminder`, { setting });
const made = await shop.call('owner', 'POST', `${url}/coupon-templates`, { name: '七夕满减', discount: { kind: 'amount', fen: 100 }, thresholdFen: 0, storefrontIds: [], budget: 50, validDays: 5, claimable: true });
const templateId: string = made.body.id;

beforeEach(() => {
  at = TEN;
  sent.length = 0;
  answer = () => undefined;
});

/** Somebody with a coupon that ends in five days. */
async function holder(answers: string[], language = 'zh-CN') {
  const openid = `o-${++serial}`;
  const { ask } = await shop.shopper(openid);
  await ask('POST', `/coupon-templates/${templateId}/claim`);
  expect((await ask('GET', '/message-templates')).body).toEqual({ couponExpiring: 'tmpl-coupon' });
  for (const one of answers) expect((await ask('POST', '/message-answers', { answers: [{ templateId: 'tmpl-coupon', answer: one }, { templateId: 'another', answer: 'accept' }] }, undefined, { 'accept-language': language })).status).toBe(204);
  return openid;
}
const remindedOf = async () => (await shop.call('owner', 'GET', `${url}/coupon-templates`)).body.items[0].reminded;

it('reminds once, only who allowed it, and only from three days before the end (V-06)', async () => {
  const allowed = await holder(['accept', 'accept']);
  const abroad = await holder(['accept'], 'en');
  await holder([]);
  await holder(['reject']);
  await holder(['accept', 'ban']);
  at = TEN + 2 * DAY - HOUR;
  await remindOfCoupons(deps, 1);
  expect(sent).toEqual([]);
  at = TEN + 2 * DAY;
  await remindOfCoupons(deps, 1);
  await remindOfCoupons(deps, 1);
  at += DAY;
  await remindOfCoupons(deps, 1);
  expect(sent).toMatchObject([{ touser: allowed, lang: 'zh_CN', data: { thing1: { value: '七夕满减' }, time2: { value: '2026-08-24 10:00' } } }, { touser: abroad, lang: 'en_US' }]);
  expect(await remindedOf()).toBe(2);
});

it('whoever allowed it hears of a coupon the brand gave them by another door', async () => {
  const [web, mini] = [`o-${++serial}`, `o-${++serial}`];
  await shop.shopper(web);
  const { ask } = await shop.shopper(mini);
  const [a, b] = (await brand.query<{ id: number }>('select id from identity where brand_id = 1 and value = any ($1) order by id', [[web, mini]])).map(({ id }) => id) as [number, number];
  await brand.tx((tx) => mergeContacts(tx, 1, a, b, null, 'user:1', platformSources));
  expect((await shop.call('owner', 'POST', `${url}/coupon-templates/${templateId}/coupons`, { contactId: a })).status).toBe(201);
  await ask('POST', '/message-answers', { answers: [{ templateId: 'tmpl-coupon', answer: 'accept' }] });
  at = TEN + 2 * DAY;
  await remindOfCoupons(deps, 1);
  await remindOfCoupons(deps, 1);
  expect(sent.map(({ touser }) => touser)).toEqual([mini]);
});

it('lets phones rest at night', async () => {
  await holder(['accept']);
  at = Date.parse('2026-08-21T13:00:00Z');
  await remindOfCoupons(deps, 1);
  expect(sent).toEqual([]);
  at -= 1;
  await remindOfCoupons(deps, 1);
  expect(sent).toHaveLength(1);
});

it('without an answer it may have arrived: never twice; what WeChat was too busy for is tried again', async () => {
  await holder(['accept', 'accept']);
  at = TEN + 2 * DAY;
  const before = await remindedOf();
  answer = () => {
    throw new WechatError(-1, 'system error', null, 'busy', '/', null);
  };
  await remindOfCoupons(deps, 1);
  answer = () => {
    throw new WechatError(null, 'timeout', null, 'network', '/', null);
  };
  await remindOfCoupons(deps, 1);
  answer = () => undefined;
  await remindOfCoupons(deps, 1);
  expect(sent).toHaveLength(2);
  expect(await remindedOf()).toBe(before);
});

it('a used coupon and one that is over remind of nothing', async () => {
  await holder(['accept']);
  await brand.query(`update coupon set state = 'used' where brand_id = 1 and state = 'saved'`);
  const late = await holder(['accept']);
  at = TEN + 5 * DAY;
  await remindOfCoupons(deps, 1);
  expect(sent.map(({ touser }) => touser)).not.toContain(late);
  expect(sent).toEqual([]);
});

it('every hour again as long as the brand wants it', async () => {
  await remindOfCoupons(deps, 1);
  const due = async () => (await brand.query<{ dueAt: Date }>(`select due_at as "dueAt" from timer where brand_id = 1 and name = 'store-coupon-reminders'`)).map(({ dueAt }) => dueAt.toISOString());
  expect(await due()).toEqual(['2026-08-19T03:00:00.000Z']);
  await shop.call('owner', 'PUT', `${url}/coupon-reminder`, { setting: null });
  expect(await due()).toEqual([]);
  expect((await shop.call('viewer', 'PUT', `${url}/coupon-reminder`, { setting })).status).toBe(403);
});
