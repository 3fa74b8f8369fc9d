/** A store is opened from nothing in the console; somebody buys in the mini program; the order is followed and part of it refunded. */
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { phone, wide } from '../../support/browser.ts';
import { choose, confirm, dialog } from '../../support/console-dialogs.ts';
import { site } from './site.ts';

const ADDRESS = { name: '林知微', phone: '13800001234', province: '上海市', city: '上海市', district: '静安区', detail: '南京西路 1 号' };

async function control<Answer>(path: string, body?: object): Promise<Answer> {
  const answer = await fetch(`${site.demo.sandboxUrl}/sandbox${path}`, body ? { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) } : {});
  if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
  return answer.json() as Promise<Answer>;
}

/** Product, stock, storefront. @returns where its stock is looked at */
async function openStore(page: Page): Promise<string> {
  const at = (path: string) => page.goto(`${site.demo.url}/b/1/${path}`);
  await at('products');
  await page.getByRole('button', { name: '新建商品' }).first().click();
  await page.getByLabel('商品名称').fill('晨雾手袋');
  await page.getByLabel('货号').fill('BT-MW-1');
  await page.getByLabel('售价').fill('1280');
  await page.getByRole('button', { name: '添加刻字' }).click();
  await page.getByLabel('名称', { exact: true }).fill('刻字');
  await page.getByLabel('每件费用').fill('88');
  await page.getByRole('button', { name: '保存', exact: true }).click();
  await page.waitForURL(/\/products\/(?!new)/);
  await page.getByRole('heading', { name: '晨雾手袋' }).waitFor();

  await at('products/stock');
  await page.getByRole('button', { name: '新建库存池' }).first().click();
  await page.getByLabel('库存池名称').fill('北楼仓');
  await confirm(page, '添加');
  await page.waitForURL(/pool=/);
  const stock = page.url();
  await page.getByRole('button', { name: '登记库存' }).first().click();
  await choose(dialog(page).getByRole('combobox'), 'BT-MW-1');
  await dialog(page).getByLabel('数量').fill('5');
  await confirm(page, '登记');
  await page.getByRole('row', { name: /晨雾手袋 BT-MW-1/ }).waitFor();

  await at('storefronts');
  await page.getByRole('button', { name: '新建店铺' }).click();
  await page.getByLabel('店铺名称').fill('线上精品店');
  await choose(dialog(page).getByRole('combobox', { name: '库存池' }), '北楼仓');
  await dialog(page).getByRole('button', { name: '新建', exact: true }).click();
  await page.getByRole('button', { name: '发布', exact: true }).click();
  // Not before there is something to sell.
  await page.getByText('请先上架商品').waitFor();
  await page.getByRole('button', { name: '修改上架' }).click();
  await choose(page.getByRole('combobox', { name: '添加要上架的规格' }), 'BT-MW-1');
  await page.getByLabel('每人限购').fill('3');
  await confirm(page, '保存');
  await page.getByRole('row', { name: /晨雾手袋 BT-MW-1 ¥1,280 3 5 5/ }).waitFor();
  await page.getByRole('button', { name: '发布', exact: true }).click();
  await page.getByText('营业中').first().waitFor();
  return stock;
}

/** A mini program and a merchant, with keys the sandbox made. @returns the mini program's AppID */
async function connect(page: Page): Promise<string> {
  const program = await control<{ appid: string; secret: string }>('/accounts', { kind: 'miniProgram', appid: 'wx00000000000000a1', name: '青鸟精品店', mode: 'plain' });
  await page.goto(`${site.demo.url}/b/1/storefronts/mini-programs`);
  await page.getByRole('button', { name: '接入小程序' }).first().click();
  await page.getByLabel('名称', { exact: true }).fill('青鸟精品店');
  await page.getByLabel('AppID').fill(program.appid);
  await page.getByLabel('AppSecret').fill('0'.repeat(32));
  await page.getByRole('button', { name: '校验并保存' }).click();
  // What WeChat refused stays in the form, with its reason.
  await dialog(page).locator('.ant-form-item-explain-error').waitFor();
  await page.getByLabel('AppSecret').fill(program.secret);
  await confirm(page, '校验并保存');

  const merchant = await control<{ mchid: string; serial: string; privateKey: string; apiV3Key: string; platform: { publicKeyId: string; publicKey: string } }>('/merchants', { appids: [program.appid], refundSeconds: 1 });
  await page.goto(`${site.demo.url}/b/1/payments`);
  await page.getByRole('button', { name: '接入商户号' }).first().click();
  await page.getByLabel('名称', { exact: true }).fill('旗舰店');
  await page.getByLabel('商户号', { exact: true }).fill(merchant.mchid);
  await page.getByLabel('APIv3 密钥').fill(merchant.apiV3Key);
  await page.getByLabel('商户证书序列号').fill('ABCDEF0123456789');
  await page.getByLabel('商户私钥').fill(merchant.privateKey);
  await page.getByLabel('公钥 ID').fill(merchant.platform.publicKeyId);
  await dialog(page).getByRole('textbox', { name: '微信支付公钥' }).fill(merchant.platform.publicKey);
  await page.getByRole('button', { name: '校验并保存' }).click();
  await dialog(page).getByRole('alert').waitFor();
  await page.getByLabel('商户证书序列号').fill(merchant.serial);
  await confirm(page, '校验并保存');
  await page.getByRole('row', { name: /旗舰店/ }).getByText('收取新付款').waitFor();
  return program.appid;
}

