import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it, vi } from 'vitest';
import { buildHost } from './build/build.ts';
import { readProject } from './build/project.ts';
import { compileStyles } from './build/styles.ts';
import { translateWxs } from './build/wxs.ts';
import { Refused, type WeChat } from './src/wechat/wechat.ts';
import { createWx, type Surroundings } from './src/wx/index.ts';

const root = join(import.meta.dirname, '../..');
const program = join(root, 'apps/miniapp/miniprogram');
const modules = join(root, 'node_modules');

const folder = mkdtempSync(join(tmpdir(), 'minihost-'));
afterAll(() => rmSync(folder, { recursive: true }));

const refuse = async (): Promise<never> => { throw new Error('nobody asks'); };
const bare: WeChat = {
  shop: { server: 'https://crm.example', shopId: 1, assetId: 'a' }, launch: { scene: 1001, path: '', query: {}, referrerInfo: {} }, person: 'p',
  login: refuse, pay: refuse, share: refuse, onShow: () => {},
};
const wxIn = (wechat: WeChat) => createWx({
  wechat, frame: { onMore: () => {} } as unknown as Surroundings['frame'], dialogs: {} as Surroundings['dialogs'], pages: () => { throw new Error('no page is open'); },
});
/** With everything WeChat can do for a program. */
const wx = wxIn({ ...bare, chooseAddress: refuse, phone: refuse, subscribe: refuse, confirmReceipt: refuse });
const apisIn = (source: string): string[] => [...source.matchAll(/\bwx\.([a-zA-Z]+)/g)].map(([, name]) => name!);

