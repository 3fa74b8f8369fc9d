import files from '@fastify/static';
import type { Stores } from '@qingniao/storage';
import { testStores } from '@qingniao/storage/testing';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { buildHost } from '../../apps/minihost/build/build.ts';
import { testGifting } from '../../domains/gifting/testing.ts';
import { productWords, setUpStall } from '../../domains/store/testing.ts';
import { openBrowser, phone } from '../support/browser.ts';

/** W-50 on two phones: one gives, the other opens the link, and finds no product, price or picture in anything it is sent or shown. */
const root = join(import.meta.dirname, '../..');
const WAIT = { timeout: 30_000 };
const out = mkdtempSync(join(tmpdir(), 'qn-gift-'));
const shots = process.env['QINGNIAO_SHOTS'];
const PIXEL = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64');
let stores: Stores;
let closeStores: () => Promise<void>;
let shop: Awaited<ReturnType<typeof testGifting>>;
let browser: Browser;
let origin: string;

beforeAll(async () => {
  await buildHost({ source: join(root, 'apps/miniapp/miniprogram'), modules: join(root, 'node_modules'), out });
  ({ stores, close: closeStores } = await testStores());
  shop = await testGifting(stores, async (app) => {
    const settings = JSON.stringify({ base: '/shop/1/', frames: [], outside: { shopId: 1, assetId: 'asset', appid: 'wxa', authorize: '' } }).replaceAll('"', '&quot;');
    const page = readFileSync(join(out, 'index.html'), 'utf8').replace('name="shop" content=""', `name="shop" content="${settings}"`);
    await app.register(files, { root: join(out, 'assets'), prefix: '/shop/assets/', decorateReply: false });
    await app.register(files, { root: join(out, 'files'), prefix: '/shop/files/', decorateReply: false });
    app.get('/shop/:shopId/*', { config: { public: true } }, (_, reply) => reply.type('text/html').send(page));
    // WeChat knows whose phone it is; here the phone says it.
    app.get('/connect/oauth2/authorize', { config: { public: true } }, (request, reply) => {
      const { redirect_uri: back, state } = request.query as { redirect_uri: string; state: string };
      const url = new URL(back);
      url.searchParams.set('code', /person\/(\S+)/.exec(request.headers['user-agent'] ?? '')![1]!);
      url.searchParams.set('state', state);
      return reply.redirect(String(url));
    });
    app.post('/pay', { config: { public: true } }, (request, reply) => {
      shop.platform.pay((request.body as { package: string }).package.replace('prepay_id=prepay-', ''));
      return reply.send({});
    });
    origin = await app.listen({ port: 0, host: '127.0.0.1' });
  });
  browser = await openBrowser();
}, 120_000);
afterAll(async () => {
  await browser?.close();
  await shop?.close();
  await closeStores?.();
  rmSync(out, { recursive: true, force: true });
});

async function phoneOf(person: string): Promise<Page> {
  const context = await browser.newContext({ viewport: phone, locale: 'zh-CN', userAgent: `Mozilla/5.0 MicroMessenger/8.0 person/${person}`, permissions: ['clipboard-read', 'clipboard-write'] });
  await context.addInitScript(() => {
    (globalThis as unknown as { WeixinJSBridge: object }).WeixinJSBridge = {
      invoke: (_: string, given: { package: string }, answer: (result: { err_msg: string }) => void) => {
        void fetch('/pay', { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ package: given.package }) }).then(() => answer({ err_msg: 'get_brand_wcpay_request:ok' }));
      },
    };
  });
  return context.newPage();
}
const shot = async (page: Page, name: string) => void (shots && await page.screenshot({ path: join(shots, `${name}.png`) }));
const see = (page: Page, text: string) => page.getByText(text, { exact: true }).first().waitFor(WAIT);
const tap = (page: Page, text: string) => page.getByText(text, { exact: true }).locator('visible=true').last().click(WAIT);
const fillIn = async (page: Page, values: Record<string, string>) => {
  for (const [label, value] of Object.entries(values)) await page.locator('wx-view', { hasText: label, has: page.locator('input') }).last().locator('input').fill(value, WAIT);
};