/** Three bags, two of them engraved, ordered and paid in the mini program. @returns the order's number */
async function buy(page: Page, appid: string): Promise<string> {
  const shop = `${site.demo.url}/api/shop/1`;
  const brand = `${site.demo.url}/api/brands/1/store`;
  const read = async <Answer>(path: string) => (await page.request.get(`${brand}/${path}`)).json() as Promise<{ items: Answer[] }>;
  const program = (await read<{ id: string; appid: string }>('mini-programs')).items.find((one) => one.appid === appid);
  const { items: [storefront] } = await read<{ id: string }>('storefronts');
  const { items: [listing] } = await read<{ skuId: string }>(`storefronts/${storefront!.id}/listings`);
  const { items: [person] } = await control<{ items: { openid: string }[] }>('/people', { appid, count: 1 });
  const { code, openid } = await control<{ code: string; openid: string }>('/mini/login', { appid, openid: person!.openid });
  let pass = '';
  let serial = 0;
  const ask = async <Answer>(path: string, body: object): Promise<Answer> => {
    const answer = await fetch(`${shop}${path}`, {
      method: 'POST', headers: { 'content-type': 'application/json', 'idempotency-key': `request-${serial += 1}`, ...(pass ? { authorization: `Bearer ${pass}` } : {}) }, body: JSON.stringify(body),
    });
    if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
    return answer.json() as Promise<Answer>;
  };
  ({ pass } = await ask<{ pass: string }>('/sessions', { assetId: program!.id, code }));
  const order = await ask<{ id: string; number: string }>('/orders', {
    storefrontId: storefront!.id, channel: 'mini_program', expectedTotalFen: 4_016_00, address: ADDRESS,
    lines: [{ skuId: listing!.skuId, quantity: 2, options: { 'option-1': 'LIN' } }, { skuId: listing!.skuId, quantity: 1, options: {} }],
  });
  await page.goto(`${site.demo.url}/b/1/orders`);
  await page.getByRole('row', { name: new RegExp(order.number) }).getByText('待付款').waitFor();
  const { parameters } = await ask<{ parameters: object }>(`/orders/${order.id}/payment`, {});
  await control('/pay', { appid, openid, payment: parameters, wait: true });
  return order.number;
}

it('opens from nothing, sells in the mini program, and gives one unit back', async () => {
  const page = await site.signedIn(wide, 'zh-CN');
  const stock = await openStore(page);
  const number = await buy(page, await connect(page));

  // The list learns it by itself, and is searched by number.
  await page.getByRole('row', { name: new RegExp(number) }).getByText('已付款').waitFor();
  await page.getByRole('searchbox').fill(number);
  await page.getByRole('searchbox').press('Enter');
  await page.waitForURL(/text=/);
  await page.getByRole('row', { name: new RegExp(number) }).click();
  await page.getByText('付款，由微信支付通知确认').waitFor();
  const lines = page.getByRole('table', { name: '商品' });
  await lines.getByText('刻字: LIN').waitFor();
  expect(await lines.getByRole('row').allInnerTexts()).toEqual(expect.arrayContaining([expect.stringMatching(/刻字: LIN[\s\S]*2[\s\S]*¥1,280 \+ ¥88[\s\S]*¥2,736/), expect.stringMatching(/实付[\s\S]*¥4,016/)]));
  const aside = page.getByRole('complementary');
  await aside.getByText('138****1234').waitFor();
  expect(await aside.innerText()).not.toContain('南京西路');
  await aside.getByRole('button', { name: '显示完整地址' }).click();
  await aside.getByText('南京西路 1 号').waitFor();

  await page.getByRole('button', { name: '退款', exact: true }).click();
  const units = dialog(page).getByRole('spinbutton');
  await units.nth(0).fill('1');
  await units.nth(1).fill('0');
  await dialog(page).getByLabel('退款原因').fill('尺寸不合');
  await dialog(page).getByRole('button', { name: '退款 ¥1,368' }).click();
  const verb = dialog(page).getByRole('button', { name: '确认退款' });
  expect(await verb.isDisabled()).toBe(true);
  await dialog(page).getByRole('textbox').fill('1368');
  await verb.click();
  await page.getByText('部分退款到账').waitFor();
  await page.getByRole('row', { name: /尺寸不合/ }).getByText('已到账').waitFor();

  // Three sold, one back: the ledger says why there are three.
  await page.goto(`${stock}&view=ledger`);
  await page.getByRole('row', { name: /退回 \+1/ }).waitFor();
  expect(await page.getByRole('row', { name: /晨雾手袋/ }).allInnerTexts()).toEqual([expect.stringMatching(/退回[\s\S]*\+1/), expect.stringMatching(/售出[\s\S]*−3[\s\S]*微信支付/), expect.stringMatching(/到货[\s\S]*\+5/)]);
  expect(site.problems).toEqual([]);
}, 240_000);

it('is read on a phone in English', async () => {
  const page = await site.signedIn(phone, 'en-GB');
  for (const [path, words] of [['orders', 'Partly refunded'], ['products', '晨雾手袋'], ['storefronts', '线上精品店'], ['payments', 'Takes payments']] as const) {
    await page.goto(`${site.demo.url}/b/1/${path}`);
    await page.getByText(words).first().waitFor();
    expect(await page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth'), path).toBeLessThanOrEqual(0);
  }
  expect(site.problems).toEqual([]);
}, 120_000);
