/**
 * The mini program as people use it, on the sandbox's phone, with the console beside it: from the card in an article of a push
 * to the order, the person it made of its reader, the sale in the push's results, the parcel, and what comes back of it.
 */
import type { FrameLocator, Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { phone, wide } from '../../support/browser.ts';
import { choose, confirm, dialog } from '../../support/console-dialogs.ts';
import { site } from './site.ts';

const soon = { timeout: 30_000 };

const PIXEL = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';
/** Once some are sold, it stands among the best sellers, too. */
const WALLET = '“折枝”小羊皮卡包';

async function control<Answer>(path: string, body?: object): Promise<Answer> {
  const answer = await fetch(`${site.demo.sandboxUrl}/sandbox${path}`, body ? { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) } : {});
  if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
  return answer.json() as Promise<Answer>;
}

/** The product's API as whoever is signed in on the page. */
async function apiOf(page: Page) {
  const { csrf } = (await (await page.request.get(`${site.demo.url}/api/session`)).json()) as { csrf: string };
  return async <Answer>(method: 'GET' | 'POST' | 'PUT', path: string, data?: object): Promise<Answer> => {
    const answer = await page.request.fetch(`${site.demo.url}/api/brands/1${path}`, { method, headers: { 'x-qingniao-csrf': csrf }, ...(data ? { data } : {}) });
    if (!answer.ok()) throw new Error(`${method} ${path}: ${answer.status()} ${await answer.text()}`);
    return answer.json() as Promise<Answer>;
  };
}
type Api = Awaited<ReturnType<typeof apiOf>>;

interface SandboxAccount {
  appid: string;
  kind: string;
}

/** Everybody is sent an article with a card of the shop whose address says which placement it is. @returns the push */
async function sendCard(api: Api, miniProgram: SandboxAccount): Promise<string> {
  const { items: [account] } = await api<{ items: { id: string }[] }>('GET', '/accounts');
  const article = (card: string) => ({ title: '折枝，一张整皮', digest: '可烫印您的字母', content: `<p>一张整皮裁成。</p>${card}`, cover: PIXEL, elements: {} });
  const push = (card: string) => ({ assetId: account!.id, title: '折枝卡包', audience: { kind: 'everyone' }, segmented: false, articles: [article(card)] });
  // The link names the push it stands in, so the push comes first.
  const { id: pushId } = await api<{ id: string }>('POST', '/pushes', push(''));
  const { id: linkId } = await api<{ id: string }>('POST', '/links', { assetId: account!.id, title: '折枝卡片', target: `${site.demo.url}/shop/1/`, placement: 'mp_card', pushId });
  await api('PUT', `/pushes/${pushId}`, push(
    `<p><mp-miniprogram data-miniprogram-appid="${miniProgram.appid}" data-miniprogram-path="pages/home/home?l=${linkId}&amp;push_id=${pushId}" data-miniprogram-title="进入精品店"></mp-miniprogram></p>`,
  ));
  await api('POST', `/pushes/${pushId}/send`);
  await expect.poll(async () => (await api<{ state: string }>('GET', `/pushes/${pushId}`)).state, soon).toMatch(/sent|finished/);
  return pushId;
}

/** Somebody who follows the demo account, and the shop's mini program. */
async function follower(): Promise<{ openid: string; miniProgram: SandboxAccount }> {
  const { items } = await control<{ items: SandboxAccount[] }>('/accounts');
  const { appid } = items.find(({ kind }) => kind === 'service')!;
  const { openid } = await control<{ openid: string }>('/people', { appid });
  await control('/acts', { kind: 'follow', appid, openid, scene: 'ADD_SCENE_SEARCH' });
  return { openid, miniProgram: items.find(({ kind }) => kind === 'miniProgram')! };
}

/** From the chat through the article into the mini program. @returns its pages */
async function enterByCard(chat: Page, openid: string): Promise<{ page: Page; shop: FrameLocator }> {
  await chat.goto(`${site.demo.sandboxUrl}/play`);
  await chat.getByTestId('person').selectOption(openid);
  const opening = chat.context().waitForEvent('page');
  await chat.getByTestId('article-link').filter({ hasText: '折枝' }).click();
  const page = await opening;
  page.on('pageerror', (error) => site.problems.push(`${page.url()}: ${error.message}`));
  await page.getByTestId('mini-card').click();
  return { page, shop: page.frameLocator('[data-testid=mini-frame]') };
}

const back = (shop: FrameLocator) => shop.getByRole('button', { name: '返回', exact: true }).click();
const tap = (shop: FrameLocator, words: string) => shop.getByText(words, { exact: true }).last().click();
const see = (shop: FrameLocator, words: string) => shop.getByText(words, { exact: true }).locator('visible=true').first().waitFor();