it('is given on one phone and accepted on another, which learns nothing of it', async () => {
  const size = { id: 'ring-size', kind: 'choice' as const, name: '戒圈', required: true, askReceiver: 'size' as const, choices: ['12', '14'].map((name) => ({ id: `size-of-${name}`, name, feeFen: 0, leadDays: 0 })) };
  const stall = await setUpStall(stores.database.forBrand(1), { type: 'permanent', units: [3], priceFen: 7_351_900, options: [size] });
  const giver = await phoneOf('o-giver');
  await giver.goto(`${origin}/shop/1/pages/product/product?storefront=${stall.storefrontId}&product=${stall.productId}`);
  await see(giver, productWords.name);
  await tap(giver, '送给朋友');
  await see(giver, '由对方填写地址');
  await fillIn(giver, { 署名: '小青' });
  await tap(giver, '生日快乐，愿你所得皆所爱。');
  await shot(giver, 'gift-1-give');
  await tap(giver, '提交并付款');
  await see(giver, '等待对方领取');
  await shot(giver, 'gift-2-sent');
  await tap(giver, '发给对方');
  await expect.poll(() => giver.evaluate<string>('navigator.clipboard.readText()'), WAIT).toContain('/pages/gift-receive/gift-receive?token=');
  const link = await giver.evaluate<string>('navigator.clipboard.readText()');

  const receiver = await phoneOf('o-receiver');
  const sent: string[] = [];
  const shown: string[] = [link];
  receiver.on('response', async (response) => {
    // The program itself is the same for everybody.
    if (response.url().includes('/api/')) sent.push(`${response.url()} ${JSON.stringify(response.headers())} ${await response.text().catch(() => '')}`);
  });
  const look = async (name: string) => {
    shown.push(await receiver.content(), await receiver.evaluate<string>('document.body.innerText'), await receiver.locator('body').ariaSnapshot(), await receiver.title());
    await shot(receiver, name);
  };
  await receiver.goto(link);
  await see(receiver, '小青 送你一份礼物');
  await see(receiver, '生日快乐，愿你所得皆所爱。');
  await look('gift-3-open');
  await tap(receiver, '收下礼物');
  await see(receiver, '请选择尺寸');
  await tap(receiver, '14');
  await fillIn(receiver, { 收货人: '李收礼', 手机: '13912345678', 省: '浙江', 市: '杭州', 详细: '龙井路 8 号' });
  await look('gift-4-address');
  await tap(receiver, '确认收下');
  await see(receiver, '礼物是您的了');
  await receiver.locator('textarea').fill('收到，谢谢你', WAIT);
  await tap(receiver, '发送感谢');
  await see(receiver, '收到，谢谢你');
  await look('gift-5-thank');

  // It has come, and is the wrong size: asked for without a word of what it is.
  const brand = stores.database.forBrand(1);
  const [gift] = await brand.query<{ id: string; orderId: string }>('select id, order_id as "orderId" from gift where brand_id = 1');
  await brand.query(`update shop_order set fulfilment = 'shipped' where brand_id = 1 and id = $1`, [gift!.orderId]);
  await brand.query(`insert into parcel (brand_id, id, order_id, seq, method, carrier_id, carrier_name, waybill, shipped_at, shipped_by) values (1, 'parcel', $1, 1, 'express', 'SF', '顺丰速运', 'SF100200', now(), 'x')`, [gift!.orderId]);
  await brand.query(`insert into parcel_line (brand_id, parcel_id, position, quantity) values (1, 'parcel', 1, 1)`);
  await receiver.goto(`${origin}/shop/1/pages/gift-thank/gift-thank?gift=${gift!.id}`);
  await tap(receiver, '换货与保养');
  await tap(receiver, '换货');
  await tap(receiver, '质量问题');
  await tap(receiver, '12');
  await receiver.getByRole('textbox').fill('戴着紧，内侧有划痕', WAIT);
  const choosing = receiver.waitForEvent('filechooser', WAIT);
  await tap(receiver, '添加照片');
  await (await choosing).setFiles({ name: 'ring.png', mimeType: 'image/png', buffer: PIXEL });
  await receiver.getByRole('button', { name: '移除照片' }).waitFor(WAIT);
  await look('gift-7-exchange');
  // The photo is lost once on its way; the case is not, and another tap sends it.
  let lost = 0;
  await receiver.route('**/photos', (route) => (route.request().method() === 'POST' && (lost += 1) === 1 ? route.abort('internetdisconnected') : route.continue()));
  await tap(receiver, '提交申请');
  await see(receiver, '等待品牌答复');
  await tap(receiver, '未发送，重试');
  await expect.poll(() => brand.query('select 1 from after_sale_photo where brand_id = 1'), WAIT).toHaveLength(1);
  await receiver.getByText('未发送，重试').waitFor({ ...WAIT, state: 'detached' });
  await look('gift-8-asked');

  expect(sent.some((one) => one.includes('/received-gifts/acceptance'))).toBe(true);
  const orders = await stores.database.forBrand(1).query<{ id: string; number: string }>('select id, number from shop_order where brand_id = 1');
  const secrets = [productWords.name, '戒圈', 'ring-size', 'size-of-14', '首发', '73,519', stall.productId, stall.storefrontId, stall.poolId, ...stall.skuIds, ...orders.flatMap(({ id, number }) => [id, number])];
  expect(secrets.filter((secret) => [...sent, ...shown].some((text) => text.includes(secret)))).toEqual([]);
  // A few digits stand in many an id; an amount stands alone.
  expect([...sent, ...shown].filter((text) => /(?<![\w-])73519(00)?(?![\w-])/.test(text))).toEqual([]);
  expect([...sent, ...shown].join('\n')).toContain('小青');

  await giver.reload();
  await see(giver, '收到，谢谢你');
  await shot(giver, 'gift-6-thanked');
  expect(await giver.content()).not.toMatch(/龙井|13912345678/);
}, 180_000);

