/** Insights as a reader meets it: numbers that explain themselves, down to the rows, on paper, as a file, and proven. */
import { readFile } from 'node:fs/promises';
import { parse } from 'csv-parse/sync';
import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { phone, wide } from '../../support/browser.ts';
import { site } from './site.ts';

let page: Page;

beforeAll(async () => {
  page = await site.signedIn(wide, 'zh-CN');
}, 60_000);

async function open(on: Page, path: string): Promise<void> {
  await on.goto(`${site.demo.url}/b/1/insights${path}?period=custom&${(await asked()).range}`);
  await on.locator('h1').first().waitFor();
  await on.locator('[aria-busy=true]').first().waitFor({ state: 'detached' });
}

type Text = { zh: string; en: string };
interface Cell { key: string; name: Text | null; numerator: number; denominator: number; value: number }
interface Figure { metric: string; cells: Cell[]; benchmarks: { key: string; edition: Text; source: { name: string } }[] }
interface Metric { id: string; name: Text; definition: Text; numerator: Text; denominator: Text }

const ask = async <T>(path: string): Promise<T> => (await page.request.get(`${site.demo.url}/api/brands/1/insights/${path}`)).json() as Promise<T>;

interface Asked { range: string; half: string; figure: (id: string) => Figure; metric: (id: string) => Metric; observedSince: string }
let known: Asked | null = null;

/** `2026-11-22` */
const beijingDay = (at: number): string => new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Shanghai' }).format(at);

/** What the API says of the days the demo lived before it went live: whatever its people do now, these figures stay. */
async function asked(): Promise<Asked> {
  if (known) return known;
  const dayBefore = (days: number) => beijingDay(site.demo.startedAt - days * 86_400_000);
  const range = `from=${dayBefore(60)}&to=${dayBefore(1)}`;
  const { figures, observedSince } = await ask<{ figures: Figure[]; observedSince: string }>(`figures?${range}`);
  const { metrics } = await ask<{ metrics: Metric[] }>('catalogue');
  return (known = { range, half: dayBefore(30), observedSince, figure: (id) => figures.find(({ metric }) => metric === id)!, metric: (id) => metrics.find((one) => one.id === id)! });
}

const grouped = (value: number) => value.toLocaleString('en-US');

describe('a figure', () => {
  it.each([['', 'community_growth'], ['/engagement', 'active_followers'], ['/content', 'open_rate']])('of insights%s explains itself', async (path, id) => {
    await open(page, path);
    const { figure, metric, observedSince } = await asked();
    const { name, definition, numerator, denominator } = metric(id);
    const { cells: [cell], benchmarks: [benchmark] } = figure(id);
    await page.getByRole('button', { name: `${name.zh}的口径`, exact: true }).first().click();
    const card = page.locator('.ant-popover:visible');
    await card.waitFor();
    const [year, month, day] = beijingDay(Date.parse(observedSince)).split('-').map(Number);
    for (const words of [
      definition.zh, `${numerator.zh}${grouped(cell!.numerator)}`, `${denominator.zh}${grouped(cell!.denominator)}`,
      benchmark!.edition.zh, benchmark!.source.name, '观测自', `${year}年${month}月${day}日`,
    ]) expect(await card.textContent()).toContain(words);
  }, 60_000);

  it('leads to the people it counts, as many as it says, and on to one of them', async () => {
    await open(page, '/engagement');
    const { range, figure, metric } = await asked();
    const { numerator } = figure('active_followers').cells[0]!;
    const { items, nextCursor } = await ask<{ items: { id: number }[]; nextCursor: string | null }>(`figures/active_followers/behind?${range}&part=numerator&limit=200`);
    expect([items.length, nextCursor]).toEqual([numerator, null]);
    await page.getByRole('button', { name: metric('active_followers').name.zh, exact: true }).click();
    const drawer = page.getByRole('dialog');
    await drawer.getByRole('row').nth(1).waitFor();
    expect(await drawer.textContent()).toContain(`${metric('active_followers').numerator.zh}${grouped(numerator)}`);
    await drawer.getByRole('row').nth(1).click();
    await page.waitForURL(/\/contacts\/\d+$/);
    expect(items.map(({ id }) => String(id))).toContain(page.url().split('/').at(-1));
  }, 60_000);

  it('says what is not in it, on its page and where it explains itself', async () => {
    const { metric } = await asked();
    const lack = { zh: '1 次群发的微信数据尚未到齐，未计入：2026-01-01。', en: 'WeChat’s figures of one push are not complete, so it is left out: 2026-01-01.' };
    await page.route(/\/insights\/figures\?/, async (route) => {
      const reply = await route.fetch();
      const figures = await reply.json() as { figures: { metric: string; missing: Text | null }[] };
      for (const figure of figures.figures) if (['open_rate', 'open_rate_by_position', 'community_growth'].includes(figure.metric)) figure.missing = lack;
      await route.fulfill({ response: reply, json: figures });
    });
    await open(page, '/content');
    expect(await page.locator('main').getByText(lack.zh).count()).toBe(1);
    await page.getByRole('button', { name: `${metric('open_rate').name.zh}的口径`, exact: true }).first().click();
    await page.locator('.ant-popover:visible').getByText(lack.zh).waitFor();
    await page.unroute(/\/insights\/figures\?/);
  }, 60_000);

  it('is the same number on paper', async () => {
    await open(page, '/engagement');
    const card = page.getByRole('group', { name: (await asked()).metric('active_followers').name.zh, exact: true });
    const shown = /(\d+\.\d+)\s%/.exec(await card.innerText())![1]!;
    const [report] = await Promise.all([page.waitForEvent('popup'), page.getByRole('link', { name: /^(打印)?报告$/ }).click()]);
    await report.locator('h1').waitFor();
    expect(await report.evaluate('document.contentType')).toBe('text/html');
    const line = report.locator('table.card tr', { hasText: (await asked()).metric('active_followers').name.zh });
    expect(await line.locator('td').first().innerText()).toBe(`${shown}%`);
    // Heights are reckoned before anything is drawn: what is reckoned too low runs over onto a sheet of its own.
    await report.emulateMedia({ media: 'print' });
    const address = report.url();
    // Half of the days have as many before them: then each line says its change, too.
    const half = address.replace(/from=[\d-]+/, `from=${(await asked()).half}`);
    for (const [language, of] of [['zh', address], ['en', address], ['zh', half], ['en', half]] as const) {
      await report.goto(of.replace(/lang=\w+/, `lang=${language}`));
      expect(await report.locator('.page').evaluateAll((pages) => pages.flatMap((one, index) => (one.offsetHeight > (297 / 25.4) * 96 ? [index + 1] : []))), of).toEqual([]);
    }
    expect(await report.locator('table.card .delta').count()).toBeGreaterThan(10);
    await report.close();
  }, 60_000);

  it('is a file with its exact values', async () => {
    await open(page, '');
    const { cells } = (await asked()).figure('recruitment_sources');
    const drawn = page.getByRole('region', { name: '新关注从何而来' });
    await drawn.getByRole('button', { name: /更多操作$/ }).first().click();
    const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('menuitem', { name: '下载 CSV' }).click()]);
    const rows = parse(await readFile(await file.path(), 'utf8'), { bom: true, from_line: 2 }) as string[][];
    expect(rows.map(([name, numerator, denominator, value]) => [name, Number(numerator), Number(denominator), Number(value)]))
      .toEqual(cells.map(({ name, numerator, denominator, value }) => [name!.zh, numerator, denominator, value]));
    expect(cells.some(({ value }) => String(value).length > 10)).toBe(true);
  }, 60_000);
});

