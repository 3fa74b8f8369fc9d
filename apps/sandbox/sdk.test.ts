import { createLog, followClock } from '@qingniao/kernel';
import { closeWechatConnections, createMiniProgramClient, createPayClient, isPaid, memoryTokenStore, readTradeEvent, scanJson } from '@qingniao/wechat';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Shop, openShop } from './platform/pay/testing.ts';

// The product's own SDK of mini programs and Pay against this platform: neither shares code with the other.

const NOON = Date.parse('2026-03-10T12:00:00+08:00');
const log = createLog('silent');
let shop: Shop;
let restoreClock: () => void;
let mini: ReturnType<typeof createMiniProgramClient>;
let pay: ReturnType<typeof createPayClient>;

beforeAll(async () => {
  shop = await openShop({ history: { start: NOON, until: NOON + 60 * 86_400_000 } });
  restoreClock = followClock(() => shop.sandbox.world.now());
  const { url } = shop.sandbox;
  const { secret } = (await shop.world.control(`/accounts/${shop.appid}`)) as { secret: string };
  mini = createMiniProgramClient({ appid: shop.appid, secret, baseUrls: { api: url, mp: url, open: url }, tokenStore: memoryTokenStore(), log });
  const { id, pem } = shop.platformPublicKey;
  pay = createPayClient({ merchant: { mchid: shop.mchid, serialNo: shop.serial, privateKey: shop.privateKey, apiV3Key: shop.apiV3Key, publicKey: { id, pem } }, baseUrl: url, log });
});
afterAll(async () => {
  await shop.close();
  restoreClock();
  await closeWechatConnections();
});

const step = (hours = 1) => shop.world.control('/clock/step', { hours });

it('logs in, reads the phone, makes links that lead back, and has a text checked', async () => {
  const { code } = await shop.world.control('/mini/login', { appid: shop.appid, openid: shop.buyer });
  expect(await mini.login.session(String(code))).toMatchObject({ openid: shop.buyer, unionid: expect.any(String) as unknown });
  const { code: phone } = await shop.world.control('/mini/phone', { appid: shop.appid, openid: shop.buyer });
  expect(await mini.login.phone(String(phone))).toMatchObject({ countryCode: '86', phone: expect.stringMatching(/^199/) as unknown });
  const link = await mini.codes.urlLink({ path: 'pages/gift/gift', query: 't=1' }, { days: 3 });
  expect(await mini.codes.urlLinkInfo(link)).toMatchObject({ path: 'pages/gift/gift', query: 't=1', expire_time: NOON / 1000 + 3 * 86_400 });
  expect(await shop.world.control('/mini/open', { appid: shop.appid, openid: shop.buyer, link })).toMatchObject({ path: 'pages/gift/gift', scene: 1194 });
  expect(await mini.codes.unlimited({ scene: 'k=1' })).toMatchObject({ contentType: 'image/jpeg' });
  expect(await mini.security.checkText({ content: '生日快乐', scene: 2, openid: shop.buyer })).toMatchObject({ suggest: 'pass', label: 100 });
  expect(await mini.security.checkText({ content: '违规内容', scene: 2, openid: shop.buyer })).toMatchObject({ suggest: 'risky' });
});

it('sells, ships, refunds in parts and reads the bill of the day', async () => {
  const prepayId = await pay.payments.prepay({
    appid: shop.appid, openid: shop.buyer, outTradeNo: 'SDK-000001', description: '手链', total: 10_000, notifyUrl: shop.notifyUrl, expiresAt: new Date(NOON + 900_000),
  });
  const payment = pay.payments.parameters(shop.appid, prepayId);
  expect(await shop.world.control('/pay', { appid: shop.appid, openid: shop.buyer, payment, wait: true })).toEqual({ errMsg: 'requestPayment:ok' });
  const [notice] = shop.notices;
  expect(await pay.readNotice(notice!.headers, Buffer.from(notice!.body))).toMatchObject({ ok: true, notice: { kind: 'payment', transaction: { outTradeNo: 'SDK-000001', total: 10_000, openid: shop.buyer } } });
  const transaction = await pay.payments.byOutTradeNo('SDK-000001');
  if (!isPaid(transaction)) throw new Error('not paid');
  expect(await mini.login.paidUnionid(shop.buyer, transaction.transactionId)).toMatch(/^oU/);

  const order = { transactionId: transaction.transactionId };
  await mini.shipping.upload({ order, logisticsType: 1, parcels: [{ itemDesc: '手链*1', trackingNo: 'SF1', company: 'SF', receiverContact: '199****0000' }], uploadedAt: new Date(NOON), payerOpenid: shop.buyer });
  expect(await mini.shipping.order(order)).toMatchObject({ order_state: 2, shipping: { finish_shipping: true } });
  expect(readTradeEvent(scanJson(shop.events.at(-1)!.body))).not.toBeNull();

  for (const [index, refund] of [3_333, 3_333, 3_334].entries()) {
    await pay.refunds.create({ payment: { transactionId: transaction.transactionId }, outRefundNo: `SDK-R${index}`, refund, total: 10_000, reason: '退货', notifyUrl: shop.notifyUrl });
  }
  await step();
  expect(await pay.refunds.get('SDK-R2')).toMatchObject({ state: 'SUCCESS', refund: 3_334 });
  await step(22);
  const bill = await pay.bills.trade('2026-03-10');
  expect(bill?.rows).toHaveLength(4);
  expect((await pay.bills.fundFlow('2026-03-10'))?.rows).toHaveLength(5);
  expect(await pay.bills.trade('2026-03-09')).toBeNull();
  expect((await mini.datacube.fetch('dailyvisittrend', '2026-03-10')).list).toMatchObject([{ session_cnt: 1, visit_uv: 1 }]);
});