it('answers everything the mini program asks of WeChat, and names what it cannot', () => {
  const sources = readdirSync(program, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.ts') && !path.endsWith('.test.ts')).map((path) => join(program, path));
  const parts = readProject(program, modules).parts.map(({ base }) => `${base}.js`).filter(existsSync);
  const asked = new Set([...sources, ...parts].flatMap((path) => apisIn(readFileSync(path, 'utf8'))));
  expect(asked.size).toBeGreaterThan(15);
  expect([...asked].filter((name) => {
    try {
      return wx[name] === undefined;
    } catch {
      return true;
    }
  })).toEqual([]);
  expect(() => wx['scanCode']).toThrow('wx.scanCode is not in this host');
  expect((wx['canIUse'] as (name: string) => boolean)('scanCode')).toBe(false);
});

it('lets a buyer confirm an order in WeChat’s window, where there is one', async () => {
  const told: object[] = [];
  const order = { merchant_id: '1', merchant_trade_no: '2', transaction_id: '3' };
  const asked = (host: ReturnType<typeof wxIn>, businessType: string) => (host['openBusinessView'] as (given: object) => Promise<unknown>)({ businessType, extraData: order });
  const phone = wxIn({ ...bare, confirmReceipt: async (given) => void told.push(given) });
  await asked(phone, 'weappOrderConfirm');
  await expect(asked(phone, 'wxpayScoreUse')).rejects.toThrow('not supported');
  await expect(asked(wxIn(bare), 'weappOrderConfirm')).rejects.toThrow('not supported');
  expect(told).toEqual([order]);
  expect([phone, wxIn(bare)].map((host) => (host['canIUse'] as (name: string) => boolean)('openBusinessView'))).toEqual([true, false]);
});

it('hands over a link where the person sends it, and takes no for an answer where they send it to nobody', async () => {
  const toasts: string[] = [];
  const shown: unknown[] = [];
  let more = (): void => {};
  const openMenu = async (wechat: WeChat, copies: boolean) => {
    vi.stubGlobal('navigator', { clipboard: { writeText: async () => { if (!copies) throw new Error('not allowed'); } } });
    vi.stubGlobal('document', { title: 'Maison' });
    createWx({
      wechat, frame: { onMore: (act: () => void) => { more = act; } } as unknown as Surroundings['frame'],
      dialogs: { choose: async (items: string[]) => items.findIndex((item) => /转发|Share/.test(item)), toast: ({ title }: { title: string }) => toasts.push(title), modal: async (given: unknown) => shown.push(given) } as unknown as Surroundings['dialogs'],
      pages: () => ({ current: () => ({ instance: { onShareAppMessage: () => ({}) }, route: 'home', query: {} }) }) as unknown as ReturnType<Surroundings['pages']>,
    });
    more();
    await new Promise(setImmediate);
  };
  try {
    await openMenu({ ...bare, share: async () => 'https://crm.example/shop/1/home' }, true);
    expect([toasts.length, shown]).toEqual([1, []]);
    await openMenu({ ...bare, share: async () => 'https://crm.example/shop/1/home' }, false);
    expect(shown).toMatchObject([{ content: 'https://crm.example/shop/1/home', editable: true }]);
    // An unhandled refusal would fail this run.
    await openMenu({ ...bare, share: async () => { throw new Refused('cancel'); } }, true);
    expect([toasts.length, shown.length]).toEqual([1, 1]);
  } finally {
    vi.unstubAllGlobals();
  }
});

it('builds the mini program so that a browser evaluates nothing and fetches nothing from others', async () => {
  const out = join(folder, 'out');
  await buildHost({ source: program, modules, out });
  const page = readFileSync(join(out, 'index.html'), 'utf8');
  for (const [, file] of page.matchAll(/"\/shop\/(assets\/[^"]+)"/g)) expect(existsSync(join(out, file!)), file).toBe(true);
  const made = readdirSync(join(out, 'assets')).filter((name) => /\.(js|css)$/.test(name)).map((name) => readFileSync(join(out, 'assets', name), 'utf8')).join('\n');
  expect(made).not.toMatch(/\beval\(|new Function\(/);
  expect(made).not.toMatch(/url\(["']?https?:/);
}, 60_000);

const shop = (files: Record<string, string>): string => {
  const at = mkdtempSync(join(folder, 'shop-'));
  for (const [name, text] of Object.entries({ 'app.json': '{"pages":["home"]}', 'app.ts': 'App({})', 'home.json': '{}', 'home.ts': 'Page({})', 'home.wxml': '<view/>', ...files })) writeFileSync(join(at, name), text);
  return at;
};

it('keeps a page’s styles on that page, a component’s inside it, and lengths as wide as the phone', () => {
  const at = shop({
    'app.wxss': 'page { color: red } .all { width: 100vw }',
    'home.json': '{"usingComponents":{"x-card":"./card"}}', 'home.wxss': '.title, page { padding: 32rpx } .title view { height: 50vh }',
    'card.json': '{"component":true}', 'card.ts': 'Component({})', 'card.wxml': '<view/>', 'card.wxss': ':host { top: -1rpx } .title[data-x=".no"] { left: 0 }',
  });
  const home = ':where(wx-page[data-page="home"])';
  expect(compileStyles(readProject(at, modules)).replace(/\s+/g, ' ')).toBe([
    'wx-page { color: red } .all { width: 7.5rem }',
    '[wx-host="c2"] { top: -0.01rem } .c2--title[data-x=".no"] { left: 0 }',
    `${home} .title, ${home} { padding: 0.32rem } ${home} .title wx-view { height: calc(50 * var(--vh)) }`,
  ].join(' '));
});

it('says which file names what is not there', async () => {
  const build = (files: Record<string, string>) => buildHost({ source: shop(files), modules, out: join(folder, 'none') });
  await expect(build({ 'home.json': '{"usingComponents":{"x-card":"./card"}}' })).rejects.toThrow('home.json: there is no component ./card');
  await expect(build({ 'home.wxml': '<map/>' })).rejects.toThrow('home.wxml: map is not in this host');
  await expect(build({ 'home.wxml': '<view></text>' })).rejects.toThrow('home.wxml:1');
});

it('reads WXS as WeChat does', () => {
  const run = (source: string): Record<string, (value: unknown) => unknown> => {
    const module = { exports: {} };
    // The test stands for the browser, which gets this text as part of a bundle.
    new Function('module', translateWxs('a', source))(module);
    return module.exports;
  };
  const { isList, isNumber } = run("module.exports = { isList: function (x) { return x && x.constructor === 'Array' }, isNumber: function (x) { return getRegExp('^-?\\d+$').test('' + x) } }");
  expect([isList!([]), isList!('a'), isNumber!(-12), isNumber!('d')]).toEqual([true, false, true, false]);
});