const WAYBILL = 'SF1029384756';
const WAYBILL_BACK = 'JD5647382910';
const WHERE_TO = '青鸟售后 上海市黄浦区中山东一路 9 号';

/** From the order's screen. WeChat takes the parcel, or there would be nothing to confirm in its window. */
async function ship(page: Page): Promise<void> {
  await page.getByRole('button', { name: '发货', exact: true }).click();
  await choose(dialog(page).getByRole('combobox'), '顺丰速运');
  await dialog(page).getByLabel('运单号').fill(WAYBILL);
  await confirm(page, '确认发货');
  await page.getByText('微信已收到').waitFor();
}

/** From the order, which is read anew when its page comes to the front. */
async function receive(page: Page, shop: FrameLocator): Promise<void> {
  await tap(shop, '全部订单');
  await see(shop, '已发货');
  await back(shop);
  await see(shop, `顺丰速运 ${WAYBILL}`);
  await tap(shop, '确认收货');
  await page.getByTestId('receipt-confirm').click();
  await see(shop, '已签收');
}

/** One of two wallets goes back: asked for on the phone, granted, sent and looked at. Ends at the case in the console, on the phone at the order. */
async function giveBack(console_: Page, shop: FrameLocator, number: string): Promise<void> {
  await console_.goto(`${site.demo.url}/b/1/orders/after-sale`);
  await console_.getByText('没有需要处理的售后').waitFor();
  await tap(shop, '申请售后');
  await tap(shop, '退货退款');
  // With her letters on it nobody else would have the other one: only what is left may come back for this reason.
  await tap(shop, '不想要了');
  await see(shop, '未列出的商品不能以这个原因申请，例如为您定制的商品。');
  await tap(shop, '提交申请');
  await see(shop, '等待品牌答复');

  // The desk learns it by itself.
  await console_.getByRole('row', { name: new RegExp(number) }).click();
  await console_.getByRole('button', { name: '同意', exact: true }).click();
  await dialog(console_).getByLabel('给申请人的话').fill(WHERE_TO);
  await confirm(console_, '同意');

  await back(shop);
  await tap(shop, '申请售后');
  await tap(shop, '退货退款 · 请寄回商品');
  await see(shop, WHERE_TO);
  await shop.getByLabel('快递公司').fill('京东物流');
  await shop.getByLabel('运单号').fill(WAYBILL_BACK);
  await tap(shop, '已寄出');
  await see(shop, '寄回途中');
  await back(shop);

  await console_.reload();
  await console_.getByText(WAYBILL_BACK).waitFor();
  await console_.getByRole('button', { name: '验货', exact: true }).click();
  await confirm(console_, '通过');
  await console_.getByText('退款到账').waitFor();
}