it('plans the worked example to the follower', async () => {
  await open(page, '/opportunities/planner');
  await page.getByLabel('从示例或已存计划开始').click();
  await page.getByText('示例“品牌 X”').click();
  const plan = page.locator('main');
  for (const number of ['60,000', '40,500', '87,600', '98,840', '286,940', '686,940']) await expect.poll(() => plan.innerText()).toContain(number);
}, 60_000);

it('is proven beside the ledger, while the demo lives on', async () => {
  await open(page, '/proof');
  await page.getByRole('button', { name: '开始核对' }).click();
  await page.getByRole('grid', { name: '计算正确' }).waitFor({ timeout: 30_000 });
  const { proof } = await ask<{ proof: { holds: boolean; measured: { metric: string; ours: { numerator: number } }[] } }>('proof');
  expect(proof.holds).toBe(true);
  expect(proof.measured.find(({ metric }) => metric === 'active_followers')!.ours.numerator).toBeGreaterThan(5);
  await page.getByText(`${proof.measured.length} 项数值的分子与分母均与沙盒台账相等。`).waitFor();
}, 60_000);

it('says why there is no proof: no sandbox here, or one that does not answer', async () => {
  const away = { error: { code: 'no_ledger', message: '沙盒没有应答。', requestId: 'r' } };
  const nothing = { error: { code: 'not_found', message: '找不到。', requestId: 'r' } };
  const address = '**/api/brands/1/insights/proof';
  await page.route(address, (route) => route.fulfill(route.request().method() === 'POST' ? { status: 503, json: away } : { json: { run: null, proof: null } }));
  await open(page, '/proof');
  await page.getByRole('button', { name: '开始核对' }).click();
  await page.getByText('沙盒没有应答。').waitFor();
  await page.unroute(address);
  await page.route(address, (route) => route.fulfill({ status: 404, json: nothing }));
  await open(page, '/proof');
  await page.getByText('此处没有沙盒').waitFor();
  await page.unroute(address);
}, 60_000);

it('speaks the other language at once', async () => {
  await open(page, '/engagement');
  await page.getByRole('button', { name: '个人菜单' }).click();
  await page.getByRole('menuitem', { name: 'English' }).click();
  await page.getByRole('heading', { level: 1, name: 'Insights' }).waitFor();
  await page.getByRole('group', { name: (await asked()).metric('active_followers').name.en, exact: true }).waitFor();
  // Names of people and accounts stay as they are; what we say does not.
  expect(await page.locator('main').innerText()).not.toMatch(/\p{Script=Han}/u);
}, 60_000);

it('fits a phone, every page of it, without an error', async () => {
  const small = await site.signedIn(phone, 'en-GB');
  for (const path of ['', '/engagement', '/content', '/opportunities', '/opportunities/planner', '/opportunities/segment-value', '/accounts', '/benchmarks', '/proof']) {
    await open(small, path);
    const wider = await small.evaluate('document.documentElement.scrollWidth - window.innerWidth');
    expect([path, Math.max(0, Number(wider))]).toEqual([path, 0]);
    expect(await small.locator('main').innerText(), path).not.toMatch(/\b[a-z]+\.[a-z]+[A-Z]\w+\b|undefined|NaN|\[object/);
  }
  expect(site.problems).toEqual([]);
}, 60_000);
