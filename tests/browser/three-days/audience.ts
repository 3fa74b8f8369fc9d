/** A marketer describes people, sees who they are as she does, publishes, asks why, exports; members come and go by themselves. */
import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { phone, wide } from '../../support/browser.ts';
import { becomeNewPerson } from '../../support/sandbox-phone.ts';
import { site } from './site.ts';

/** The machine may be busy. */
const soon = { timeout: 20_000 };

/** Somebody follows by the code of a boutique and taps two items of the boutique menu; their openid. */
async function visitBoutique(follower: Page, scene: string): Promise<string> {
  const openid = await becomeNewPerson(follower);
  await follower.getByTestId('code').selectOption({ label: scene });
  await follower.getByTestId('scan').click();
  await expect.poll(() => follower.getByTestId('follow-state').textContent(), soon).toContain('已关注');
  for (const item of [0, 1]) {
    await follower.getByTestId('menu').locator('button').filter({ hasText: '精品店' }).click();
    await follower.getByTestId('sub-menu').locator('button').nth(item).click();
  }
  return openid;
}

/** What a profile form would have told. */
async function liveIn(page: Page, openid: string, city: string): Promise<number> {
  const { csrf } = await (await page.request.get(`${site.demo.url}/api/session`)).json() as { csrf: string };
  const find = async () => (await (await page.request.get(`${site.demo.url}/api/brands/1/contacts?q=${openid}`)).json() as { items: { id: number }[] }).items[0]?.id;
  await expect.poll(find, soon).toBeDefined();
  const id = (await find())!;
  await page.request.put(`${site.demo.url}/api/brands/1/contacts/${id}/profile`, { headers: { 'x-qingniao-csrf': csrf }, data: { values: { city } } });
  return id;
}

/** Chooses by typing, as somebody without a mouse does. */
async function choose(scope: ReturnType<Page['locator']>, name: string, text: string): Promise<void> {
  const box = scope.getByRole('combobox', { name, exact: true });
  const option = (state: string) => scope.page().locator(`.ant-select-item-option${state}`).filter({ hasText: text }).first();
  if (await box.isEditable()) {
    await box.fill(text);
    await option('-active').waitFor();
    await box.press('Enter');
  } else {
    await box.click();
    await option(':visible').click();
  }
  await box.press('Escape');
}

async function addCondition(page: Page, kind: string) {
  await page.getByRole('button', { name: 'Add condition' }).click();
  await page.getByRole('menuitem', { name: kind, exact: true }).click();
  return page.getByRole('group', { name: kind, exact: true }).last();
}

async function did(page: Page, event: string, filter: [property: string, value: string] | null, often: [op: string, times: number | null], days: number): Promise<void> {
  const condition = await addCondition(page, 'Did or did not');
  await choose(condition, 'Events', event);
  if (filter) {
    await choose(condition, '+ Where', filter[0]);
    await choose(condition, filter[0], filter[1]);
    // The list it was chosen from does not go on showing it, as if it were a second one.
    expect((await condition.innerText()).split(filter[0])).toHaveLength(2);
  }
  await choose(condition, 'How often', often[0]);
  if (often[1] !== null) await condition.getByRole('spinbutton', { name: 'Times' }).fill(String(often[1]));
  await condition.getByRole('spinbutton', { name: 'How long' }).fill(String(days));
}