it('leads from a card in an article to an order that is paid, known, credited and sent, and of which a part comes back', async () => {
  const console_ = await site.signedIn(wide, 'zh-CN');
  const api = await apiOf(console_);
  await expect.poll(async () => (await api<{ items: { type: string; state: string }[] }>('GET', '/store/storefronts')).items.some(({ type, state }) => type === 'permanent' && state === 'published'), soon).toBe(true);
  await api('POST', '/store/coupon-templates', { name: '初见礼', discount: { kind: 'amount', fen: 300_00 }, thresholdFen: 3_000_00, storefrontIds: [], budget: 5, validDays: 30, claimable: true });
  const { openid, miniProgram } = await follower();
  // By name: somebody else may follow meanwhile.
  const contact = async () => (await api<{ items: { id: number; stage: string }[] }>('GET', `/contacts?q=${openid}`)).items[0];
  await expect.poll(async () => (await contact())?.stage, soon).toBe('lead');
  const { id: contactId } = (await contact())!;
  const pushId = await sendCard(api, miniProgram);

  const { page, shop } = await enterByCard(await site.newPage(phone, 'zh-CN'), openid);
  await shop.getByText(WALLET).first().click();
  await tap(shop, '墨黑');
  await tap(shop, '加入购物袋');
  await shop.getByText('已加入购物袋').waitFor();
  await tap(shop, '青黛');
  await shop.getByPlaceholder(/可刻字母/).fill('LIN');
  await shop.getByText('刻印样稿').waitFor();
  await tap(shop, '加入购物袋');
  await shop.getByText('已加入购物袋').waitFor();
  await back(shop);

  await tap(shop, '我的');
  await tap(shop, '优惠券');
  // The demo's own coupon is on offer, too.
  await shop.getByText('初见礼').locator('xpath=ancestor::*[.//*[normalize-space()="领取"]][1]').getByText('领取', { exact: true }).click();
  await shop.getByText('我的优惠券').waitFor();
  await back(shop);
  await back(shop);

  await tap(shop, '购物袋');
  await shop.getByText('LIN').waitFor();
  await tap(shop, '去结算');
  await shop.getByText('初见礼').click();
  await tap(shop, '使用微信地址');
  await page.getByTestId('address-use').click();
  await shop.getByText('南京西路 1 号').waitFor();
  // Two wallets, the letters on one, less the coupon.
  await shop.getByText('¥6,100', { exact: true }).first().waitFor();
  await tap(shop, '提交订单');
  // Who closes the payment sheet finds the order kept, and pays from there.
  await page.getByTestId('pay-cancel').click();
  await shop.getByText('待支付').waitFor();
  // The button waits until the server has asked what came of it.
  await shop.getByText('尚未支付，商品会为您保留到时间结束。').waitFor();
  await tap(shop, '微信支付');
  await page.getByTestId('pay-now').click();
  await shop.getByText('待发货').waitFor();
  const number = /\d{16,}/.exec(await shop.getByText(/^订单号 \d/).innerText())![0];
  expect(await page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth')).toBeLessThanOrEqual(0);

  await console_.goto(`${site.demo.url}/b/1/orders?number=${number}`);
  await console_.getByRole('row', { name: new RegExp(number) }).click();
  await console_.getByText('付款，由微信支付通知确认').waitFor();
  const orderScreen = console_.url();
  await console_.getByRole('table', { name: '商品' }).getByText('LIN').waitFor();
  await console_.getByRole('link', { name: /微信用户|关注者/ }).first().click();
  await console_.waitForURL(new RegExp(`/contacts/${contactId}$`));
  const contactScreen = console_.url();
  // The first order makes a new customer of a lead.
  await console_.getByText('支付订单').first().waitFor();
  await console_.getByText('潜在客户 → 新客').waitFor();

  // The warehouse learns it within seconds.
  await expect.poll(async () => (await api<{ revenueFen: number }>('GET', `/pushes/${pushId}/sales`)).revenueFen, { timeout: 60_000, interval: 500 }).toBe(6_100_00);
  await console_.goto(`${site.demo.url}/b/1/pushes/${pushId}`);
  await console_.getByRole('heading', { name: '到店与销售' }).waitFor();
  await console_.getByText('¥6,100', { exact: true }).waitFor();

  await console_.goto(orderScreen);
  await ship(console_);
  await receive(page, shop);
  await giveBack(console_, shop, number);
  // What was paid for it: less its half of the coupon.
  await tap(shop, '全部订单');
  await see(shop, '部分退款');
  await back(shop);
  await see(shop, '¥2,950');
  await console_.goto(orderScreen);
  await console_.getByText('部分退款到账').waitFor();
  await console_.getByText('确认收货').first().waitFor();
  await console_.getByRole('row', { name: /售后.*¥2,950/ }).getByText('已到账').waitFor();
  await console_.goto(contactScreen);
  for (const happened of ['订单发货', '确认收货', '申请售后', '订单部分退款', '售后完成']) await console_.getByText(happened, { exact: true }).first().waitFor();
  expect(site.problems).toEqual([]);
}, 240_000);

it('opens from a link outside mini programs, signed in by the official account', async () => {
  const { openid } = await follower();
  const page = await site.newPage(phone, 'zh-CN');
  await page.context().addCookies([{ name: 'qingniao_play_as', value: openid, url: site.demo.sandboxUrl }]);
  await page.goto(`${site.demo.url}/shop/1/pages/home/home`);
  await page.getByText(WALLET).first().click();
  await page.getByText('加入购物袋', { exact: true }).click();
  await page.getByText('已加入购物袋').waitFor();
  // Pages have addresses, and the browser's way back is theirs.
  await page.goBack();
  await page.getByText('购物袋', { exact: true }).click();
  await page.getByText('去结算', { exact: true }).waitFor();
  expect(new URL(page.url()).pathname).toBe('/shop/1/pages/cart/cart');
  expect(site.problems).toEqual([]);
}, 60_000);

it('is previewed in the console, where nothing can be bought', async () => {
  const page = await site.signedIn(wide, 'zh-CN');
  await page.goto(`${site.demo.url}/b/1/storefronts`);
  await page.getByRole('link', { name: '青鸟线上精品店' }).first().click();
  await page.getByRole('button', { name: '手机预览' }).click();
  const shop = page.frameLocator('iframe');
  await shop.getByText(WALLET).first().click();
  await shop.getByText('加入购物袋', { exact: true }).click();
  await shop.getByText('预览中只能浏览，不能购买或修改。').waitFor();
  expect(site.problems).toEqual([]);
}, 60_000);