it('whoever loses the network at any step of buying finds the cart or the order where it was, and pays once', async () => {
  const brand = stores.database.forBrand(1);
  const stall = await setUpStall(brand, { type: 'permanent', units: [5] });
  const buyer = await phoneOf('o-underground');
  /** Each step is lost twice: before it arrives, and after it was done. */
  const steps = ['PUT cart/lines', 'POST quotes', 'POST orders', 'POST payment', 'POST confirmation'];
  const faults = new Map(steps.map((step) => [step, ['before', 'after']]));
  let sheetOpened = false;
  await buyer.route('**/api/shop/1/**', async (route) => {
    const { pathname } = new URL(route.request().url());
    const step = [...faults.keys()].find((one) => one.split(' ')[0] === route.request().method() && pathname.endsWith(`/${one.split(' ')[1]}`));
    const fault = step && faults.get(step)!.shift();
    if (fault === 'after') await route.fetch();
    if (step === 'POST payment' && !fault) sheetOpened = true;
    return fault ? route.abort('internetdisconnected') : route.continue();
  });
  const offline = (words: RegExp) => buyer.getByText(words).first().waitFor(WAIT);
  const lost = (step: string) => expect.poll(() => faults.get(step)!.length, WAIT).toBe(0);
  const again = () => tap(buyer, '重试');

  await buyer.goto(`${origin}/shop/1/pages/product/product?storefront=${stall.storefrontId}&product=${stall.productId}`);
  await see(buyer, productWords.name);
  for (const left of [1, 0]) {
    await tap(buyer, '加入购物袋');
    await expect.poll(() => faults.get('PUT cart/lines')!.length, WAIT).toBe(left);
    await offline(/购物袋与订单都还在/);
    // The words may still be those of the first time: a tap is taken only once the second has come back.
    await expect.poll(() => buyer.locator('.t-button--disabled').count(), WAIT).toBe(0);
  }
  await tap(buyer, '加入购物袋');
  await see(buyer, '已加入购物袋');

  await buyer.goto(`${origin}/shop/1/pages/cart/cart?storefront=${stall.storefrontId}`);
  await again();
  await again();
  await lost('POST quotes');
  await buyer.locator('.number').getByText('1', { exact: true }).waitFor(WAIT);
  await tap(buyer, '去结算');
  await fillIn(buyer, { 收货人: '王地铁', 手机号: '13912345678', 省份: '北京', 城市: '北京', 详细地址: '国贸站' });
  await tap(buyer, '提交订单');
  await offline(/同一份订单不会重复下单/);
  await again();
  await lost('POST orders');
  // The phone is switched off and on: what became of the order comes first.
  await buyer.goto(`${origin}/shop/1/pages/checkout/checkout?storefront=${stall.storefrontId}`);
  await see(buyer, '待支付');
  await offline(/网络断开了/);
  await tap(buyer, '微信支付');
  await lost('POST payment');
  await expect.poll(async () => {
    // Not again once it is paid: what is asked after then is lost further on.
    if (!sheetOpened) await tap(buyer, '微信支付').catch(() => undefined);
    return shop.platform.payments.size > 0 && [...shop.platform.payments.values()].some(({ transaction, total }) => transaction !== null && total === 19_900);
  }, WAIT).toBe(true);
  await buyer.reload();
  await again();
  await lost('POST confirmation');
  await see(buyer, '待发货');

  const rows = (sql: string) => brand.query(sql, [stall.storefrontId]);
  expect(await rows('select o.state, o.paid_fen::int as paid, l.quantity from shop_order o join order_line l on l.brand_id = o.brand_id and l.order_id = o.id where o.brand_id = 1 and o.storefront_id = $1')).toEqual([{ state: 'paid', paid: 19_900, quantity: 1 }]);
  expect(await rows('select 1 from cart_line where brand_id = 1 and storefront_id = $1')).toEqual([]);
}, 180_000);