it('goes from a sentence to members, reasons and a file, and members leave by themselves', async () => {
  const page = await site.signedIn(wide, 'en-GB');
  const stores = await (await page.request.get(`${site.demo.url}/api/brands/1/channels?kind=store`)).json() as { items: { scene: string }[] };
  const follower = await site.newPage(phone, 'zh-CN');
  await follower.goto(`${site.demo.sandboxUrl}/play`);
  const openid = await visitBoutique(follower, stores.items[0]!.scene);
  const contactId = await liveIn(page, openid, '上海');

  await page.getByRole('link', { name: 'Audience' }).first().click();
  await page.getByRole('button', { name: 'New segment' }).first().click();
  await page.getByLabel('Name', { exact: true }).fill('Shanghai, boutique, no purchase');
  const city = await addCondition(page, 'Profile');
  await city.getByLabel('Value').fill('上海');
  await did(page, 'Scanned a QR code (or followed by it)', ['kind of channel', 'Boutique'], ['at least', 1], 90);
  await did(page, 'Tapped anything in the menu', ['menu category', 'E-commerce'], ['at least', 2], 30);
  await did(page, 'Paid with a card', null, ['never', null], 365);
  await addCondition(page, 'Follows now');
  const preview = page.getByRole('complementary', { name: 'Preview' });
  await expect.poll(() => preview.textContent(), { timeout: 30_000 }).toContain(
    'People whose city is “上海”, and who scanned a QR code or followed (kind of channel “Boutique”) in the last 90 days, and who tapped the menu, opened a menu link or opened a mini program from the menu (menu category “E-commerce”) at least twice in the last 30 days, and who never paid with a card in the last 365 days, and who follow an account.');
  // The warehouse hears of the newest events a moment later. What was typed outlives the page.
  await expect.poll(async () => {
    await page.reload();
    await preview.locator('[data-waiting=false] strong').waitFor();
    return preview.locator('strong').first().textContent();
  }, { timeout: 60_000, interval: 1_000 }).toBe('1');
  await expect.poll(() => preview.getByRole('link').first().getAttribute('href'), soon).toContain(`/contacts/${contactId}`);

  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByRole('button', { name: 'Publish' }).click();
  const main = page.locator('main');
  await expect.poll(() => main.textContent(), { timeout: 60_000 }).toContain('Live');
  const row = page.getByRole('row').nth(1);
  await row.waitFor();
  await row.getByRole('button', { name: 'Why' }).click();
  const why = page.getByRole('dialog');
  await expect.poll(() => why.textContent(), soon).toMatch(/Fits this segment.*Found: 上海.*Counted 2 times/s);
  await page.keyboard.press('Escape');

  await page.getByRole('button', { name: 'More' }).click();
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: 'Export members (CSV)' }).click()]);
  const csv = await readFile(await download.path(), 'utf8');
  expect(csv.trim().split('\n')).toHaveLength(2);
  expect(csv).toContain(`${contactId},`);
  expect(csv).not.toContain(openid);

  await row.getByRole('link').first().click();
  const segments = page.getByRole('region', { name: 'Segments' });
  await expect.poll(() => segments.textContent(), soon).toContain('Shanghai, boutique, no purchase');

  // Whoever leaves the account leaves the segment, without anybody doing anything.
  await follower.getByTestId('unfollow').click();
  await expect.poll(async () => {
    await page.reload();
    await segments.waitFor();
    await segments.locator('[aria-busy=true]').waitFor({ state: 'detached' });
    return segments.textContent();
  }, { timeout: 30_000, interval: 500 }).not.toContain('Shanghai, boutique, no purchase');
}, 240_000);

it('shows the team’s segments, and every page of the room on a phone without a sideways scroll', async () => {
  const page = await site.signedIn(phone, 'zh-CN');
  const { items } = await (await page.request.get(`${site.demo.url}/api/brands/1/segments`)).json() as { items: { id: string; name: string; state: string }[] };
  const live = items.filter(({ state }) => state === 'live').map(({ name }) => name);
  expect(live).toEqual(expect.arrayContaining(['菜单 · 品牌世界', '菜单 · 精品店', '菜单 · 专属服务', '来源 · 门店扫码', '来源 · 线上']));
  const boutique = items.find(({ name }) => name === '来源 · 门店扫码')!.id;
  for (const path of ['', '/new', '/import', `/${boutique}`, `/${boutique}/edit`]) {
    await page.goto(`${site.demo.url}/b/1/audience${path}`);
    await page.locator('h1').first().waitFor();
    await page.locator('[aria-busy=true]').first().waitFor({ state: 'detached' });
    const wider = await page.evaluate('document.documentElement.scrollWidth - window.innerWidth');
    expect([path, Math.max(0, Number(wider))]).toEqual([path, 0]);
    expect(await page.locator('main').innerText(), path).not.toMatch(/\b[a-z]+\.[a-z]+[A-Z]\w+\b|undefined|NaN|\[object/);
  }
  expect(site.problems).toEqual([]);
}, 120_000);
